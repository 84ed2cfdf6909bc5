// What the page shows to one person: channels, messages as HTML, the thread, the modal, App Home.
import { blocksToHtml, type RenderContext } from './blocks-to-html.ts';
import { mrkdwn } from './html/mrkdwn.ts';
import type { Hub } from './hub.ts';
import { type Obj, obj, str } from './json.ts';
import { botUser, type Channel, type Message, slackbot, type View } from './workspace.ts';

function contextFor(hub: Hub, channel: string, idPrefix: string, state: View['state'] = {}): RenderContext {
  const { people, channels } = hub.workspace.state;
  return {
    userName: (id) => (id === botUser ? hub.manifest.botName : hub.workspace.person(id)?.name),
    channelName: (id) => channels.find((known) => known.id === id)?.name,
    people,
    channels: channels.filter((known) => known.kind !== 'im' && !known.archived),
    currentChannel: channel,
    state,
    idPrefix,
  };
}

function author(hub: Hub, user: string): Obj {
  if (user === botUser) return { id: user, name: hub.manifest.botName, badge: 'アプリ' };
  if (user === slackbot) return { id: user, name: 'ローカルSlack', badge: '案内' };
  const person = hub.workspace.person(user);
  return { id: user, name: person?.name ?? user, title: person?.title ?? '' };
}

/** What `viewer` may see of a channel: their own ephemeral messages, nobody else's. */
function visibleTo(hub: Hub, viewer: string, channel: Channel): Message[] {
  return hub.workspace.state.messages.filter(
    (message) =>
      message.channel === channel.id && (message.ephemeralTo === null || message.ephemeralTo === viewer),
  );
}

function messageView(hub: Hub, message: Message, replies: number): Obj {
  const context = contextFor(hub, message.channel, `m${message.ts.replace('.', '-')}`);
  return {
    ts: message.ts,
    channel: message.channel,
    threadTs: message.threadTs,
    author: author(hub, message.user),
    at: new Date(Number(message.ts) * 1000).toISOString(),
    html:
      message.blocks.length > 0
        ? blocksToHtml(message.blocks, context)
        : `<div class="bk-text">${mrkdwn(message.text, context)}</div>`,
    ephemeral: message.ephemeralTo !== null,
    edited: message.edited,
    example: message.user === slackbot,
    replies,
    files: message.files.map((file) => ({ ...file, url: `/files/${file.id}` })),
  };
}

function modalView(hub: Hub, view: View | undefined, channel: string, depth: number): Obj | null {
  if (!view) return null;
  const text = (field: unknown) => str(obj(field).text);
  return {
    id: view.id,
    hash: view.hash,
    title: text(view.body.title),
    submit: text(view.body.submit),
    close: text(view.body.close),
    depth,
    html: blocksToHtml(view.body.blocks, contextFor(hub, channel, view.id, view.state)),
  };
}

/** Everything the page of `viewer` needs, with one channel (and thread) open. */
export function pageState(hub: Hub, viewer: string, channelId: string, threadTs: string): Obj {
  const { state } = hub.workspace;
  const mine = state.channels.filter((channel) => channel.kind !== 'im' || channel.members.includes(viewer));
  const channel = mine.find((known) => known.id === channelId) ?? mine[0];
  const messages = channel ? visibleTo(hub, viewer, channel) : [];
  const replies = (ts: string) => messages.filter((message) => message.threadTs === ts).length;
  const thread = messages.filter((message) => message.ts === threadTs || message.threadTs === threadTs);
  const stack = state.views[viewer] ?? [];
  const home = state.homes[viewer];
  return {
    me: viewer,
    people: state.people,
    bot: { id: botUser, name: hub.manifest.botName },
    app: hub.manifest.appName,
    commands: hub.manifest.commands,
    shortcuts: hub.manifest.shortcuts,
    steps: hub.manifest.steps,
    clock: hub.clock.now().toISOString(),
    channels: mine.map((known) => ({
      id: known.id,
      name: known.name,
      kind: known.kind,
      topic: known.topic,
      archived: known.archived,
      hasBot: known.members.includes(botUser),
      count: visibleTo(hub, viewer, known).length,
    })),
    channel: channel?.id ?? '',
    messages: messages
      .filter((message) => message.threadTs === null)
      .map((message) => messageView(hub, message, replies(message.ts))),
    thread: thread.map((message) => messageView(hub, message, 0)),
    status: Object.entries(state.statuses)
      .filter(([key]) => key.startsWith(`${channel?.id} `))
      .map(([, text]) => text),
    prompts: channel
      ? (state.prompts[channel.id] ?? (channel.kind === 'im' ? hub.manifest.suggestedPrompts : []))
      : [],
    modal: modalView(hub, stack.at(-1), channel?.id ?? '', stack.length),
    home: home
      ? {
          id: home.id,
          hash: home.hash,
          html: blocksToHtml(home.body.blocks, contextFor(hub, '', home.id, home.state)),
        }
      : null,
    refusals: hub.refusals.slice(-100).reverse(),
    requests: hub.requests.length,
  };
}
