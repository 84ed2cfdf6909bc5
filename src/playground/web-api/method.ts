// The shape of one Web API method of the playground.
import type { Hub } from '../hub.ts';
import type { Obj } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { botUser, type Channel } from '../workspace.ts';

/**
 * Answers a call with the fields beside `ok: true`.
 * @throws SlackRefusal what Slack would answer as `{ ok: false, error }`.
 */
export type Method = (hub: Hub, args: Obj) => Obj;

/** A channel the bot knows of: a private one it is not in does not exist for it. */
export function visibleChannel(hub: Hub, id: string): Channel {
  const channel = id.startsWith('U') ? hub.workspace.directMessage(id) : hub.workspace.channel(id);
  if (!channel || (channel.kind !== 'public' && !channel.members.includes(botUser)))
    throw new SlackRefusal('channel_not_found', [
      `${id} は存在しないか、招待されていない非公開チャンネルです`,
    ]);
  return channel;
}

/** A channel the bot may write to. */
export function writableChannel(hub: Hub, id: string): Channel {
  const channel = visibleChannel(hub, id);
  if (channel.archived) throw new SlackRefusal('is_archived', [`#${channel.name} はアーカイブ済みです`]);
  if (!channel.members.includes(botUser))
    throw new SlackRefusal('not_in_channel', [`ボットは #${channel.name} に参加していません`]);
  return channel;
}
