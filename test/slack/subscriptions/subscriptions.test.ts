// Subscribing where one stands: command, list, buttons, modal with its live count, snoozes; against the stand-in for Slack.
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Obj } from '../../../src/playground/json.ts';
import { click } from '../../../src/playground/people/click.ts';
import { submit } from '../../../src/playground/people/modal.ts';
import { command } from '../../../src/playground/people/say.ts';
import type { Message, View } from '../../../src/playground/workspace.ts';
import { digestClient } from '../../../src/slack/digest/outcome.ts';
import { type DigestScheduler, startDigestScheduler } from '../../../src/slack/digest/scheduler.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../../support/slack-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  for (const { id } of await town.context.store.subscriptions())
    await town.context.store.removeSubscription(id);
  town.playground.hub.workspace.state.views = {};
});

const subscriptions = () => town.context.store.subscriptions();
const topView = (user: string = people.sato): View | undefined =>
  town.playground.hub.workspace.state.views[user]?.at(-1);
const posts = (channel: string) =>
  town.answers().filter((message) => message.channel === channel && message.ephemeralTo === null);

/** Types a command that opens a modal. */
async function opens(typed: string): Promise<View> {
  const [name = '', ...words] = typed.split(' ');
  await command(town.playground.hub, {
    user: people.sato,
    channel: channels.kikaku,
    command: name,
    text: words.join(' '),
  });
  return await until(() => topView(), `a modal for ${typed} (${town.refusals()})`);
}

/** Clicks a button that opens a modal. */
async function clickOpens(message: Message, label: string): Promise<View> {
  const before = topView();
  void town.click(message, label).catch(() => undefined);
  return await until(
    () => (topView() === before ? undefined : topView()),
    `a modal for ${label} (${town.refusals()})`,
  );
}

function values(filter: string, more: { weekdays?: string[]; now?: boolean; channel?: string } = {}): Obj {
  return {
    channel: { channel: more.channel ?? channels.kikaku },
    time: { time: '09:30' },
    weekdays: { weekdays: more.weekdays ?? ['1', '3'] },
    filter: { 'subscription-filter': filter },
    now: { now: more.now ? ['now'] : [] },
  };
}

describe('/kpi 通知', () => {
  test('subscribes the channel where it was typed, 平日 9:00, everything', async () => {
    const said = await town.command('/kpi 通知');
    expect(said.ephemeralTo).toBe(people.sato);
    expect(wordsOf(said)).toContain('すべてのKPI 105件、平日 9:00');
    expect(wordsOf(said)).toContain('次は11/24(火)です');
    expect(await subscriptions()).toMatchObject([
      { channel: channels.kikaku, owner: people.sato, filter: '', time: '09:00', state: 'active' },
    ]);
  });

  test('移住 9:30 is narrowed and timed; typed again it changes the one that is there', async () => {
    const said = await town.command('/kpi 通知 移住 9:30');
    expect(wordsOf(said)).toMatch(/「移住」のKPI \d+件、平日 9:30/);
    await town.command('/kpi 通知 移住 8:00');
    expect(await subscriptions()).toMatchObject([{ filter: '移住', time: '08:00' }]);
  });

  test('words that find nothing make no subscription', async () => {
    const said = await town.command('/kpi 通知 qqqqzzzz');
    expect(wordsOf(said)).toContain('当てはまるKPIはありません');
    expect(await subscriptions()).toEqual([]);
  });

  test('一覧 shows each with its buttons; 停止 ends the only one', async () => {
    await town.command('/kpi 通知 移住');
    // As copied from elsewhere, with a sign that nobody sees.
    const list = await town.command('/kpi \u200b通知\u200b 一覧');
    expect(wordsOf(list)).toContain('このチャンネルへのお知らせ 1件');
    expect(labelsOf(list)).toEqual(['今すぐ送る', '一時停止', '編集', 'やめる']);
    const said = await town.command('/kpi 通知 停止');
    expect(wordsOf(said)).toContain('「移住」のお知らせをやめました');
    expect(await subscriptions()).toEqual([]);
  });

  test('停止 with several asks which one', async () => {
    await town.command('/kpi 通知');
    await town.command('/kpi 通知 移住');
    const said = await town.command('/kpi 通知 停止');
    expect(wordsOf(said)).toContain('このチャンネルへのお知らせ 2件');
    expect(await subscriptions()).toHaveLength(2);
  });

  test('anyone may pause and resume; the log says who', async () => {
    const made = await town.command('/kpi 通知');
    const paused = await town.click(made, '一時停止', people.sato);
    expect(wordsOf(paused)).toContain('一時停止しました');
    expect(await subscriptions()).toMatchObject([{ state: 'paused' }]);
    const list = await town.command('/kpi 通知 一覧', { user: people.tanaka });
    await town.click(list, '再開', people.tanaka);
    expect(await subscriptions()).toMatchObject([{ state: 'active', owner: people.sato }]);
    expect(town.logged).toContainEqual(
      expect.objectContaining({ msg: 'subscription resume', by: people.tanaka }),
    );
  });

  test('今すぐ送る posts the first summary once', async () => {
    const before = posts(channels.kikaku).length;
    const made = await town.command('/kpi 通知 総務課');
    await town.click(made, '今すぐ送る');
    const told = await until(
      () => town.answers().find((message) => wordsOf(message).includes('のお知らせを送りました')),
      'sent',
    );
    expect(told.ephemeralTo).toBe(people.sato);
    const [post] = posts(channels.kikaku).slice(before);
    expect(post && wordsOf(post)).toContain('11/24(火) 計画KPI「総務課」　お知らせを始めます');
    const again = await town.click(made, '今すぐ送る');
    expect(wordsOf(again)).toContain('今日の分を送信済みです');
  });
});

