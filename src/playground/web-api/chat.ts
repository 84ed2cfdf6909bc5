// chat.*: posting messages under Slack's rules.
import type { Hub } from '../hub.ts';
import { codePoints, type Obj, objs, str } from '../json.ts';
import { checkContent } from '../rules/blocks.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botId, botUser, type Message, teamId } from '../workspace.ts';
import { type Method, writableChannel } from './method.ts';

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

/** What a message of the Web API may hold. */
function checkMessage(args: Obj): void {
  checkContent(args);
  const length = codePoints(str(args.text));
  if (length > 40_000) throw new SlackRefusal('msg_too_long', [`text は40,000文字までです（${length}文字）`]);
}

/** Posts what the bot sends, to everybody or to one person. */
function post(hub: Hub, args: Obj, to: Pick<Message, 'channel' | 'threadTs' | 'ephemeralTo'>): Message {
  return hub.workspace.post({ user: botUser, text: str(args.text), blocks: objs(args.blocks), ...to });
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage'(hub, args) {
    const { id: channel } = writableChannel(hub, str(args.channel));
    checkMessage(args);
    const threadTs = threadOf(hub, channel, str(args.thread_ts));
    hub.rate.count(channel);
    const message = post(hub, args, { channel, threadTs, ephemeralTo: null });
    return { channel, ts: message.ts, message: messageObject(message) };
  },
  'chat.postEphemeral'(hub, args) {
    const { id: channel, name, members } = writableChannel(hub, str(args.channel));
    const ephemeralTo = str(args.user);
    if (!members.includes(ephemeralTo))
      throw new SlackRefusal('user_not_in_channel', [`${ephemeralTo} は #${name} にいません`]);
    checkMessage(args);
    return {
      message_ts: post(hub, args, { channel, threadTs: str(args.thread_ts) || null, ephemeralTo }).ts,
    };
  },
};
