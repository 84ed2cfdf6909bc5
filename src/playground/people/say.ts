// A person writes: a message (with mentions), or a slash command.
import { sendEvent } from '../events.ts';
import type { StoredFile } from '../files.ts';
import type { Hub } from '../hub.ts';
import { isObj, type Obj } from '../json.ts';
import { answer } from '../response-urls.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { fileObject } from '../uploads.ts';
import { appId, botUser, type Message, slackbot, teamId } from '../workspace.ts';
import { channelField, undelivered } from './payload.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What Slack's client does to typed text: `& < >` are escaped, `@名前` and `#チャンネル` become references. */
function composed(hub: Hub, typed: string): string {
  const { people, channels } = hub.workspace.state;
  let text = escaped(typed);
  for (const { id, name } of [{ id: botUser, name: hub.manifest.botName }, ...people])
    text = text.replaceAll(`@${name}`, `<@${id}>`);
  for (const { id, name, kind } of channels)
    if (kind !== 'im') text = text.replaceAll(`#${name}`, `<#${id}|${name}>`);
  return text;
}

/** Posts a person's message and tells the bot what it subscribed to. */
export async function say(
  hub: Hub,
  message: { user: string; channel: string; text: string; threadTs?: string | null; files?: StoredFile[] },
): Promise<Message> {
  const channel = hub.workspace.channel(message.channel);
  const { user, threadTs = null, files = [] } = message;
  const text = composed(hub, message.text);
  const shown = [text, ...files.map(({ name }) => `添付　${escaped(name)}`)].filter((line) => line !== '');
  const posted = hub.workspace.post({ channel: channel.id, user, text: shown.join('\n'), threadTs });
  const event: Obj = {
    user,
    ts: posted.ts,
    text,
    team: teamId,
    channel: channel.id,
    event_ts: posted.ts,
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileObject(hub, file)), subtype: 'file_share' } : {}),
  };
  const mentioned = text.includes(`<@${botUser}>`);
  if (channel.kind === 'im')
    await sendEvent(hub, 'message.im', { ...event, type: 'message', channel_type: 'im' });
  else if (mentioned && channel.members.includes(botUser))
    await sendEvent(hub, 'app_mention', { ...event, type: 'app_mention' });
  else if (mentioned) {
    const bot = hub.manifest.botName;
    whisper(hub, user, channel.id, `${bot} はこのチャンネルにいません。「/invite @${bot}」で招待できます。`);
  }
  return posted;
}

/** A note from Slack itself that only one person sees. */
function whisper(hub: Hub, user: string, channel: string, text: string): void {
  hub.workspace.post({ channel, user: slackbot, text, ephemeralTo: user });
}

/** Runs a slash command; `/invite @ボット` is Slack's own. */
export async function command(
  hub: Hub,
  typed: { user: string; channel: string; command: string; text: string },
): Promise<void> {
  const { user } = typed;
  const channel = hub.workspace.channel(typed.channel);
  if (typed.command === '/invite') return invite(hub, user, channel.id, typed.text);
  if (!hub.manifest.commands.some((known) => known.command === typed.command))
    return whisper(hub, user, channel.id, `${typed.command} は有効なコマンドではありません。`);
  const { id: channel_id, name: channel_name } = channelField(channel);
  const ack = await hub.deliver({
    kind: 'command',
    name: typed.command,
    payload: {
      team_id: teamId,
      channel_id,
      channel_name,
      user_id: user,
      user_name: user.toLowerCase(),
      command: typed.command,
      text: escaped(typed.text),
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: `${hub.url}${hub.responseUrls.issue({ user, channel: channel.id })}`,
      trigger_id: hub.triggers.issue(user),
    },
  });
  if (!ack.ok) {
    const error = undelivered(hub, typed.command, ack, 'コマンドへの応答が3秒以内に届きませんでした');
    return whisper(hub, user, channel.id, `${typed.command} はエラー「${error}」で失敗しました。`);
  }
  if (ack.body === null) return;
  try {
    const body = isObj(ack.body) ? ack.body : { text: ack.body };
    answer(hub.workspace, { user, channel: channel.id }, body);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse(`${typed.command} (ack)`, error);
  }
}

function invite(hub: Hub, user: string, channelId: string, text: string): void {
  const channel = hub.workspace.channel(channelId);
  if (!text.includes(hub.manifest.botName))
    return void whisper(hub, user, channelId, '招待する相手を @ で指定してください。');
  if (channel.archived)
    return void whisper(hub, user, channelId, 'アーカイブ済みのチャンネルには招待できません。');
  if (!channel.members.includes(botUser)) channel.members.push(botUser);
  hub.workspace.post({ channel: channelId, user: slackbot, text: `<@${botUser}> が参加しました。` });
}
