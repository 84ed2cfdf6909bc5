// The month's work by hand: who answers for what, what a channel is about, one KPI followed, what was wrong with an answer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submit } from '../../src/playground/people/modal.ts';
import { openHome } from '../../src/playground/people/open.ts';
import { command } from '../../src/playground/people/say.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { digestClient } from '../../src/slack/digest/outcome.ts';
import { startDigestScheduler } from '../../src/slack/digest/scheduler.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';
import { modalOf, press, wordsIn } from './recording/people.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
const kpi = 'U・Iターン就職決定者数';
const told = (words: string) => until(() => town.answers().find(({ text }) => text.includes(words)), words);

describe('who answers for what', () => {
  test('a KPI gets its people in a modal, and they see it', async () => {
    const { hub } = town.playground;
    await command(hub, { user: people.sato, channel: channels.kikaku, command: '/kpi', text: `担当 ${kpi}` });
    const modal = await modalOf(town, people.sato, (view) => wordsIn(view).includes('担当を決める'));
    const errors = await submit(hub, people.sato, modal.id, {
      'owner 0': { 'duty-owner': [people.tanaka] },
      'deputy 0': { 'duty-deputy': [people.suzuki] },
    });
    expect(errors).toEqual({});
    await told('の担当を保存しました（2名）');
    expect((await town.context.store.duties()).map(({ person, role }) => [person, role])).toEqual([
      [people.suzuki, 'deputy'],
      [people.tanaka, 'owner'],
    ]);
    const own = await town.command('/kpi 担当', { user: people.tanaka });
    expect(wordsOf(own)).toContain(`・${kpi}　担当`);
  });

  test('everything of one person goes to another at once', async () => {
    const { hub } = town.playground;
    await command(hub, {
      user: people.sato,
      channel: channels.kikaku,
      command: '/kpi',
      text: '担当 引き継ぎ',
    });
    const modal = await modalOf(town, people.sato, (view) => wordsIn(view).includes('担当を引き継ぐ'));
    const choose = (to: string) =>
      submit(hub, people.sato, modal.id, {
        from: { 'duty-from': people.tanaka },
        to: { 'duty-to': to },
      });
    expect(await choose(people.tanaka)).toEqual({ to: '別の方を選んでください。' });
    expect(await choose(people.suzuki)).toEqual({});
    await told('1件の担当を引き継ぎました');
    await told('1件の担当を引き継がれました');
    expect((await town.context.store.duties()).every(({ person }) => person === people.suzuki)).toBe(true);
  });
});

describe('the people in charge are asked', () => {
  test('one message with an input button each; once more in three days, off and on are one click', async () => {
    const { context, playground } = town;
    const client = digestClient(playground.botToken, playground.apiUrl);
    const scheduler = startDigestScheduler({ context, client, every: 3_600_000, pause: 0 });
    const asked = () => town.answers().filter(({ text }) => /実績の登録のお願い \d+件/.test(text));
    const look = async (day: string) => {
      playground.clock.moveTo(new Date(`${day}T00:00:05Z`));
      await scheduler.tick();
    };
    const by = { by: people.sato, at: context.clock.now().toISOString() };
    const owner = [{ person: people.tanaka, role: 'owner', ...by }] as const;
    await context.store.saveDuties('department:地域振興課', owner, ['owner']);
    await look('2026-11-25');
    const [message] = asked();
    expect(asked()).toHaveLength(1);
    expect(playground.hub.workspace.channel(message?.channel ?? '')).toMatchObject({ kind: 'im' });
    const count = Number(/お願い (\d+)件/.exec(message?.text ?? '')?.[1]);
    const labels = labelsOf(message as Message);
    expect(labels.filter((label) => label === '実績を入力')).toHaveLength(count);
    expect(count).toBeGreaterThan(1);
    expect(labels.slice(-3)).toEqual(['3日後にもう一度', '1週間後にもう一度', 'このお願いを止める']);
    await press(town, message as Message, '実績を入力', people.tanaka);
    const modal = await modalOf(town, people.tanaka, (view) => view.body.callback_id === 'record');
    expect(wordsIn(modal)).toContain('R7');
    playground.hub.workspace.closeViews(people.tanaka);
    // Three days later is a Saturday.
    const again = await town.click(message as Message, '3日後にもう一度', people.tanaka);
    expect(again.text).toContain('11/30(月)に、もう一度');
    for (const day of ['2026-11-26', '2026-11-28', '2026-11-30', '2026-12-01']) await look(day);
    expect(asked().map(({ text }) => text.slice(0, 8))).toEqual(['11/25(水)', '11/30(月)']);
    await town.click(asked()[1] as Message, '1週間後にもう一度', people.tanaka);
    const stopped = await town.click(asked()[1] as Message, 'このお願いを止める', people.tanaka);
    await look('2026-12-08');
    expect(asked()).toHaveLength(2);
    expect((await town.click(stopped, '再開', people.tanaka)).text).toContain('再開しました');
    await look('2026-12-09');
    expect(asked()).toHaveLength(3);
    await scheduler.stop();
    playground.clock.moveTo(new Date('2026-11-24T00:00:00Z'));
  });
});

