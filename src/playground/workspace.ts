// The state of the stand-in workspace: who is there, which channels, what was said, which views are open. Pure, no network.
import type { MovableClock } from './clock.ts';
import type { Obj } from './json.ts';
import { SlackRefusal } from './rules/refusal.ts';

export interface Person {
  id: string;
  name: string;
  /** Section of the town hall, shown under the name. */
  title: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: string[];
  archived: boolean;
  topic: string;
}

export interface Message {
  ts: string;
  channel: string;
  /** Person, bot user, or USLACKBOT. */
  user: string;
  text: string;
  blocks: Obj[];
  threadTs: string | null;
  edited: boolean;
  /** The only person who sees it, or null. */
  ephemeralTo: string | null;
  /** Files shared with it. */
  files?: { id: string; name: string; size: number }[];
}

/** A message to post; without blocks, outside threads and for everybody unless said. */
export type NewMessage = Pick<Message, 'channel' | 'user' | 'text'> &
  Partial<Pick<Message, 'blocks' | 'threadTs' | 'ephemeralTo' | 'files'>>;

export interface View {
  id: string;
  hash: string;
  /** The view as the bot sent it, block ids filled in. */
  body: Obj;
  /** Values in the view so far: block id → action id → Slack's state object. */
  state: Record<string, Record<string, Obj>>;
}

export interface WorkspaceState {
  counter: number;
  people: Person[];
  channels: Channel[];
  messages: Message[];
  /** Open modals per person, the topmost last. */
  views: Record<string, View[]>;
  homes: Record<string, View>;
  /** Suggested prompts per direct message. */
  prompts: Record<string, Obj[]>;
}

export const botUser = 'U0HAKARU';
export const botId = 'B0HAKARU';
export const appId = 'A0HAKARU';
export const teamId = 'T0MACHI';
export const slackbot = 'USLACKBOT';

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace(state: WorkspaceState, clock: MovableClock) {
  const listeners: (() => void)[] = [];
  const used = new Set(state.messages.map((message) => message.ts));
  const workspace = {
    state,
    /** An id never given before: `V0000A`. */
    newId(prefix: string): string {
      state.counter += 1;
      return `${prefix}${state.counter.toString(36).toUpperCase().padStart(7, '0')}`;
    },
    newTs(): string {
      // Two messages in one millisecond, or a clock moved back, must not share a ts.
      let micros = Math.floor(clock.now().getTime() * 1000);
      const text = () => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
      while (used.has(text())) micros += 1;
      used.add(text());
      return text();
    },
    /** @throws SlackRefusal channel_not_found */
    channel(id: string): Channel {
      const found = state.channels.find((channel) => channel.id === id || `#${channel.name}` === id);
      if (!found) throw new SlackRefusal('channel_not_found', [`チャンネル ${id} はありません`]);
      return found;
    },
    person: (id: string) => state.people.find((person) => person.id === id),
    /** The direct message between a person and the bot. */
    directMessage: (user: string) =>
      state.channels.find((channel) => channel.kind === 'im' && channel.members.includes(user)),
    post({ blocks = [], threadTs = null, ephemeralTo = null, ...rest }: NewMessage): Message {
      const own = { ts: workspace.newTs(), edited: false, blocks: workspace.withBlockIds(blocks) };
      const posted: Message = { ...rest, threadTs, ephemeralTo, ...own };
      state.messages.push(posted);
      workspace.changed();
      return posted;
    },
    message: (channel: string, ts: string) =>
      state.messages.find((message) => message.channel === channel && message.ts === ts),
    /** Fills in the block ids that Slack makes up itself. */
    withBlockIds: (blocks: Obj[]): Obj[] =>
      blocks.map((block) => ({ ...block, block_id: block.block_id ?? workspace.newId('b') })),
    view: (id: string) =>
      [...Object.values(state.views).flat(), ...Object.values(state.homes)].find((view) => view.id === id),
    /** Closes a person's modal, or all of them. */
    closeViews(user: string, id?: string): void {
      state.views[user] = (state.views[user] ?? []).filter((view) => id !== undefined && view.id !== id);
      workspace.changed();
    },
    /** Tells the page that something changed. */
    changed(): void {
      for (const listener of listeners) listener();
    },
    onChange: (listener: () => void) => listeners.push(listener),
  };
  return workspace;
}