describe('the modal', () => {
  test('opens with the channel it was typed in and counts while typing', async () => {
    const view = await opens('/kpi 通知 設定');
    expect(JSON.stringify(view.body.blocks)).toContain(`"initial_conversation":"${channels.kikaku}"`);
    expect(JSON.stringify(view.body.blocks)).toContain('すべてのKPI 105件');
    const type = (words: string) =>
      click(town.playground.hub, {
        user: people.sato,
        place: { view: view.id },
        blockId: 'filter',
        actionId: 'subscription-filter',
        value: words,
        values: values(words),
      });
    // Typed on before the first count was there: the last one stays.
    await Promise.all([type('移住'), type('移住相談')]);
    await until(
      () => (/「移住相談」のKPI \d+件：/.test(JSON.stringify(topView()?.body.blocks)) ? true : undefined),
      `the live count (${town.refusals()})`,
    );
  });

  test('tells wrong input at its field', async () => {
    const view = await opens('/kpi 通知 設定');
    expect(await submit(town.playground.hub, people.sato, view.id, values('qqqqzzzz'))).toEqual({
      filter: expect.stringContaining('当てはまるKPIはありません'),
    });
    expect(await subscriptions()).toEqual([]);
  });

  test('saves, and can send at once', async () => {
    const before = posts(channels.kikaku).length;
    const view = await opens('/kpi 通知 設定');
    const errors = await submit(town.playground.hub, people.sato, view.id, values('企画課', { now: true }));
    expect(errors).toEqual({});
    await until(() => posts(channels.kikaku)[before], `the digest (${town.refusals()})`);
    expect(await subscriptions()).toMatchObject([{ filter: '企画課', time: '09:30', weekdays: [1, 3] }]);
    // Its thread takes a second a message; the next test must not meet its confirmation.
    const told = () => town.answers().find(({ text }) => text.includes('「企画課」のお知らせを送りました'));
    await until(told, 'the confirmation', 15_000);
  });

  test('edits the one its button stands at', async () => {
    const made = await town.command('/kpi 通知 移住');
    const view = await clickOpens(made, '編集');
    await submit(town.playground.hub, people.sato, view.id, values('総務課'));
    await until(
      () => town.answers().find((message) => wordsOf(message).includes('設定を変更しました')),
      'the confirmation',
    );
    // An earlier test's confirmation stands there as well.
    await expect.poll(subscriptions).toMatchObject([{ filter: '総務課', time: '09:30' }]);
  });
});

test('a KPI named in a digest is silenced for a week and woken again', async () => {
  await town.command('/kpi 通知 国際政策課');
  // Messages of earlier tests' threads may still arrive.
  const made = await until(
    () => town.answers().find((message) => wordsOf(message).includes('「国際政策課」のKPI')),
    'the confirmation',
  );
  await town.click(made, '今すぐ送る');
  const post = await until(
    () =>
      posts(channels.kikaku).find((message) => message.text.includes('「国際政策課」　お知らせを始めます')),
    'the digest',
  );
  const view = await clickOpens(post, 'KPIを1週間止める');
  expect(JSON.stringify(view.body.blocks)).toContain('1週間（11/30まで）');
  const kpi = 'hyoka-kpi-kyodo-project';
  await submit(town.playground.hub, people.sato, view.id, {
    kpi: { kpi },
    span: { span: 'week' },
    reason: { reason: '照会中' },
  });
  const told = await until(
    () => town.answers().find((message) => wordsOf(message).includes('11/30まで止めました')),
    `the confirmation (${town.refusals()})`,
  );
  expect(await town.context.store.snoozes(channels.kikaku)).toMatchObject([
    { kpi, until: '2026-11-30', reason: '照会中', statusThen: '遅れ', by: people.sato },
  ]);
  const list = await town.command('/kpi 通知 一覧');
  expect(wordsOf(list)).toContain('停止中');
  await town.click(told, '停止を解除');
  expect(await town.context.store.snoozes(channels.kikaku)).toEqual([]);
});

