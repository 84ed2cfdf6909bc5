// Seen at a glance, over the wire: the same numbers in digest, App Home, lists and counts; what stands first; which columns there are.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';
import { wordsIn } from './recording/people.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Label → number, of `遅れ 3件・注意 3件 …／実績未登録 89件` in whatever words stand around. */
function counted(text: string): Record<string, number> {
  const found = text.matchAll(
    /(?<![^\s　・／])(公表評価のみ遅れ|遅れ|注意|順調|達成|実績未登録|実績待ち|判定対象外)[ 　\n]*(\d+)件/g,
  );
  return Object.fromEntries([...found].map(([, label, count]) => [label, Number(count)]));
}

/** The number in the first sentence: 「…」のKPIは7件です。 */
const number = ({ text }: Message) => Number(/(\d+)件です/.exec(text)?.[1]);
const ask = async (text: string) => await town.say(`@Hakaru ${text}`);

async function home(): Promise<string> {
  const { hub } = town.playground;
  delete hub.workspace.state.homes[people.sato];
  await openHome(hub, people.sato, 'home');
  return wordsIn(await until(() => hub.workspace.state.homes[people.sato], 'home'));
}

/** The first digest of a channel, sent now. */
async function digest(words: string, channel: string): Promise<string> {
  const made = await town.command(`/kpi 通知 ${words}`.trim(), { channel });
  const posted = () => town.answers().filter((one) => one.channel === channel && one.text.includes('対象 '));
  const before = posted().length;
  await town.click(made, '今すぐ送る');
  const { text } = await until(() => posted()[before], 'the digest');
  // That it was sent is said as well.
  await town.app.idle();
  return text;
}

function table(message: Message): string[][] {
  const { rows = [] } = (message.blocks.find(({ type }) => type === 'data_table') ?? {}) as {
    rows?: { text: string }[][];
  };
  return rows.map((row) => row.map(({ text }) => text));
}

describe('how many stand where', () => {
  /** Home's counts, held against `/kpi 遅れ`, `/kpi 実績未登録` and a question for each word. */
  async function sameEverywhere(): Promise<Record<string, number>> {
    const words = await home();
    const all = counted(words.split('遅れているKPI')[0] ?? '');
    const lagging = (all.遅れ ?? 0) + (all.注意 ?? 0) + (all.公表評価のみ遅れ ?? 0);
    const list = await town.command('/kpi 遅れ');
    expect(number(list)).toBe(lagging);
    const { 遅れ, 注意, 公表評価のみ遅れ } = all;
    expect(counted(wordsOf(list))).toMatchObject({ 遅れ, 注意, 公表評価のみ遅れ });
    expect(words).toContain(`遅れているKPI（${lagging}件）`);
    expect(number(await town.command('/kpi 実績未登録'))).toBe(all.実績未登録);
    expect(number(await ask('遅れているKPIは何件？'))).toBe(lagging);
    for (const label of ['注意', '順調', '達成', '実績未登録', '実績待ち', '判定対象外'])
      expect([label, number(await ask(`${label}のKPIは何件？`))]).toEqual([label, all[label]]);
    return all;
  }

  test('digest, App Home, lists and count questions say the same, also after a result was recorded', async () => {
    const before = await sameEverywhere();
    const first = counted(await digest('', channels.kikaku));
    expect(before).toMatchObject(first);
    expect(Object.keys(first)).toEqual(['遅れ', '注意', '公表評価のみ遅れ', '順調', '達成', '実績未登録']);
    await town.context.store.append({
      id: 'glance-1',
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
      recordedBy: people.sato,
      recordedAt: '2026-11-20T00:00:00.000Z',
    });
    await town.context.results.take();
    const after = await sameEverywhere();
    expect(after).toMatchObject({ 遅れ: (before.遅れ ?? 0) + 1, 順調: (before.順調 ?? 0) - 1 });
    expect(after).toMatchObject(counted(await digest('', 'C0IJU')));
  });

  test.each(['国際政策課', '健康'])(
    '「%s」: as many in its list, its digest and its settings',
    async (words) => {
      const list = await town.command(`/kpi ${words}`);
      const made = await digest(words, channels.direct);
      expect(made).toContain(`対象 ${number(list)}件`);
      const line = counted(wordsOf(list));
      expect(line).toMatchObject(counted(made));
      expect(Object.values(line).every((count) => count <= number(list))).toBe(true);
    },
  );

  test('words of which no KPI holds all are said to be only near, before anything is set up by them', async () => {
    const made = await town.command('/kpi 通知 移住 ぬるぽがっ', { channel: 'C0IJU' });
    expect(made.text).toContain('をすべて満たすKPIはないため、言葉に近い');
    const scope = await town.command('/kpi 設定 移住 ぬるぽがっ');
    expect(scope.text).toContain('をすべて満たすKPIはありません');
    expect(await town.context.store.preference(channels.kikaku, 'scope')).toBe('');
  });
});

