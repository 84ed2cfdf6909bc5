// The buttons of the bot: their action ids and values. State lives in the value, so a click works after a restart.
import type { z } from 'zod';
import { type ActionKind, type ActionValue, actionValues } from './action-values.ts';
import { readCarried } from './carried.ts';

export * from './action-values.ts';

/** Kinds of click. An `action_id` is the kind, a colon and a number that makes it unique within the payload. */
export const actionKinds = Object.keys(actionValues) as ActionKind[];

/** `ask:3` — unique within one payload as long as `n` is. */
export function actionId(kind: ActionKind, n: number | string): string {
  return `${kind}:${n}`;
}

/** Matches every action id of a kind; for Bolt's `app.action`. */
export function actionPattern(kind: ActionKind): RegExp {
  return new RegExp(`^${kind}:`);
}

/** The value of a button; at most 2,000 characters: what the thread was read as goes first, then a long question is cut. */
export function encodeValue(value: ActionValue): string {
  let text = JSON.stringify(value);
  if (text.length > 2000 && 'thread' in value) {
    const { thread: _, ...rest } = value;
    return encodeValue(rest);
  }
  // A character may take six in JSON: the question is halved until the whole fits.
  for (
    let cut = value;
    text.length > 2000 && 'ask' in cut && cut.ask !== undefined && cut.ask !== '';
    text = JSON.stringify(cut)
  )
    cut = { ...cut, ask: cut.ask.slice(0, cut.ask.length >> 1) };
  return text;
}

/** Reads a button's value; null when it is not ours (an old or forged click). */
export function decodeValue<K extends ActionKind>(kind: K, text: string | undefined): ActionValue<K> | null {
  const schemas: { [P in ActionKind]: z.ZodType<ActionValue<P>> } = actionValues;
  return readCarried(schemas[kind], text);
}
