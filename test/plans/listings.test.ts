// Listings as towns print them: rows marked 再掲, totals with remarks, offices above their rows, lists inside JSON records.
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readPlan, values } from '../support/plan-read.ts';

async function read(text: string, answers: Record<string, string> = {}, file = 'plan.csv') {
  const grid = await readGrid(Buffer.from(text), file);
  const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };
  const given = { answers: { ...paper, ...answers } };
  return readPlan(grid, given);
}

type Read = Awaited<ReturnType<typeof read>>;

const names = ({ plan }: Read) => plan.subjects.map(({ name }) => name);

describe('rows marked 再掲', () => {
  const listed = (name: string, more = '') =>
    read(
      `（単位：千円）\n施策,事業名,担当課,令和8年度当初予算,国庫支出金,備考\n道をつくる,橋の点検,土木課,64,32,\n水をはかる,${name},土木課,64,32,${more}\n水をはかる,水路の改修,水道課,10,0,\n`,
    );

  test.each(['橋の点検（再掲）', '【再掲】橋の点検', '橋の点検　※再掲', '橋の点検（1-1の再掲）'])(
    '%s is the project of that name under one more policy',
    async (name) => {
      const plan = await listed(name);
      expect(plan.questions).toEqual([]);
      expect(names(plan)).toEqual(['橋の点検', '水路の改修']);
      expect(values(plan, '橋の点検', 'budget')).toEqual([[2026, 64_000]]);
      expect(values(plan, '橋の点検', '国庫支出金')).toEqual([[null, 32_000]]);
      expect(plan.plan.subjects[0]).toMatchObject({
        policyPath: ['道をつくる'],
        otherPaths: [['水をはかる']],
      });
    },
  );

  test('a cell of the row that says 再掲 does the same', async () => {
    expect(values(await listed('橋の点検', '再掲（1-1）'), '橋の点検', 'budget')).toEqual([[2026, 64_000]]);
  });

  test('figures in brackets are those of the first listing; in a row of its own they are refused', async () => {
    const rows = (kind: string) =>
      `（単位：千円）\n区分,事業名,令和8年度当初予算,一般財源\n新規,朝市の再開,"1,800",900\n${kind},朝市の再開,"(1,800)",(900)\n`;
    const plan = await read(rows('再掲'));
    expect(plan.plan.problems).toEqual([]);
    expect(values(plan, '朝市の再開', 'budget')).toEqual([[2026, 1_800_000]]);
    expect(values(plan, '朝市の再開', '一般財源')).toEqual([[null, 900_000]]);
    expect(values(plan, '朝市の再開', '区分')).toEqual([[null, '新規']]);
    expect((await read(rows('継続'))).plan.problems.map(({ place }) => place)).toEqual([
      'plan!C4',
      'plan!D4',
    ]);
  });

  test('another amount in it is asked about, not dropped', async () => {
    const plan = await read(
      '（単位：千円）\n施策,事業名,令和8年度当初予算\n道,橋の点検,64\n水,橋の点検（再掲）,46\n',
    );
    expect(plan.questions.map(({ id }) => id)).toContain('grain');
  });

  test('a KPI listed again keeps one set of figures', async () => {
    const plan = await read(
      '施策,指標名,単位,基準値（令和5年度）,目標値（令和10年度）\n観光,宿泊者数,人,100,200\n交流,宿泊者数（再掲）,人,100,200\n',
    );
    expect(names(plan)).toEqual(['宿泊者数']);
    expect(plan.plan.subjects[0]?.otherPaths).toEqual([['交流']]);
  });
});

test.each(['合　　計（再掲を除く）', '計 2事業', '総計(A)'])('「%s」 is no project', async (total) => {
  const plan = await read(
    `（単位：千円）\n事業名,令和8年度当初予算\n橋の点検,64\n累計調査の更新,5\n${total},69\n`,
  );
  expect(names(plan)).toEqual(['橋の点検', '累計調査の更新']);
});

test('an office above its rows is in charge of them; a theme above them is a level', async () => {
  const plan = await read(
    '（単位：千円）\n■ 市民生活部,,\n事業名,令和8年度当初予算,説明\n猫の対策,9,手術の補助\n■ 暮らしの安全,,\n事業名,令和8年度当初予算,説明\n防犯灯の整備,4,灯具の更新\n',
  );
  expect(plan.plan.subjects).toMatchObject([
    { name: '猫の対策', department: '市民生活部', policyPath: [] },
    { name: '防犯灯の整備', department: null, policyPath: ['暮らしの安全'] },
  ]);
});

