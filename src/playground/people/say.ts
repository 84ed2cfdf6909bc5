// A person writes: a message (with mentions), or a slash command.
import { sendEvent } from '../events.ts';
import type { Hub } from '../hub.ts';
import { isObj, type Obj } from '../json.ts';
import { answer } from '../response-urls.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botUser, type Message, slackbot, teamId } from '../workspace.ts';

/** What Slack's client does to typed text: `& < >` are escaped, `@名前` and `#チャンネル` become references. */
export function composed(hub: Hub, typed: string): string {
  const { people, channels } = hub.workspace.state;
  const names = [{ id: botUser, name: hub.manifest.botName }, ...people];
  let text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const { id, name } of names) text = text.replaceAll(`@${name}`, `<@${id}>`);
  for (const { id, name, kind } of channels)
    if (kind !== 'im') text = text.replaceAll(`#${name}`, `<#${id}|${name}>`);
  return text;
}

/** Posts a person's message and tells the bot what it subscribed to. */
export async function say(
  hub: Hub,
  message: { user: string; channel: string; text: string; threadTs?: string | null },
): Promise<Message> {
  const channel = hub.workspace.channel(message.channel);
  const posted = hub.workspace.post({
    channel: channel.id,
    user: message.user,
    text: composed(hub, message.text),
    blocks: [],
    threadTs: message.threadTs ?? null,
    ephemeralTo: null,
  });
  const event: Obj = {
    user: message.user,
    ts: posted.ts,
    text: posted.text,
    team: teamId,
    channel: channel.id,
    event_ts: posted.ts,
    client_msg_id: hub.workspace.newId('m'),
    blocks: [
      {
        type: 'rich_text',
        block_id: hub.workspace.newId('b'),
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: message.text }] }],
      },
    ],
    ...(posted.threadTs ? { thread_ts: posted.threadTs } : {}),
  };
  if (channel.kind === 'im') {
    await sendEvent(hub, 'message.im', { ...event, type: 'message', channel_type: 'im' });
  } else if (channel.members.includes(botUser)) {
    const kind = channel.kind === 'private' ? 'group' : 'channel';
    if (posted.text.includes(`<@${botUser}>`))
      await sendEvent(hub, 'app_mention', { ...event, type: 'app_mention' });
    await sendEvent(hub, kind === 'group' ? 'message.groups' : 'message.channels', {
      ...event,
      type: 'message',
      channel_type: kind,
    });
  } else if (posted.text.includes(`<@${botUser}>`)) {
    whisper(
      hub,
      message.user,
      channel.id,
      `${hub.manifest.botName} はこのチャンネルにいません。\`/invite @${hub.manifest.botName}\` で招待できます。`,
    );
  }
  return posted;
}

/** A note from Slack itself that only one person sees. */
function whisper(hub: Hub, user: string, channel: string, text: string): void {
  hub.workspace.post({ channel, user: slackbot, text, blocks: [], threadTs: null, ephemeralTo: user });
}

/** Runs a slash command; `/invite @ボット` is Slack's own. */
export async function command(
  hub: Hub,
  typed: { user: string; channel: string; command: string; text: string },
): Promise<void> {
  const channel = hub.workspace.channel(typed.channel);
  if (typed.command === '/invite') return invite(hub, typed.user, channel.id, typed.text);
  if (!hub.manifest.commands.some((known) => known.command === typed.command)) {
    return whisper(hub, typed.user, channel.id, `${typed.command} は有効なコマンドではありません。`);
  }
  const responseUrl = hub.responseUrls.issue({ user: typed.user, channel: channel.id });
  const ack = await hub.deliver({
    kind: 'command',
    name: typed.command,
    payload: {
      token: 'playground',
      team_id: teamId,
      team_domain: 'kakuu-shi',
      channel_id: channel.id,
      channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
      user_id: typed.user,
      user_name: typed.user.toLowerCase(),
      command: typed.command,
      text: typed.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: `${hub.url}${responseUrl}`,
      trigger_id: hub.triggers.issue(typed.user),
    },
  });
  if (!ack.ok) {
    const error = ack.error === 'operation_timeout' ? 'operation_timeout' : 'dispatch_failed';
    hub.refuse(typed.command, new SlackRefusal(error, ['コマンドへの応答が3秒以内に届きませんでした']));
    return whisper(hub, typed.user, channel.id, `${typed.command} はエラー「${error}」で失敗しました。`);
  }
  const body = isObj(ack.body) ? ack.body : typeof ack.body === 'string' ? { text: ack.body } : null;
  if (body === null) return;
  try {
    answer(hub.workspace, { user: typed.user, channel: channel.id }, body);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse(`${typed.command} (ack)`, error);
  }
}

async function invite(hub: Hub, user: string, channelId: string, text: string): Promise<void> {
  const channel = hub.workspace.channel(channelId);
  if (!text.includes(hub.manifest.botName))
    return whisper(hub, user, channelId, '招待する相手を @ で指定してください。');
  if (channel.archived)
    return whisper(hub, user, channelId, 'アーカイブ済みのチャンネルには招待できません。');
  if (!channel.members.includes(botUser)) channel.members.push(botUser);
  hub.workspace.post({
    channel: channelId,
    user: slackbot,
    text: `<@${botUser}> が参加しました。`,
    blocks: [],
    threadTs: null,
    ephemeralTo: null,
  });
  await sendEvent(hub, 'member_joined_channel', {
    type: 'member_joined_channel',
    user: botUser,
    channel: channelId,
    channel_type: 'C',
    team: teamId,
    inviter: user,
  });
}
