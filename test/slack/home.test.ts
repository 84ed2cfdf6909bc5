// App Home: what one person finds there, and what its controls do.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import type { View } from '../../src/playground/workspace.ts';
import { StoreUnavailable, type Subscription } from '../../src/ports/store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { openTown, people, type Town, until } from '../support/slack-town.ts';
import { enter, modalOf, send, wordsIn } from './recording/people.ts';

async function homeOf(town: Town, user: string, fits: (view: View) => boolean = () => true): Promise<View> {
  const { hub } = town.playground;
  return await until(
    () => {
      const home = hub.workspace.state.homes[user];
      return home && fits(home) ? home : undefined;
    },
    `home (refused: ${hub.refusals.map(({ details }) => details.join(' ')).join(', ')})`,
  );
}

async function visit(town: Town, user: string = people.sato): Promise<View> {
  delete town.playground.hub.workspace.state.homes[user];
  delete town.playground.hub.workspace.state.views[user];
  await openHome(town.playground.hub, user, 'home');
  return await homeOf(town, user);
}

const subscription: Subscription = {
  id: 'sub-1',
  channel: 'C0IJU',
  owner: people.sato,
  filter: '移住',
  time: '09:30',
  weekdays: [1, 3, 5],
  state: 'active',
  stopReason: '',
  refusals: 0,
  createdAt: '2026-11-20T00:00:00.000Z',
};

describe('App Home', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  test('shows what awaits its result, what lags and what is due this fiscal year, cut with 「ほか n件」', async () => {
    const words = wordsIn(await visit(town));
    // In the order of what matters to a chief.
    expect(words).toMatch(
      /遅れているKPI（\d+件）[\s\S]*実績の登録を待っているKPI（\d+件）[\s\S]*令和8年度に期限を迎えるもの（\d+件）/,
    );
    expect(words).toMatch(/ほか\d+件を見る/);
    expect(words).toContain('バスツアーの参加者数');
    expect(words).toContain('まだありません。');
  });

  test('the department chosen narrows the results to record and is remembered', async () => {
    const home = await visit(town);
    await enter(town, home, '東京事務所', people.sato);
    const narrowed = await homeOf(town, people.sato, (view) =>
      wordsIn(view).includes('待っているKPI（3件）'),
    );
    expect(wordsIn(narrowed)).toContain('東京事務所における新規移住相談者数');
    expect(await town.context.store.preference(people.sato, 'department')).toBe('東京事務所');
    expect(wordsIn(await visit(town))).toContain('待っているKPI（3件）');
    expect(wordsIn(await visit(town, people.tanaka))).not.toContain('待っているKPI（3件）');
  });

  test('「実績を入力」 in a row opens the modal for that KPI and year', async () => {
    const home = await visit(town);
    await enter(town, home, '実績を入力', people.sato);
    const view = await modalOf(town, people.sato);
    expect(view.body.callback_id).toBe('record');
  });

  test('the search box answers in a modal; its buttons lead on there and back', async () => {
    const home = await visit(town);
    await enter(town, home, 'home-search', people.sato, '空き家');
    const answer = await modalOf(town, people.sato);
    expect(wordsIn(answer)).toContain('空き家の流通・活用支援事業');
    await enter(town, answer, '詳細', people.sato);
    const details = await modalOf(town, people.sato, (view) => wordsIn(view).includes('← 前の表示'));
    await enter(town, details, '← 前の表示', people.sato);
    const back = await modalOf(town, people.sato, (view) => !wordsIn(view).includes('← 前の表示'));
    expect(wordsIn(back)).toBe(wordsIn(answer));
  });

  test('「条件を選んで検索」 opens the search modal', async () => {
    await enter(town, await visit(town), '条件を選んで検索', people.sato);
    expect((await modalOf(town, people.sato)).body.callback_id).toBe('search');
  });

  test('a KPI that is followed stands there by its name, and is stopped with one click', async () => {
    const kpi = 'U・Iターン就職決定者数';
    await town.command(`/kpi 通知 追う ${kpi}`);
    const home = await visit(town);
    expect(wordsIn(home)).toMatch(new RegExp(`ダイレクトメッセージ\\s*　平日 9:00　${kpi}　配信中`));
    expect(wordsIn(home)).not.toContain(people.sato);
    await enter(town, home, 'やめる', people.sato);
    await homeOf(town, people.sato, (view) => !wordsIn(view).includes('配信中'));
    expect(await town.context.store.subscriptions()).toEqual([]);
  });

  test('own subscriptions stand there with pause and edit; others do not', async () => {
    await town.context.store.saveSubscription(subscription);
    const home = await visit(town);
    expect(wordsIn(home)).toContain('月・水・金 9:30　移住　配信中');
    expect(wordsIn(await visit(town, people.tanaka))).not.toContain('9:30');
    await enter(town, home, '一時停止', people.sato);
    const paused = await homeOf(town, people.sato, (view) => wordsIn(view).includes('一時停止中'));
    expect(wordsIn(paused)).toContain('再開');
    expect((await town.context.store.subscriptions())[0]?.state).toBe('paused');
  });

  test('「ほかn件を見る」 shows a list whole; what is changed there shows there and in App Home', async () => {
    const { store } = town.context;
    for (let n = 1; n <= 11; n += 1)
      await store.saveSubscription({ ...subscription, id: `sub-more-${n}`, filter: `言葉${n}号` });
    await enter(town, await visit(town), 'ほか4件を見る', people.sato);
    const list = await modalOf(town, people.sato, (view) => wordsIn(view).includes('言葉11号'));
    expect(wordsIn(list).match(/言葉\d+号/g)).toHaveLength(11);
    await enter(town, list, '一時停止', people.sato);
    const paused = await modalOf(
      town,
      people.sato,
      (view) => wordsIn(view).match(/一時停止中/g)?.length === 2,
    );
    expect((await store.subscriptions()).filter(({ state }) => state === 'paused')).toHaveLength(2);
    await homeOf(town, people.sato, (view) => wordsIn(view).match(/一時停止中/g)?.length === 2);
    await enter(town, paused, '編集', people.sato);
    const edit = await modalOf(town, people.sato, (view) => view.body.callback_id === 'subscription');
    expect(await send(town, edit, people.sato, { time: '10:15' })).toEqual({});
    expect(town.playground.hub.workspace.state.views[people.sato]).toEqual([]);
    await homeOf(town, people.sato, (view) => wordsIn(view).includes('10:15'));
  });

  test('reports that figures are wrong are there for those who record, all of them on request', async () => {
    const { store, clock } = town.context;
    for (let n = 1; n <= 6; n += 1)
      await store.saveFeedback({
        id: `wrong-${n}`,
        question: `/kpi 問い${n}番`,
        verdict: 'bad',
        about: 'figure',
        comment: '120人です',
        answer: '',
        by: people.tanaka,
        at: clock.now().toISOString(),
      });
    await visit(town);
    const home = await homeOf(town, people.sato, (view) =>
      wordsIn(view).includes('数字が違うという報告（6件）'),
    );
    await enter(town, home, 'ほか1件を見る', people.sato);
    const list = await modalOf(town, people.sato, (view) => wordsIn(view).includes('問い'));
    expect(wordsIn(list).match(/問い\d番：120人です/g)).toHaveLength(6);
  });

  test('Slack refused nothing of all this', () => {
    expect(town.refusals()).toEqual([]);
  });
});

