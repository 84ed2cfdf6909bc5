// A person who tries everything in a workspace: every command, every button, every choice, every view, in whatever the bot shows.
import type { App } from '@slack/bolt';
import type { Hub } from '../../../src/playground/hub.ts';
import { type Obj, obj, objs, str } from '../../../src/playground/json.ts';
import { click, suggest } from '../../../src/playground/people/click.ts';
import { submit } from '../../../src/playground/people/modal.ts';
import { openHome, runStep, useShortcut } from '../../../src/playground/people/open.ts';
import { command, say } from '../../../src/playground/people/say.ts';
import { elementsOf } from '../../../src/playground/rules/blocks.ts';
import { botUser, type Message, type View } from '../../../src/playground/workspace.ts';

const user = 'U0SATO';
const channel = 'C0KIKAKU';

export interface Crawl {
  /** What was clicked, submitted or picked, each kind once: `button record 実績を入力`. */
  done: Set<string>;
}

/** What is typed; `words` are the workspace's own. */
const typed = (kpi: string, words: string) => [
  '/kpi',
  '/kpi ヘルプ',
  `/kpi ${words}`,
  `/kpi ${kpi}`,
  '/kpi 遅れ',
  '/kpi 移住 Excelで',
  '/jigyo 空き家',
  '/yosan 移住 合計',
  '/machi 直方市',
  `/kpi 通知 ${words}`,
  '/kpi 通知 9:00',
  '/kpi 通知 一覧',
  '/kpi 通知 設定',
  `/kpi 通知 追う ${kpi}`,
  '/kpi 通知 今すぐ',
  `/kpi 実績 ${kpi}`,
  '/kpi 実績',
  '/kpi 担当',
  `/kpi 担当 ${kpi}`,
  '/kpi 担当 引き継ぎ',
  '/kpi 設定',
  `/kpi 設定 ${words}`,
  '/kpi 移住',
  '/kpi 設定 解除',
];

/** Tries everything in one workspace. `words` mark what is typed there. */
export async function crawl(hub: Hub, kpi: string, words: string): Promise<Crawl> {
  const found: Crawl = { done: new Set() };
  for (const text of typed(kpi, words)) {
    const [name = '', ...rest] = text.split(' ');
    await command(hub, { user, channel, command: name, text: rest.join(' ') });
    await settled(hub);
    await clickAll(hub, found, words);
  }
  for (const where of [channel, 'D0SATO']) {
    const asked = await say(hub, { user, channel: where, text: `@Hakaru ${kpi}` });
    await settled(hub);
    await say(hub, { user, channel: where, text: '@Hakaru R7は？', threadTs: asked.ts });
    await settled(hub);
  }
  for (const tab of ['home', 'messages'] as const) await openHome(hub, user, tab);
  await settled(hub);
  await useShortcut(hub, user, 'search_global');
  await settled(hub);
  await clickAll(hub, found, words);
  const note = hub.workspace.post({ channel, user, text: `${kpi}はどうですか` });
  await useShortcut(hub, user, 'search_message', { channel, ts: note.ts });
  for (const step of ['search_kpi', 'lagging_kpi'])
    await runStep(hub, { user, channel }, step, { words: step === 'search_kpi' ? kpi : '' });
  await settled(hub);
  await clickAll(hub, found, words);
  return found;
}

/** Clicks what was not clicked yet, in views, App Home and messages, and submits what opens, until nothing is new. */
export async function clickAll(hub: Hub, found: Crawl, words: string): Promise<void> {
  for (let left = 80; left > 0; left -= 1) {
    const top = hub.workspace.state.views[user]?.at(-1);
    const act = top ? newIn(top, hub, found) : somethingNew(hub, found);
    if (act) await act();
    else if (top) await submitOnce(hub, top, found, words);
    else return;
    await settled(hub);
  }
}

type Act = () => Promise<unknown>;

function somethingNew(hub: Hub, found: Crawl): Act | null {
  const { messages, homes } = hub.workspace.state;
  const shown: (Message | View)[] = [
    ...(homes[user] ? [homes[user]] : []),
    ...messages.filter(({ user: by, blocks }) => by === botUser && blocks.length > 0).reverse(),
  ];
  for (const one of shown) {
    const act = newIn(one, hub, found);
    if (act) return act;
  }
  return null;
}

