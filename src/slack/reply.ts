// Sends a message where the person waits, with the plainer form and the second way when Slack refuses the first.
import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Block } from '../present/blocks.ts';
import { slackErrorName } from './errors/explain.ts';
import { afterWaiting } from './rate.ts';
import { isPassing, respondPatiently, statusOf } from './respond.ts';
import { asBlocks } from './sdk-types.ts';

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
  | {
      way: 'thread';
      channel: string;
      thread: string;
      /** The same id is the same message: sent again because its answer was lost, it is posted once. */
      id?: string;
    }
  /** A direct message to a person. */
  | { way: 'direct'; user: string };

/** The SDK's block types lack data_visualization; the JSON is what counts. */

/** @throws the SDK's error when no way is left; the error handler tells the person. */
export async function send(client: WebClient, place: Place, message: Message, log: Logger): Promise<void> {
  if (place.way === 'private') return await sendPrivate(client, place, message, log);
  const where =
    place.way === 'thread'
      ? {
          channel: place.channel,
          thread_ts: place.thread,
          ...(place.id === undefined ? {} : { client_msg_id: place.id }),
        }
      : { channel: place.user };
  await inTurn(client, where.channel, () =>
    withPlainForm(message, log, (blocks) =>
      client.chat.postMessage({
        ...where,
        text: message.text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
    ),
  );
}

const turns = new WeakMap<WebClient, Map<string, Promise<void>>>();

/** A channel takes one message a second: posting together, all would have to wait, again and again. */
async function inTurn(client: WebClient, channel: string, post: () => Promise<void>): Promise<void> {
  const last = turns.get(client) ?? new Map<string, Promise<void>>();
  turns.set(client, last);
  const inPeace = () => afterWaiting(post);
  const mine = (last.get(channel) ?? Promise.resolve()).then(inPeace, inPeace);
  last.set(channel, mine);
  try {
    await mine;
  } finally {
    if (last.get(channel) === mine) last.delete(channel);
  }
}

async function sendPrivate(
  client: WebClient,
  place: Extract<Place, { way: 'private' }>,
  message: Message,
  log: Logger,
): Promise<void> {
  const { respond, channel, user, replace } = place;
  const how = { response_type: 'ephemeral', replace_original: replace === true } as const;
  if (respond && (await responded(respond, how, message, log))) return;
  try {
    await afterWaiting(() =>
      withPlainForm(message, log, (blocks) =>
        client.chat.postEphemeral({ channel, user, text: message.text, blocks }),
      ),
    );
  } catch (error) {
    if (!closedToUs.includes(slackErrorName(error) ?? '')) throw error;
    log.info({ channel, slack: slackErrorName(error) }, 'answered by direct message instead');
    await send(client, { way: 'direct', user }, message, log);
  }
}

/** Where an answer to one person cannot stand; a direct message always can. */
const closedToUs = ['not_in_channel', 'channel_not_found', 'is_archived', 'user_not_in_channel'];

/** Answers over the response_url, rich or plain; false when it takes neither. */
async function responded(
  respond: RespondFn,
  how: { response_type: 'ephemeral' | 'in_channel'; replace_original: boolean },
  message: Message,
  log: Logger,
): Promise<boolean> {
  for (const form of [() => message.blocks, message.plain]) {
    try {
      await respondPatiently(respond, { ...how, text: message.text, blocks: asBlocks(form()) });
      return true;
    } catch (error) {
      const status = statusOf(error);
      log.warn({ status, cause: String(error) }, 'response_url refused an answer');
      // 404 and 410 mean expired or used up; any other refusal may be the blocks.
      if (isPassing(error) || status === 404 || status === 410) return false;
    }
  }
  return false;
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
  { respond, channel }: { respond: RespondFn | undefined; channel: string },
  message: Message,
  log: Logger,
): Promise<void> {
  // Works where the bot is not a member, chat.postMessage does not.
  const how = { response_type: 'in_channel', replace_original: false } as const;
  if (respond && (await responded(respond, how, message, log))) return;
  await inTurn(client, channel, () =>
    withPlainForm(message, log, (blocks) =>
      client.chat.postMessage({
        channel,
        text: message.text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      }),
    ),
  );
}
