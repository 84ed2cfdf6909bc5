// What people do in views: open, type, choose, submit; what they then see.
import type { Obj } from '../../../src/playground/json.ts';
import { click, suggest } from '../../../src/playground/people/click.ts';
import { submit } from '../../../src/playground/people/modal.ts';
import { elementsOf } from '../../../src/playground/rules/blocks.ts';
import type { Message, View } from '../../../src/playground/workspace.ts';
import { type Town, until } from '../../support/slack-town.ts';

/** All words of a view, for `toContain`. */
export function wordsIn(view: View): string {
  const words: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && (key === 'text' || key === 'user_id' || key === 'usergroup_id'))
      words.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item, '');
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, name);
  };
  walk(view.body, '');
  return words.join('\n');
}

/** Waits for the topmost modal of a person that `fits`. */
export async function modalOf(
  town: Town,
  user: string,
  fits: (view: View) => boolean = () => true,
): Promise<View> {
  const { hub } = town.playground;
  const refused = () => hub.refusals.map(({ error, details }) => `${error} ${details.join(' ')}`).join(', ');
  return await until(() => {
    const top = hub.workspace.state.views[user]?.at(-1);
    return top && fits(top) ? top : undefined;
  }, `a modal (refused: ${refused()})`);
}

/** The element with that label or action id, in a message or view. */
function find(blocks: unknown, wanted: string): { blockId: string; actionId: string; value?: unknown } {
  for (const { block, element } of elementsOf(blocks)) {
    const at = { blockId: String(block.block_id), actionId: String(element.action_id) };
    if ((element.text as Obj | undefined)?.text === wanted || element.action_id === wanted) return at;
    for (const option of (element.options as { text: { text: string }; value: string }[] | undefined) ?? [])
      if (option.text.text === wanted) return { ...at, value: option.value };
  }
  throw new Error(`no 「${wanted}」 in ${JSON.stringify(blocks)}`);
}

/** Clicks a button of a message without waiting for a message. */
export async function press(town: Town, message: Message, label: string, user: string): Promise<void> {
  const place = { channel: message.channel, ts: message.ts };
  await click(town.playground.hub, { user, place, ...find(message.blocks, label) });
}

/** Clicks, picks or types in a view; with `value` what is entered there. */
export async function enter(
  town: Town,
  view: View,
  what: string,
  user: string,
  value?: unknown,
): Promise<void> {
  const at = find(view.body.blocks, what);
  const entered = value ?? at.value;
  await click(town.playground.hub, {
    user,
    place: { view: view.id },
    blockId: at.blockId,
    actionId: at.actionId,
    ...(entered === undefined
      ? {}
      : { value: entered, values: { [at.blockId]: { [at.actionId]: entered } } }),
  });
}

/** Submits the view with what is given by action id; gives the errors at the fields. */
export async function send(
  town: Town,
  view: View,
  user: string,
  values: Record<string, string> = {},
): Promise<Record<string, string>> {
  const raw: Obj = {};
  for (const [actionId, value] of Object.entries(values)) {
    const at = find(view.body.blocks, actionId);
    raw[at.blockId] = { [at.actionId]: value };
  }
  return await submit(town.playground.hub, user, view.id, raw);
}

/** The labels that the type-ahead of an external select offers. */
export async function offered(
  town: Town,
  view: View,
  actionId: string,
  user: string,
  typed: string,
): Promise<{ label: string; option: string }[]> {
  const at = find(view.body.blocks, actionId);
  const options = await suggest(town.playground.hub, {
    user,
    place: { view: view.id },
    blockId: at.blockId,
    actionId: at.actionId,
    value: typed,
  });
  return options.map((option) => ({
    label: String((option.text as Obj).text),
    option: JSON.stringify(option),
  }));
}
