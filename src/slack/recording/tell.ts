// Tells one person privately: where they opened the modal if that still works, else as a direct message.
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Message, send } from '../reply.ts';
import { respondTo } from '../respond.ts';

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
      const respond = responseUrl
        ? { respond: respondTo(responseUrl, thread ? { thread_ts: thread } : {}) }
        : {};
      await send(client, { way: 'private', channel, user, ...respond }, message, log);
      return;
    } catch (error) {
      log.info({ channel, cause: String(error) }, 'told by direct message instead');
    }
  }
  await send(client, { way: 'direct', user }, message, log);
}