function newIn(one: Message | View, hub: Hub, found: Crawl): Act | null {
  const blocks = 'body' in one ? objs(one.body.blocks) : one.blocks;
  const place = 'body' in one ? { view: one.id } : { channel: one.channel, ts: one.ts };
  for (const { block, element } of elementsOf(blocks)) {
    const at = { user, place, blockId: str(block.block_id), actionId: str(element.action_id) };
    const kind = `${str(element.type)} ${str(element.action_id).replace(/[:\d].*/, '')}`;
    for (const { label, value } of choicesOf(element)) {
      const key = `${kind} ${label}`;
      if (found.done.has(key)) continue;
      found.done.add(key);
      return element.type === 'external_select'
        ? () => suggest(hub, { ...at, value: label })
        : () => click(hub, { ...at, ...(value === undefined ? {} : { value }) });
    }
  }
  return null;
}

/** Ways to use an element; inputs that only count at the submission have none. */
function choicesOf(element: Obj): { label: string; value?: unknown }[] {
  const label = (one: unknown) => str(obj(obj(one).text).text);
  switch (element.type) {
    case 'button':
      return [{ label: label(element) }];
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map((button) => ({
        label: label(button),
        value: str(obj(button).value),
      }));
    case 'overflow':
      return objs(element.options).map((option) => ({ label: label(option), value: str(option.value) }));
    case 'external_select':
      return ['', '移住'].map((typedWord) => ({ label: typedWord }));
    default:
      return [];
  }
}

/** Fills every input in and submits, once for each sort of view; then it is closed. */
async function submitOnce(hub: Hub, view: View, found: Crawl, words: string): Promise<void> {
  const key = `view ${str(view.body.callback_id)}`;
  if (!found.done.has(key) && view.body.submit !== undefined) {
    await fillIn(hub, view, words);
    await settled(hub);
    // An odd value is asked about once.
    const again = hub.workspace.view(view.id);
    if (again) await fillIn(hub, again, words);
    found.done.add(key);
  }
  await settled(hub);
  const { views } = hub.workspace.state;
  views[user] = (views[user] ?? []).filter(({ id }) => id !== view.id);
}

async function fillIn(hub: Hub, view: View, words: string): Promise<void> {
  const values: Obj = {};
  for (const { block, element } of elementsOf(view.body.blocks)) {
    const value = await filled(hub, view, block, element, words);
    if (value !== null) values[str(block.block_id)] = { [str(element.action_id)]: value };
  }
  await submit(hub, user, view.id, values);
}

/** A result that stands: nothing takes it back. */
export async function recordResult(hub: Hub, kpi: string, words: string): Promise<void> {
  await command(hub, { user, channel, command: '/kpi', text: `実績 ${kpi}` });
  await settled(hub);
  const view = hub.workspace.state.views[user]?.at(-1);
  if (view) await submitOnce(hub, view, { done: new Set() }, words);
}

async function filled(hub: Hub, view: View, block: Obj, element: Obj, words: string): Promise<unknown> {
  const [first] = objs(element.options);
  switch (element.type) {
    case 'plain_text_input': {
      const id = str(block.block_id);
      return id.startsWith('value') ? resultOf(words) : id === 'filter' ? '' : words;
    }
    case 'url_text_input':
      return `https://example.jp/${encodeURIComponent(words)}`;
    case 'static_select':
    case 'radio_buttons':
      return str(first?.value);
    case 'multi_users_select':
      return [user, 'U0TANAKA'];
    case 'users_select':
      return str(element.action_id).endsWith('to') ? 'U0TANAKA' : 'U0SUZUKI';
    case 'conversations_select':
      return channel;
    case 'external_select': {
      const at = { user, place: { view: view.id }, blockId: str(block.block_id) };
      const [offered] = await suggest(hub, { ...at, actionId: str(element.action_id), value: '移住' });
      return offered ? JSON.stringify(offered) : null;
    }
    default:
      return null;
  }
}

/** Another figure for each town. */
export const resultOf = (words: string) => String(410 + (words.charCodeAt(0) % 10));

const work = new WeakMap<Hub, { now: number }>();

/** Counts what an app works on for a workspace, so that the next step waits for it. */
export function follow(hub: Hub, app: Pick<App, 'processEvent'>): void {
  const count = { now: 0 };
  work.set(hub, count);
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    count.now += 1;
    try {
      await processEvent(event);
    } finally {
      count.now -= 1;
    }
  };
}

/** The bot has done what it was asked. */
async function settled(hub: Hub): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    quiet = work.get(hub)?.now === 0 ? quiet + 1 : 0;
  }
}
