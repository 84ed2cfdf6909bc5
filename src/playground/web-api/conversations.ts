// conversations.*, users.*, bots.*: looking up who and where.
import { type Obj, str } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botId, botUser, type Channel, teamId } from '../workspace.ts';
import { messageObject } from './chat.ts';
import { type Method, visibleChannel } from './method.ts';

function channelObject(channel: Channel): Obj {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.kind === 'public',
    is_im: channel.kind === 'im',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.includes(botUser),
    topic: { value: channel.topic },
    ...(channel.kind === 'im' ? { user: channel.members.find((member) => member !== botUser) } : {}),
  };
}

export const conversationMethods: Record<string, Method> = {
  'conversations.open': (hub, args) => {
    const channel = hub.workspace.directMessage(str(args.users));
    if (!channel) throw new SlackRefusal('user_not_found', [`${str(args.users)} はいません`]);
    return { channel: { id: channel.id } };
  },
  'conversations.info': (hub, args) => ({ channel: channelObject(visibleChannel(hub, str(args.channel))) }),
  'conversations.members': (hub, args) => ({ members: visibleChannel(hub, str(args.channel)).members }),
  'conversations.replies': (hub, args) => {
    const channel = visibleChannel(hub, str(args.channel));
    const ts = str(args.ts);
    if (!channel.members.includes(botUser))
      throw new SlackRefusal('not_in_channel', [`#${channel.name} に参加していません`]);
    const messages = hub.workspace.state.messages.filter(
      (message) =>
        message.channel === channel.id &&
        message.ephemeralTo === null &&
        (message.ts === ts || message.threadTs === ts),
    );
    if (messages.length === 0) throw new SlackRefusal('thread_not_found', [`スレッド ${ts} はありません`]);
    return { messages: messages.map(messageObject), has_more: false };
  },
  'users.info': (hub, args) => {
    const person = hub.workspace.person(str(args.user));
    if (!person) throw new SlackRefusal('user_not_found', [`${str(args.user)} はいません`]);
    return {
      user: {
        id: person.id,
        team_id: teamId,
        name: person.id.toLowerCase(),
        real_name: person.name,
        is_bot: false,
        tz: 'Asia/Tokyo',
        profile: { display_name: person.name, title: person.title },
      },
    };
  },
  // Nobody belongs to a user group here.
  'usergroups.users.list': () => ({ users: [] }),
  'bots.info': (hub) => ({ bot: { id: botId, app_id: appId, user_id: botUser, name: hub.manifest.botName } }),
};
