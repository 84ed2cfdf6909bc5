// chat.*: posting, changing and removing messages under Slack's rules.
import type { Hub } from '../hub.ts';
import { codePoints, type Obj, objs, str } from '../json.ts';
import { replace } from '../response-urls.ts';
import { blockProblems } from '../rules/blocks.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botId, botUser, type Message, teamId } from '../workspace.ts';
import { type Method, visibleChannel, writableChannel } from './method.ts';

/** Refuses what no message may be. */
function checkContent(args: Obj): void {
  if (args.blocks !== undefined) {
    const problems = blockProblems(args.blocks);
    if (problems.length > 0)
      throw new SlackRefusal('invalid_blocks', problems, {
        errors: problems,
        response_metadata: { messages: problems.map((text) => `[ERROR] ${text}`) },
      });
  }
  if (codePoints(str(args.text)) > 40_000)
    throw new SlackRefusal('msg_too_long', [
      `text は40,000文字までです（${codePoints(str(args.text))}文字）`,
    ]);
  if (str(args.text) === '' && objs(args.blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
}

/** A message as the Web API and payloads show it. */
export function messageObject(message: Message): Obj {
  const fromBot = message.user === botUser;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: teamId,
    blocks: message.blocks,
    ...(fromBot ? { bot_id: botId, app_id: appId } : {}),
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

const postMessage: Method = (hub, args) => {
  const channel = writableChannel(hub, str(args.channel));
  checkContent(args);
  const threadTs = threadOf(hub, channel.id, str(args.thread_ts));
  hub.rate.check(channel.id);
  hub.rate.count(channel.id);
  delete hub.workspace.state.statuses[`${channel.id} ${threadTs ?? ''}`];
  const message = hub.workspace.post({
    channel: channel.id,
    user: botUser,
    text: str(args.text),
    blocks: objs(args.blocks),
    threadTs,
    ephemeralTo: null,
  });
  return { channel: channel.id, ts: message.ts, message: messageObject(message) };
};

const postEphemeral: Method = (hub, args) => {
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
};

/** The bot's own lasting message, or Slack's refusal. */
function ownMessage(hub: Hub, args: Obj, wrongOwner: string): Message {
  const channel = visibleChannel(hub, str(args.channel));
  const message = hub.workspace.message(channel.id, str(args.ts));
  if (!message || message.ephemeralTo !== null)
    throw new SlackRefusal('message_not_found', ['メッセージがないか、本人だけに表示されたものです']);
  if (message.user !== botUser) throw new SlackRefusal(wrongOwner, ['ボット自身のメッセージではありません']);
  return message;
}

const update: Method = (hub, args) => {
  const message = ownMessage(hub, args, 'cant_update_message');
  checkContent(args);
  replace(hub.workspace, message, str(args.text) || message.text, objs(args.blocks));
  return { channel: message.channel, ts: message.ts, text: message.text, message: messageObject(message) };
};

const remove: Method = (hub, args) => {
  const message = ownMessage(hub, args, 'cant_delete_message');
  hub.workspace.remove(message);
  return { channel: message.channel, ts: message.ts };
};

const getPermalink: Method = (hub, args) => {
  const channel = visibleChannel(hub, str(args.channel));
  const message = hub.workspace.message(channel.id, str(args.message_ts));
  if (!message) throw new SlackRefusal('message_not_found', [`${str(args.message_ts)} はありません`]);
  return {
    channel: channel.id,
    permalink: `${hub.url}/archives/${channel.id}/p${message.ts.replace('.', '')}`,
  };
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