describe('a section chief', () => {
  test('follows a department from the modal, gets one summary a month, and stops it with one click', async () => {
    const { context, playground } = town;
    const { hub, clock } = playground;
    await command(hub, { user: people.sato, channel: channels.kikaku, command: '/kpi', text: '担当 総務課' });
    const modal = await modalOf(town, people.sato, (view) => wordsIn(view).includes('担当を決める'));
    expect(wordsIn(modal)).toContain('総務課');
    const chosen = { 'chief 0': { 'duty-chief': [people.suzuki] } };
    expect(await submit(hub, people.sato, modal.id, chosen)).toEqual({});
    await told('の担当を保存しました（1名）');
    const client = digestClient(playground.botToken, playground.apiUrl);
    const scheduler = startDigestScheduler({ context, client, every: 3_600_000, pause: 0 });
    const summaries = () => town.answers().filter(({ text }) => /^\d+月の集計/.test(text));
    const look = async (day: string) => {
      clock.moveTo(new Date(`${day}T00:00:05Z`));
      await scheduler.tick();
    };
    for (const day of ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-04', '2027-01-05']) await look(day);
    const [summary] = summaries();
    expect(summaries()).toHaveLength(1);
    expect(summary?.text).toMatch(/^1月の集計\n総務課　/);
    expect(hub.workspace.channel(summary?.channel ?? '')).toMatchObject({ kind: 'im' });
    await town.click(summary as Message, 'この集計を止める', people.suzuki);
    for (const day of ['2027-02-01', '2027-02-02']) await look(day);
    expect(summaries()).toHaveLength(1);
    await scheduler.stop();
    clock.moveTo(new Date('2026-11-24T00:00:00Z'));
  });
});

describe('what a channel is about', () => {
  test('its questions are asked within that, one word lifts it, and answers say so', async () => {
    expect((await town.command('/kpi 設定 qqqqzzzz')).text).toContain('当てはまるKPIはありません');
    expect((await town.command('/kpi 設定 移住')).text).toContain('「移住」でしぼります');
    const narrowed = await town.command('/kpi 実績未登録');
    expect(wordsOf(narrowed)).toContain('このチャンネルの設定「移住」でしぼっています');
    const all = await town.command('/kpi 実績未登録 全体');
    expect(wordsOf(all)).not.toContain('でしぼっています');
    expect(wordsOf(await town.say('@Hakaru 実績未登録のKPIは？'))).toContain('「移住」でしぼっています');
    expect(wordsOf(await town.command('/kpi 実績未登録', { channel: channels.oshirase }))).not.toContain(
      'しぼ',
    );
    // A record that is named, or another one of the scope's own kind, is answered whatever the channel is about.
    const named = wordsOf(await town.say('@Hakaru バスツアーの参加者数の目標は？'));
    expect(named).toContain('目標値は120人');
    expect(named).toContain('設定「移住」ではしぼっていません');
    expect((await town.command('/kpi 設定 地域振興課')).text).toContain('「地域振興課」でしぼります');
    expect(wordsOf(await town.say('@Hakaru 国際政策課の事業はいくつ？'))).toContain(
      '「国際政策課」の事業は8件です',
    );
    expect((await town.command('/kpi 設定 主要事務事業')).text).toContain('「主要事務事業」でしぼります');
    const own = wordsOf(await town.say('@Hakaru 実績未登録のKPIは？'));
    expect(own).toContain('8件');
    expect(own).toContain('設定「主要事務事業」でしぼっています');
    expect((await town.command('/kpi 設定 解除')).text).toContain('解除しました');
    expect(wordsOf(await town.command('/kpi 実績未登録'))).not.toContain('しぼっています');
  });
});

describe('one KPI is followed', () => {
  test('from now on, in direct messages, once', async () => {
    expect((await town.command(`/kpi 通知 追う ${kpi}`)).text).toContain('翌開庁日の朝');
    expect((await town.command(`/kpi 通知 追う ${kpi}`)).text).toContain('すでに追っています');
    expect((await town.command('/kpi 通知 追う 移住')).text).toContain('ひとつを名前で');
    const [one] = await town.context.store.subscriptions(people.sato);
    expect(one).toMatchObject({ filter: 'kpi:renkei-kpi-ui-turn-shushoku', owner: people.sato });
    expect(await town.context.store.lastDigest(String(one?.id))).toMatchObject({ state: 'quiet' });
  });

  test('what is recorded of it comes the next working morning, once, and nothing of other KPIs', async () => {
    const { context, playground } = town;
    const entry = {
      kind: 'recorded',
      plan: 'kitakyushu-renkei',
      fy: 2025,
      unit: '人',
      partly: false,
      comment: '',
      link: '',
      recordedBy: people.suzuki,
      recordedAt: '2026-11-24T01:00:00.000Z',
    } as const;
    const ofOther = { ...entry, id: 'f1', kpi: 'renkei-kpi-iju-sodan', typed: '70人', value: 70 };
    await context.store.append(ofOther);
    const client = digestClient(playground.botToken, playground.apiUrl);
    const scheduler = startDigestScheduler({ context, client, every: 3_600_000, pause: 0 });
    const came = () =>
      town
        .answers()
        .filter(({ channel, text }) => channel === channels.direct && text.includes(`計画KPI「${kpi}」`));
    const look = async (day: string) => {
      playground.clock.moveTo(new Date(`${day}T00:00:05Z`));
      await scheduler.tick();
    };
    await look('2026-11-25');
    expect(came()).toHaveLength(0);
    await context.store.append({
      ...entry,
      id: 'f2',
      kpi: 'renkei-kpi-ui-turn-shushoku',
      typed: '321人',
      value: 321,
    });
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01']) await look(day);
    expect(came()).toHaveLength(1);
    expect(came()[0]?.text).toMatch(/^11\/26.*変化 1件\n実績の登録　1件/);
    await scheduler.stop();
    playground.clock.moveTo(new Date('2026-11-24T00:00:00Z'));
  });
});

describe('what was wrong with an answer', () => {
  test('is asked in a small modal, kept with the answer, and wrong figures reach those who record', async () => {
    const answer = await town.command(`/kpi ${kpi}`);
    await town.click(answer, '違う');
    const modal = await modalOf(town, people.sato, (view) => wordsIn(view).includes('何が違いましたか'));
    const { hub } = town.playground;
    expect(
      await submit(hub, people.sato, modal.id, {
        about: { about: 'figure' },
        comment: { comment: 'R8の目標は410人です' },
      }),
    ).toEqual({});
    const { store } = town.context;
    await expect
      .poll(async () => (await store.feedback()).at(-1))
      .toMatchObject({
        verdict: 'bad',
        about: 'figure',
        comment: 'R8の目標は410人です',
        answer: expect.stringContaining('400人'),
      });
    await openHome(hub, people.tanaka, 'home');
    const home = await until(() => hub.workspace.state.homes[people.tanaka], 'home');
    expect(JSON.stringify(home.body)).toContain('数字が違うという報告（1件）');
    expect(JSON.stringify(home.body)).toContain('R8の目標は410人です');
  });

  test('in a thread it is kept with the answer that was given there', async () => {
    const first = await town.say('@Hakaru 防犯カメラ運用事業のR7予算は？');
    const next = await town.say('@Hakaru R6は？', { threadTs: String(first.threadTs) });
    await town.click(next, '違う');
    await expect
      .poll(async () => (await town.context.store.feedback()).at(-1))
      .toMatchObject({ question: 'R6は？', answer: expect.stringContaining('39,464千円') });
  });

  test('a digest that stopped by itself is seen by those who record, with its reason and owner', async () => {
    const made = await town.command('/kpi 通知 移住', { channel: channels.oshirase });
    expect(made.text).toContain('まだ投稿できません');
    const [one] = await town.context.store.subscriptions(channels.oshirase);
    await town.context.store.editSubscription(String(one?.id), (current) => ({
      ...current,
      owner: 'U0GONE',
      state: 'stopped',
      stopReason: 'is_archived',
    }));
    const { hub } = town.playground;
    await openHome(hub, people.suzuki, 'home');
    const home = await until(() => hub.workspace.state.homes[people.suzuki], 'home');
    const text = JSON.stringify(home.body);
    expect(text).toContain('停止したお知らせ（1件）');
    expect(text).toContain('アーカイブされたチャンネル');
    expect(text).toContain('U0GONE');
  });
});

test('Slack has refused nothing but the channel the bot is no member of', () => {
  expect(town.refusals().filter((error) => error !== 'not_in_channel')).toEqual([]);
});
