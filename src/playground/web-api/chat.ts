// chat.*: posting messages under Slack's rules.
import type { Hub } from '../hub.ts';
import { codePoints, type Obj, objs, str } from '../json.ts';
import { blockProblems } from '../rules/blocks.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botId, botUser, type Message, teamId } from '../workspace.ts';
import { type Method, writableChannel } from './method.ts';

/** Refuses what no message may be. */
function checkContent(args: Obj): void {
  const problems = args.blocks === undefined ? [] : blockProblems(args.blocks);
  if (problems.length > 0)
    throw new SlackRefusal('invalid_blocks', problems, {
      errors: problems,
      response_metadata: { messages: problems.map((text) => `[ERROR] ${text}`) },
    });
  const length = codePoints(str(args.text));
  if (length > 40_000) throw new SlackRefusal('msg_too_long', [`text は40,000文字までです（${length}文字）`]);
  if (length === 0 && objs(args.blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
}

/** A message as the Web API and payloads show it. */
export function messageObject(message: Message): Obj {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: teamId,
    blocks: message.blocks,
    ...(message.user === botUser ? { bot_id: botId, app_id: appId } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

function threadOf(hub: Hub, channel: string, ts: string): string | null {
  if (ts === '') return null;
  const parent = hub.workspace.message(channel, ts);
  if (!parent) throw new SlackRefusal('thread_not_found', [`スレッド ${ts} はありません`]);
  return parent.threadTs ?? parent.ts;
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage'(hub, args) {
    const channel = writableChannel(hub, str(args.channel));
    checkContent(args);
    const threadTs = threadOf(hub, channel.id, str(args.thread_ts));
    hub.rate.count(channel.id);
    const message = hub.workspace.post({
      channel: channel.id,
      user: botUser,
      text: str(args.text),
      blocks: objs(args.blocks),
      threadTs,
    });
    return { channel: channel.id, ts: message.ts, message: messageObject(message) };
  },
  'chat.postEphemeral'(hub, args) {
    const channel = writableChannel(hub, str(args.channel));
    if (!channel.members.includes(str(args.user)))
      throw new SlackRefusal('user_not_in_channel', [`${str(args.user)} は #${channel.name} にいません`]);
    checkContent(args);
    const message = hub.workspace.post({
      channel: channel.id,
      user: botUser,
      text: str(args.text),
      blocks: objs(args.blocks),
      threadTs: str(args.thread_ts) || null,
      ephemeralTo: str(args.user),
    });
    return { message_ts: message.ts };
  },
};
