// Sends a message where the person waits, with the plainer form and the second way when Slack refuses the first.
import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Block } from '../present/blocks.ts';
import { slackErrorName } from './errors.ts';

/** A message in its rich form; `plain` makes the form without tables and charts. */
export interface Message {
  text: string;
  blocks: Block[];
  plain: () => Block[];
}

/** A place to answer at. */
export type Place =
  /** Only the person sees it; `replace` puts it in the place of the clicked message. */
  | { way: 'private'; respond?: RespondFn; channel: string; user: string; replace?: boolean }
  /** A message in a thread. */
  | { way: 'thread'; channel: string; thread: string }
  /** A direct message to a person. */
  | { way: 'direct'; user: string };

/** The SDK's block types lack data_visualization; the JSON is what counts. */
const asBlocks = (blocks: Block[]): KnownBlock[] => blocks as unknown as KnownBlock[];

/** @throws the SDK's error when no way is left; the error handler tells the person. */
export async function send(client: WebClient, place: Place, message: Message, log: Logger): Promise<void> {
  if (place.way === 'private') return await sendPrivate(client, place, message, log);
  const where =
    place.way === 'thread' ? { channel: place.channel, thread_ts: place.thread } : { channel: place.user };
  await withPlainForm(message, log, (blocks) =>
    client.chat.postMessage({
      ...where,
      text: message.text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
}

async function sendPrivate(
  client: WebClient,
  place: Extract<Place, { way: 'private' }>,
  message: Message,
  log: Logger,
): Promise<void> {
  const { respond } = place;
  if (respond) {
    const original = { response_type: 'ephemeral' as const, replace_original: place.replace === true };
    try {
      await respond({ ...original, text: message.text, blocks: asBlocks(message.blocks) });
      return;
    } catch (error) {
      // A response_url tells only a status: 404 and 410 mean expired or used up, anything else may be the blocks.
      const status = (error as { statusCode?: unknown }).statusCode;
      log.warn({ status, cause: String(error) }, 'response_url refused the rich form');
      if (status !== 404 && status !== 410) {
        try {
          await respond({ ...original, text: message.text, blocks: asBlocks(message.plain()) });
          return;
        } catch (second) {
          log.warn({ cause: String(second) }, 'response_url refused the plain form');
        }
      }
    }
  }
  await withPlainForm(message, log, (blocks) =>
    client.chat.postEphemeral({ channel: place.channel, user: place.user, text: message.text, blocks }),
  );
}

/** Tries the rich form, then the plain one, then the text alone. */
async function withPlainForm(
  message: Message,
  log: Logger,
  post: (blocks: KnownBlock[]) => Promise<unknown>,
): Promise<void> {
  const forms = [() => message.blocks, message.plain, () => [] as Block[]];
  for (const [i, form] of forms.entries()) {
    try {
      await post(asBlocks(form()));
      return;
    } catch (error) {
      const name = slackErrorName(error);
      if ((name !== 'invalid_blocks' && name !== 'msg_too_long') || i === forms.length - 1) throw error;
      log.warn({ slack: name, form: i }, 'Slack refused the blocks; sending a plainer form');
    }
  }
}

/** Posts into the channel for everybody. */
export async function share(
  client: WebClient,
  respond: RespondFn | undefined,
  channel: string,
  message: Message,
  log: Logger,
): Promise<void> {
  if (respond) {
    // Works where the bot is not a member, chat.postMessage does not.
    for (const blocks of [message.blocks, message.plain()]) {
      try {
        await respond({
          response_type: 'in_channel',
          replace_original: false,
          text: message.text,
          blocks: asBlocks(blocks),
        });
        return;
      } catch (error) {
        log.warn({ cause: String(error) }, 'response_url refused the shared post');
      }
    }
  }
  await withPlainForm(message, log, (blocks) =>
    client.chat.postMessage({
      channel,
      text: message.text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
}
