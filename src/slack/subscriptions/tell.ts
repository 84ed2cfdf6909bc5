// Confirms a subscription where it will be posted: what Slack refuses there now would be refused each morning.
import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { rich } from '../../present/blocks/block.ts';
import type { DigestMessage } from '../../present/digest/digest.ts';
import type { SlackContext } from '../context.ts';
import { slackErrorName, slackErrors } from '../errors/explain.ts';
import { send } from '../reply.ts';
import { asBlocks } from '../sdk-types.ts';

/** Where the confirmation goes; `respond` also works where the bot is no member. */
export interface ConfirmPlace {
  channel: string;
  user: string;
  respond?: RespondFn | undefined;
}

/** What stands in the way of posts to a channel, each with its cure. */
const obstacles = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];

/** Tells the person privately; without a way into the channel the cure stands above it. */
export async function confirm(
  { log }: SlackContext,
  client: WebClient,
  { channel, user, respond }: ConfirmPlace,
  message: DigestMessage,
): Promise<void> {
  const place = { way: 'private', channel, user, ...(respond ? { respond } : {}) } as const;
  try {
    await client.chat.postEphemeral({ channel, user, text: message.text, blocks: asBlocks(message.blocks) });
    return;
  } catch (error) {
    const name = slackErrorName(error) ?? '';
    if (!obstacles.includes(name))
      return await send(client, place, { ...message, plain: () => message.blocks }, log);
    const cure = `⚠️ まだ投稿できません。${slackErrors[name]?.say ?? ''}`;
    const blocks = [rich([{ bold: cure.replaceAll('`', '') }]), ...message.blocks];
    await send(client, place, { text: `${cure}\n${message.text}`, blocks, plain: () => blocks }, log);
  }
}
