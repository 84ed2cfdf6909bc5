// The one error handler: logs the cause under a reference number and tells the person that number.
import { randomBytes } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../../ports/store.ts';
import { respondPatiently, respondTo } from '../respond.ts';
import { explainSlackError, slackErrorName } from './explain.ts';

/** Where a person waits for an answer, as far as a delivery's body tells. */
export interface Waiting {
  responseUrl: string | null;
  channel: string | null;
  thread: string | null;
  user: string | null;
}

/** Six letters a person can read out: no 0/O, no 1/I. */
export function newReference(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
}

/** Tells what went wrong and under which number it is logged. */
export function apology(error: unknown, reference: string): string {
  const cause = causes(error).some((inner) => inner instanceof StoreUnavailable)
    ? '記録の保存先につながらないため、いまは実行できません。質問への回答は続けられます。少し待ってからもう一度お試しください。'
    : (explainSlackError(error) ?? 'うまくお答えできませんでした。もう一度お試しください。');
  return `${cause}\n続くときは、参照番号 ${reference} を管理者にお伝えください。`;
}

function causes(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return [error];
  const { original, originals, cause } = error as {
    original?: unknown;
    originals?: unknown;
    cause?: unknown;
  };
  const inner = [original, cause, ...(Array.isArray(originals) ? originals : [])].filter(
    (one) => one !== undefined && one !== error,
  );
  return [error, ...inner.flatMap(causes)];
}

type Body = Record<string, unknown>;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const part = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});

/** Reads commands, clicks, views and events alike. */
export function waiting(body: unknown): Waiting {
  const root = part(body);
  const event = part(root.event);
  const container = part(root.container);
  const message = part(root.message);
  const user = root.user_id ?? part(root.user).id ?? root.user ?? event.user;
  return {
    responseUrl: text(root.response_url),
    channel:
      text(root.channel_id) ??
      text(part(root.channel).id) ??
      text(container.channel_id) ??
      text(event.channel),
    thread: text(message.thread_ts) ?? text(event.thread_ts) ?? (root.event ? text(event.ts) : null),
    user: text(user),
  };
}

/** Logs the error and tells the person; never throws itself. */
export async function reportError(
  error: unknown,
  body: unknown,
  client: WebClient,
  log: Logger,
): Promise<void> {
  const reference = newReference();
  log.error(
    { reference, err: error, slack: slackErrorName(error), causes: causes(error).map(String) },
    'a request failed',
  );
  const who = waiting(body);
  const message = apology(error, reference);
  const ways: (() => Promise<unknown>)[] = [];
  if (who.responseUrl !== null) {
    const url = who.responseUrl;
    const note = { response_type: 'ephemeral', replace_original: false, text: message } as const;
    ways.push(() => respondPatiently(respondTo(url), note));
  }
  if (who.channel !== null && who.user !== null) {
    const thread = who.thread === null ? {} : { thread_ts: who.thread };
    const place = { channel: who.channel, text: message, ...thread };
    const user = who.user;
    // In a direct message an ephemeral note would be lost at the next start of the client.
    ways.push(() =>
      who.channel?.startsWith('D')
        ? client.chat.postMessage(place)
        : client.chat.postEphemeral({ ...place, user }),
    );
  }
  if (who.user !== null) {
    const user = who.user;
    ways.push(() => client.chat.postMessage({ channel: user, text: message }));
  }
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (failed) {
      log.warn(
        { reference, slack: slackErrorName(failed), cause: String(failed) },
        'the person could not be told this way',
      );
    }
  }
  log.error({ reference }, 'nobody could be told about the failed request');
}
