// What the page shows to one person: channels, messages as HTML, the thread, the modal, App Home.
import { blocksToHtml } from './blocks-to-html.ts';
import { mrkdwn, type RenderContext, words } from './html/text.ts';
import type { Hub } from './hub.ts';
import type { Obj } from './json.ts';
import { botUser, type Channel, type Message, slackbot, type View } from './workspace.ts';

/** Everybody and everything that has a name. */
function nameOf({ manifest, workspace }: Hub, id: string): string | undefined {
  const apps = [
    { id: botUser, name: manifest.botName },
    { id: slackbot, name: 'ローカルSlack' },
  ];
  const { people, channels } = workspace.state;
  return [...apps, ...people, ...channels].find((known) => known.id === id)?.name;
}

function contextFor(hub: Hub, channel: string, idPrefix: string, state: View['state'] = {}): RenderContext {
  const { channels } = hub.workspace.state;
  return {
    nameOf: (id) => nameOf(hub, id),
    channels: channels.filter((known) => known.kind !== 'im' && !known.archived),
    people: hub.workspace.state.people,
    currentChannel: channel,
    state,
    idPrefix,
  };
}

const badges: Record<string, string> = { [botUser]: 'アプリ', [slackbot]: '案内' };

/** What `viewer` may see of a channel: their own ephemeral messages, nobody else's. */
function visibleTo(hub: Hub, viewer: string, channel: Channel | undefined): Message[] {
  return hub.workspace.state.messages.filter(
    ({ channel: id, ephemeralTo }) => id === channel?.id && (ephemeralTo === null || ephemeralTo === viewer),
  );
}

function messageView(hub: Hub, message: Message, replies: number): Obj {
  const { ts, channel, threadTs, user, text, blocks, edited, ephemeralTo } = message;
  const context = contextFor(hub, channel, `m${ts.replace('.', '-')}`);
  return {
    ts,
    channel,
    threadTs,
    author: { id: user, name: nameOf(hub, user) ?? user, badge: badges[user] },
    at: new Date(Number(ts) * 1000).toISOString(),
    html: blocks.length > 0 ? blocksToHtml(blocks, context) : `<div>${mrkdwn(text, context)}</div>`,
    ephemeral: ephemeralTo !== null,
    edited,
    files: message.files ?? [],
    example: user === slackbot,
    replies,
  };
}

/** A modal or App Home. */
function viewOf(hub: Hub, view: View | undefined, channel: string): Obj | null {
  if (!view) return null;
  const { title, submit, close, blocks } = view.body;
  return {
    id: view.id,
    hash: view.hash,
    title: words(title),
    submit: words(submit),
    close: words(close),
    html: blocksToHtml(blocks, contextFor(hub, channel, view.id, view.state)),
  };
}

/** Everything the page of `viewer` needs, with one channel (and thread) open. */
export function pageState(hub: Hub, viewer: string, channelId: string, threadTs: string): Obj {
  const { state } = hub.workspace;
  const { botName, commands, shortcuts, steps, prompts } = hub.manifest;
  const mine = state.channels.filter(({ kind, members }) => kind !== 'im' || members.includes(viewer));
  const channel = mine.find((known) => known.id === channelId) ?? mine[0];
  const id = channel?.id ?? '';
  const messages = visibleTo(hub, viewer, channel);
  const replies = (ts: string) => messages.filter((message) => message.threadTs === ts).length;
  return {
    me: viewer,
    people: state.people,
    bot: { id: botUser, name: botName },
    commands,
    shortcuts,
    steps,
    clock: hub.clock.now().toISOString(),
    channels: mine.map(({ members: _, ...known }) => ({
      ...known,
      count: visibleTo(hub, viewer, hub.workspace.channel(known.id)).length,
    })),
    channel: id,
    messages: messages
      .filter((message) => message.threadTs === null)
      .map((message) => messageView(hub, message, replies(message.ts))),
    thread: messages
      .filter((message) => message.ts === threadTs || message.threadTs === threadTs)
      .map((message) => messageView(hub, message, 0)),
    prompts: state.prompts[id] ?? (channel?.kind === 'im' ? prompts : []),
    modal: viewOf(hub, state.views[viewer]?.at(-1), id),
    home: viewOf(hub, state.homes[viewer], ''),
    refusals: hub.refusals.slice(-100).reverse(),
  };
}