test('App Home is there while the store is down', async () => {
  const down = () => Promise.reject(new StoreUnavailable('down'));
  const town = await openTown({
    store: (file) => ({ ...openStore({ sqliteFile: file }), preference: down, subscriptions: down }),
  });
  const words = wordsIn(await visit(town));
  expect(words).toContain('遅れているKPI');
  expect(words).toContain('記録の保存先につながらないため、いまは表示できません。');
  await town.close();
});

test('with a prefix App Home names the commands as this workspace has them', async () => {
  const town = await openTown({ environment: { COMMAND_PREFIX: 'hakaru-' } });
  const words = wordsIn(await visit(town));
  expect(words).toContain('/hakaru-kpi 移住');
  expect(words).not.toMatch(/(^|\s)\/kpi/m);
  await town.close();
});

test('a result recorded from App Home changes it at once', async () => {
  const town = await openTown();
  const home = await visit(town);
  const before = home.hash;
  const [, count] = /待っているKPI（(\d+)件）/.exec(wordsIn(home)) ?? [];
  const rows = (home.body.blocks as { text?: { text: string }; accessory?: { action_id: string } }[]) ?? [];
  const row = rows.find(({ text }) => text?.text.includes('コンビニ交付の利用率'));
  await enter(town, home, row?.accessory?.action_id ?? 'none', people.sato);
  const view = await modalOf(town, people.sato);
  await send(town, view, people.sato, { 'record-live-value': '70%' });
  const after = await homeOf(town, people.sato, (one) => one.hash !== before);
  expect(wordsIn(after)).toContain(`待っているKPI（${Number(count) - 1}件）`);
  await town.close();
});
