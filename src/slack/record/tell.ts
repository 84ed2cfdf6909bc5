// Tells one person privately: where they opened the modal if that still works, else as a direct message.
import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Message, send } from '../reply.ts';

export interface TellPlace {
  user: string;
  channel?: string | undefined;
  /** Of the click or command that opened the modal: works for 30 minutes, also where the bot is no member. */
  responseUrl?: string | undefined;
  thread?: string | undefined;
}

export async function tellPrivately(
  client: WebClient,
  { user, channel, responseUrl, thread }: TellPlace,
  message: Message,
  log: Logger,
): Promise<void> {
  if (channel !== undefined) {
    try {
      const respond = responseUrl ? { respond: respondTo(responseUrl, thread) } : {};
      await send(client, { way: 'private', channel, user, ...respond }, message, log);
      return;
    } catch (error) {
      log.info({ channel, cause: String(error) }, 'told by direct message instead');
    }
  }
  await send(client, { way: 'direct', user }, message, log);
}

/** Bolt's `respond` for a response_url kept from an earlier click. */
function respondTo(url: string, thread: string | undefined): RespondFn {
  return async (message) => {
    const body = typeof message === 'string' ? { text: message } : message;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...(thread ? { thread_ts: thread } : {}) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok)
      throw Object.assign(new Error(`response_url answered ${response.status}`), {
        statusCode: response.status,
      });
    return undefined as never;
  };
}
