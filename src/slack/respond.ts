// Answers to a response_url: tried again while Slack is in passing trouble, which shows in a status only.
import { setTimeout as sleep } from 'node:timers/promises';
import type { RespondArguments, RespondFn } from '@slack/bolt';
import { within } from './within.ts';

const waits = [300, 1000, 2500];
/** An address that is silent for so long is given up: there is another way to the person. */
const silence = 10_000;

/** Status of a refused response_url; null when the line broke. */
export function statusOf(error: unknown): number | null {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
}

/** Whether another try may help: no answer at all, too many at once, or trouble on Slack's side. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status === 429 || status >= 500;
}

/** Nothing came back: trying again would let the person wait as long once more. */
class NoAnswer extends Error {}

async function respondInTime(respond: RespondFn, message: RespondArguments): Promise<void> {
  const answered = respond(message).then(() => true as const);
  if ((await within(silence, answered, false)) === false) throw new NoAnswer('response_url is silent');
}

/** @throws the last error: at once when Slack will not take it or is silent, else after about four seconds. */
export async function respondPatiently(respond: RespondFn, message: RespondArguments): Promise<void> {
  for (const wait of [...waits, null]) {
    try {
      await respondInTime(respond, message);
      return;
    } catch (error) {
      if (wait === null || error instanceof NoAnswer || !isPassing(error)) throw error;
      await sleep(wait);
    }
  }
}

/** Bolt's `respond` for a response_url taken from a body or kept from an earlier click. */
export function respondTo(url: string, more: Record<string, unknown> = {}): RespondFn {
  return async (message) => {
    const body = typeof message === 'string' ? { text: message } : message;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...more }),
      signal: AbortSignal.timeout(silence + 1000),
    });
    if (!response.ok)
      throw Object.assign(new Error(`response_url answered ${response.status}`), {
        statusCode: response.status,
      });
    return response;
  };
}