describe('what stands first', () => {
  test('the verdict begins with 遅れ or 注意; what was not recorded names the target of the year that is due', async () => {
    const lagging = table(await town.command('/kpi 遅れ')).slice(1);
    const words = lagging.map(([label]) => label?.split(/[（・]/)[0]);
    expect(words).toEqual([...Array(4).fill('× 遅れ'), ...Array(3).fill('△ 注意'), '△ 公表評価はやや遅れ']);
    const [head = [], ...rows] = table(await town.command('/kpi 実績未登録 総務課'));
    const row = rows.find((cells) => cells.includes('バスツアーの参加者数')) ?? [];
    expect(row[head.indexOf('目標')]).toBe('120人（R5）');
    expect(head).toContain('実績の登録期限（Hakaruの設定）');
    // Equal in all rows: said once above the table.
    expect(head).not.toContain('所管');
  });

  test('of budgets the totals, then the change; only years with a figure, none hidden', async () => {
    const answer = await town.command('/yosan 企画課');
    const [head = []] = table(answer);
    expect(head).toEqual(['事業', '増減', 'R4年度', 'R5年度', '出典']);
    expect(wordsOf(answer)).toContain(
      'R4 1,178,733千円（11.8億円） → R5 1,901,379千円（19.0億円）　+722,646千円',
    );
  });

  test('a yes or no is a short sentence; the towns stand below it', async () => {
    const answer = await ask('苅田町はU・Iターンに入ってる？');
    const [first = '', second = ''] = wordsOf(answer).split(/\n+/);
    expect(first).toMatch(/^いいえ、.{1,60}に苅田町は入っていません。$/);
    expect(second).toContain('参加市町は17市町');
  });
});

test('the trend: results as a line from the baseline on, target and baseline across', async () => {
  const { blocks } = await town.command('/kpi KitaQサポーター登録者数');
  const drawn = blocks.find(({ type }) => type === 'data_visualization') as { chart?: object } | undefined;
  expect(drawn?.chart).toMatchObject({
    type: 'line',
    axis_config: { categories: ['基準 R1', 'R3'], y_label: '人' },
    series: [
      { name: '実績', data: [{ value: 2032 }, { value: 2961 }] },
      { name: '目標 R3', data: [{ value: 2700 }, { value: 2700 }] },
      { name: '基準 R1', data: [{ value: 2032 }, { value: 2032 }] },
    ],
  });
});

test('App Home: the names of KPIs are bold, what stands beside them is not', async () => {
  await home();
  const bold: string[] = [];
  const plain: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { text, style } = value as { text?: unknown; style?: { bold?: boolean } };
    if (typeof text === 'string') {
      // mrkdwn says it by stars, rich text by a style.
      for (const [, words = ''] of text.matchAll(/\*([^*\n]+)\*/g)) bold.push(words);
      (style?.bold ? bold : plain).push(text);
    }
    Object.values(value).forEach(walk);
  };
  walk(town.playground.hub.workspace.state.homes[people.sato]?.body);
  const names = town.context.bot.repository.kpis.map(({ name }) => name);
  expect(bold.filter((words) => names.includes(words)).length).toBeGreaterThanOrEqual(10);
  expect(bold.join()).not.toContain('達成率');
  expect(plain.join()).toContain('達成率');
});

test('pages lead both ways and say where they are; the help is one screen', async () => {
  const first = await town.command('/kpi 実績未登録');
  expect(labelsOf(first)).not.toContain('前の10件');
  const second = await town.click(first, '次の10件');
  expect(wordsOf(second)).toContain('2／9ページ　11〜20件目／全89件');
  const back = await town.click(second, '前の10件');
  expect(wordsOf(back)).toContain('1／9ページ');
  const help = await town.command('/kpi ヘルプ');
  expect(help.blocks.length).toBeLessThanOrEqual(5);
  for (const said of [
    'R5行政評価（令和3～5年度）',
    '2026/11/24時点',
    '@Hakaru',
    'スレッド',
    'ダイレクトメッセージ',
  ])
    expect(wordsOf(help)).toContain(said);
});

test.each([
  '／ｋｐｉ　移住',
  '\u200b/kpi 移住\u200b',
  ':pray: *移住*のKPI',
  '「移住のKPI」',
  '_移住_のKPI :+1:',
])('typed as 「%s」 it is the same question', async (typed) => {
  expect((await ask(typed)).text).toContain('「移住」のKPIは10件です');
});

test('a schedule is read or refused with what is possible, over the wire as well', async () => {
  const set = async (words: string) => (await town.command(`/kpi 通知 移住 ${words}`)).text;
  expect(await set('朝8時')).toContain('「移住」のKPI 10件、平日 8:00');
  expect(await set('毎週月曜 9時半')).toContain('月 9:30');
  for (const words of ['毎月1日', '隔週月曜', '土日'])
    expect(await set(words)).toMatch(/毎週の曜日と時刻|月曜から金曜/);
  const kept = await town.context.store.subscriptions(channels.kikaku);
  expect(kept.filter(({ filter }) => filter.startsWith('移住'))).toMatchObject([
    { filter: '移住', time: '09:30', weekdays: [1] },
  ]);
});

test('Slack has refused nothing of all this', () => {
  expect(town.refusals()).toEqual([]);
});