test.each([
  ['予算額（最終）', 'revised'],
  ['予算額（補正後）', 'revised'],
  ['事業費（現計）', 'current'],
  ['事業費（補正前）', 'initial'],
])('令和6年度%s is %s', async (heading, kind) => {
  const { plan } = await read(`（単位：千円）\n事業名,令和6年度${heading}\n橋の点検,64\n`);
  expect(plan.subjects[0]?.values).toMatchObject([{ attribute: 'budget', fy: 2024, kind, value: 64_000 }]);
});

test('what three years come to is a column of the plan and is asked no year', async () => {
  const plan = await read(
    '（単位：千円）\n事業名,令和8年度 計画額,令和9年度 計画額,令和10年度 計画額,３か年計 事業費\n橋の点検,1,2,3,6\n',
  );
  expect(plan.questions).toEqual([]);
  expect(values(plan, '橋の点検', 'budget')).toHaveLength(3);
  expect(values(plan, '橋の点検', '３か年計 事業費')).toEqual([[null, 6000]]);
});

test('several KPIs in a cell below 本事業における重要業績評価指標, and ① of one alone', async () => {
  const plan = await read(
    '事業名,本事業における重要業績評価指標（KPI）,指標値（2024年度目標値）,実績値（2024年度）\n滞在,"①参加者数\n②相談件数","①150人\n②24件","①163人\n②19件"\n学び,①入学者数,①80人,①71人\n',
  );
  expect(names(plan)).toEqual(['滞在', '参加者数', '相談件数', '学び', '入学者数']);
  expect(values(plan, '相談件数', 'target')).toEqual([[2024, 24]]);
  expect(values(plan, '入学者数', 'actual')).toEqual([[2024, 71]]);
});

test.each([
  ['◎断熱改修', '断熱改修'],
  ['☆ 朝市の再開', '朝市の再開'],
  ['○○小学校の改修', '○○小学校の改修'],
  ['〇歳児の保育', '〇歳児の保育'],
])('a sign before a name: %s is called %s', async (written, name) => {
  expect(names(await read(`（単位：千円）\n事業名,令和8年度当初予算\n${written},64\n`))).toEqual([name]);
});

describe('lists inside the records of a JSON', () => {
  const json = (records: unknown[]) => read(JSON.stringify({ data: records }), { unit: '千円' }, 'plan.json');

  test('each entry is a KPI of its project, at its own place', async () => {
    const plan = await json([
      {
        事業名: '滞在',
        当初予算額: { 令和7年度: 5 },
        指標: [{ 名称: '参加者数', 単位: '人', 令和6年度実績: 3 }],
      },
      {
        事業名: '学び',
        当初予算額: { 令和7年度: 6 },
        指標: [
          { 名称: '入学者数', 単位: '人', 令和6年度実績: 71 },
          { 名称: '見学者数', 単位: '人', 令和6年度実績: 90 },
        ],
      },
    ]);
    expect(names(plan)).toEqual(['滞在', '参加者数', '学び', '入学者数', '見学者数']);
    expect(plan.plan.subjects.at(-1)).toMatchObject({
      projects: ['学び'],
      place: 'plan![1].指標[1].名称',
      values: [{ attribute: 'actual', fy: 2024, value: 90, place: 'plan![1].指標[1].令和6年度実績' }],
    });
    expect(values(plan, '学び', 'budget')).toEqual([[2025, 6000]]);
  });

  test('a list of years gives each amount its year', async () => {
    const plan = await json([
      {
        事業名: '滞在',
        年度別: [
          { 年度: '令和6年度', 決算額: 5 },
          { 年度: '令和7年度', 決算額: 7 },
        ],
      },
    ]);
    expect(values(plan, '滞在', 'budget')).toEqual([
      [2024, 5000],
      [2025, 7000],
    ]);
  });

  test('a list inside a list is refused at its place', async () => {
    await expect(
      json([{ 事業名: '滞在', 指標: [{ 名称: '参加者数', 年度別: [{ 値: 1 }] }] }]),
    ).rejects.toThrow('[0].指標.年度別 に二重の配列があります');
  });
});