test('Slack refused nothing of all this', () => {
  // Two looks at one view: Slack keeps the older one off.
  expect(town.refusals().filter((error) => error !== 'hash_conflict')).toEqual([]);
});

describe('with the scheduler', () => {
  let scheduler: DigestScheduler;
  beforeAll(() => {
    const { context, playground } = town;
    const client = digestClient(playground.botToken, playground.apiUrl);
    scheduler = startDigestScheduler({ context, client, every: 20, pause: 0 });
  });
  afterAll(() => scheduler.stop());
  const headlined = (text: string) =>
    until(
      () => posts(channels.kikaku).find((message) => message.text.startsWith(text)),
      `${text} (${town.refusals()})`,
    );

  test('moving the clock to the next working day brings the digest, and its buttons lead on', async () => {
    await town.command('/kpi 通知 東京事務所 8:30');
    await town.app.idle();
    town.playground.clock.moveTo(new Date('2026-11-25T00:00:05Z'));
    const post = await headlined('11/25(水) 計画KPI「東京事務所」　お知らせを始めます');
    expect(labelsOf(post)).toEqual(['一覧', '実績を入力', 'Excelで']);
    const list = await town.click(post, '一覧');
    expect(list.ephemeralTo).toBe(people.sato);
    expect(wordsOf(list)).toContain('実績');
    // The digest as a file, in the direct message of whoever asked.
    await town.click(post, 'Excelで');
    const sent = await until(() => town.answers().find(({ files = [] }) => files.length > 0), 'the file');
    expect(town.playground.hub.workspace.channel(sent.channel)).toMatchObject({ kind: 'im' });
    const { url } = town.playground.hub;
    const file = await fetch(`${url}/page/files/${sent.files?.[0]?.id}`);
    const book = xlsx.read(Buffer.from(await file.arrayBuffer()), { type: 'buffer' });
    const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.KPI as xlsx.WorkSheet);
    expect(rows).toHaveLength(Number(/対象 (\d+)件/.exec(post.text)?.[1]));
    expect(rows.find(({ KPI }) => KPI === 'KitaQサポーター登録者数')).toMatchObject({
      '実績（数値）': 2961,
      出典箇所: expect.stringContaining('No. 11'),
    });
    await town.app.idle();
  });

  test('a recorded result is in the next digest, with details and reason in its thread', async () => {
    const { store, bot } = town.context;
    const kpi = '東京事務所における新規移住相談者数';
    await town.command(`/kpi 通知 追う ${kpi}`, { user: people.suzuki });
    await town.app.idle();
    const recordedAt = town.playground.clock.now().toISOString();
    const entry = await store.append({
      id: 'recorded-in-test',
      kind: 'recorded',
      kpi: 'hyoka-kpi-iju-sodan',
      plan: 'kitakyushu-hyoka',
      fy: 2022,
      typed: '80人',
      value: 80,
      unit: '人',
      partly: false,
      comment: '',
      link: '',
      recordedBy: people.suzuki,
      recordedAt,
    });
    bot.repository.applyEntries([entry]);
    await town.command('/kpi 通知 東京事務所 8:30');
    await town.app.idle();
    town.playground.clock.moveTo(new Date('2026-11-26T00:00:05Z'));
    // The subscription of the test before is gone: this one starts with its own summary.
    const first = await headlined('11/26(木) 計画KPI「東京事務所」　お知らせを始めます');
    expect(first.text).toContain('遅れ　東京事務所における新規移住相談者数：80人／目標200人（R4・40.0%）');
    const detail = await until(
      () => posts(channels.kikaku).find((message) => message.threadTs === first.ts),
      'the thread',
    );
    expect(labelsOf(detail)).toEqual(['詳細', '根拠', '実績を入力', '止める']);
    // Whoever follows the KPI hears of it in a direct message, once, and can stop it there.
    const own = () => town.answers().filter(({ text }) => text.startsWith(`11/26(木) 計画KPI「${kpi}」`));
    const [told] = await until(() => (own().length > 0 ? own() : undefined), 'the direct message');
    expect(told?.text).toContain('80人／目標200人（R4・40.0%・前は順調・11/25登録）');
    expect(town.playground.hub.workspace.channel(told?.channel ?? '')).toMatchObject({ kind: 'im' });
    await scheduler.tick();
    expect(own()).toHaveLength(1);
    await town.click(told as Message, 'Excelで', people.suzuki);
    const named = () => town.answers().flatMap(({ files = [] }) => files.map(({ name }) => name));
    await until(() => named().find((name) => name.includes(`計画KPI「${kpi}」`)), 'its file');
    const basis = await town.click(detail, '根拠');
    expect(wordsOf(basis)).toContain('80');
  });
});
