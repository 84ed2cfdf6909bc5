// Sheets that say what their rows do not, tables side by side, forms as ministries print them: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import type { SheetData } from '../../src/plans/grid/grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { type Rows, readPlan, sheet, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2025-04-01' };

/** The proposal with every other proposal taken. */
function readAs(sheets: SheetData[], answers: Record<string, string> = {}) {
  return readPlan(workbook(...sheets), { answers: { ...paper, ...answers } });
}

const amounts = ({ plan }: ReturnType<typeof readAs>, name: string) =>
  plan.subjects
    .find((one) => one.name === name)
    ?.values.flatMap(({ attribute, fy, kind, value }) => (attribute === 'budget' ? [[fy, kind, value]] : []));

test('a sheet per department: its name stands before the section that its rows print', () => {
  const head = ['事業名', '担当係', '令和7年度当初予算額（千円）'];
  const read = readAs([
    sheet('総務部', [['総務部　主要事業'], head, ['庁舎修繕', '管財係', 10]]),
    sheet('福祉部', [['福祉部　主要事業'], head, ['見守り訪問', '高齢係', 20]]),
  ]);
  expect(read.plan.subjects.map(({ department }) => department)).toEqual(['総務部 管財係', '福祉部 高齢係']);
});

test('a sheet per year: figures without a year are of the year of their sheet', () => {
  const head = ['事業名', '決算額（千円）', '利用件数'];
  const read = readAs([
    sheet('令和5年度', [head, ['貸出', 10, 3]]),
    sheet('令和6年度', [head, ['貸出', 12, 4]]),
  ]);
  expect(read.questions).toEqual([]);
  expect(amounts(read, '貸出')).toEqual([
    [2023, 'settled', 10_000],
    [2024, 'settled', 12_000],
  ]);
});

test.each<[string, Rows]>([
  [
    'with a blank column between them, each named above',
    [
      ['■始める事業', '', '', '', '■終える事業', '', ''],
      ['事業名', '担当課', '令和7年度予算額（千円）', '', '事業名', '担当課', '令和6年度予算額（千円）'],
      ['移動市場', '商工課', 30, '', '記念品配布', '福祉課', 40],
    ],
  ],
  [
    'one list that goes on in a second column',
    [
      ['No', '事業名', '令和7年度予算額（千円）', 'No', '事業名', '令和7年度予算額（千円）'],
      [1, '移動市場', 30, 2, '記念品配布', 40],
    ],
  ],
])('tables side by side: %s', (_, rows) => {
  const read = readAs([sheet('一覧', rows)], { 'kind:予算額': '当初予算' });
  expect(read.plan.subjects.map(({ name }) => name)).toEqual(['移動市場', '記念品配布']);
  expect(amounts(read, '移動市場')).toEqual([[2025, 'initial', 30_000]]);
  expect(amounts(read, '記念品配布')?.[0]?.[2]).toBe(40_000);
});

describe('a review sheet', () => {
  const years = ['令和5年度', '令和6年度', '令和7年度要求'];
  const form = (name: string, sign: string) =>
    sheet(
      name,
      [
        ['行政事業レビューシート', '', '', '', '港湾省'],
        ['事業名', '', `港の${sign}`, '', ''],
        ['担当部局庁', '', '港湾局', '', ''],
        ['事業開始年度', '', '令和4年度', '事業終了年度', '令和9年度'],
        ['予算額・執行額（単位：百万円）', '', ...years],
        ['', '当初予算', 100, 110, 120],
        ['', '執行額', 90, 95, ''],
        ['', '職員数', 3, 4, ''],
        ['指標', '指標名', '', ...years.slice(0, 2)],
        ['', '点検した港', '活動実績', 7, 8],
        ['', '', '当初見込み', 6, 9],
        ['所見', '', '引き続き進める。', '', ''],
      ],
      [
        [4, 0, 7, 0],
        [8, 0, 10, 0],
        [9, 1, 10, 1],
        [11, 2, 11, 4],
      ],
    );

  test('the section beside the years gives its unit, two years that are labelled are no table, texts end it', () => {
    const read = readAs([form('1', '点検'), form('2', '改修')], { publisher: '港湾省' });
    expect(amounts(read, '港の点検')).toEqual([
      [2023, 'initial', 100_000_000],
      [2024, 'initial', 110_000_000],
      [2025, 'requested', 120_000_000],
      [2023, 'executed', 90_000_000],
      [2024, 'executed', 95_000_000],
    ]);
    const [project, kpi] = read.plan.subjects;
    const told = project?.values.map(({ attribute, fy, value, word }) => [attribute, fy, value ?? word]);
    expect(told).toContainEqual(['事業開始年度', null, 2022]);
    expect(told).toContainEqual(['所見', null, '引き続き進める。']);
    expect(told).toContainEqual(['職員数', 2024, 4]);
    expect(kpi?.values.map(({ attribute, fy, value }) => [attribute, fy, value])).toEqual([
      ['actual', 2023, 7],
      ['actual', 2024, 8],
      ['target', 2023, 6],
      ['target', 2024, 9],
    ]);
  });
});

describe('a table of KPIs with marks, reasons and directions of their own', () => {
  let said: (question: string) => Promise<string>;
  beforeAll(async () => {
    const read = readAs([
      sheet(
        '進捗',
        [
          ['指標名', '単位', '方向', '基準値', '', '令和6年度', '', '評価', '担当課', '未達成の理由'],
          ['', '', '', '年度', '数値', '目標', '実績', '', '', ''],
          ['新しい店の数', '店', '↑', '令和元年度', 4, 9, 12, '◎', '商工課', ''],
          [
            '空いた区画',
            '区画',
            '↓',
            '令和元年度',
            31,
            22,
            25,
            '×',
            '商工課',
            '借り手との話がまとまらなかったため。',
          ],
        ],
        [
          [0, 3, 0, 4],
          [0, 5, 0, 6],
          ...[0, 1, 2, 7, 8, 9].map((column): [number, number, number, number] => [0, column, 1, column]),
        ],
      ),
    ]);
    const file = planFileSchema.parse(toPlanFile(read.plan));
    expect(file.kpis.map(({ direction, baseline }) => [direction, baseline?.fy, baseline?.value])).toEqual([
      ['up', 2019, 4],
      ['down', 2019, 31],
    ]);
    const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
    said = async (question) => {
      const { lead } = await bot.ask(question);
      return lead ?? '';
    };
  });

  test.each([
    ['評価が×のKPIはどれ？', /空いた区画/],
    ['評価が〇のものはいくつありますか', /0件|ありません/],
    ['評価が◎のものはいくつありますか', /1件/],
    ['空いた区画が目標に届かなかったのはなぜ？', /借り手との話/],
    ['商工課のKPIを教えて', /新しい店の数.*空いた区画/],
  ])('%s', async (question, wanted) => {
    expect(await said(question)).toMatch(wanted);
  });
});

test('a form whose years stand below each other: each amount has its column and its year', () => {
  const form = (name: string, spent: number) =>
    sheet(name, [
      ['事業名称', `${name}の事業`, '担当課', '総務課'],
      ['【事業費】', '（単位：千円）'],
      ['年度', '事業費', '一般財源'],
      ['令和５年度決算', spent, 1],
      ['令和６年度決算', spent + 5, 2],
      ['令和７年度予算', spent + 9, 3],
      ['今後の方向', '継続'],
    ]);
  const read = readAs([form('東', 10), form('西', 20)]);
  expect(read.questions).toEqual([]);
  expect(read.plan.leftOut).toEqual([]);
  expect(amounts(read, '西の事業')).toEqual([
    [2023, 'settled', 20_000],
    [2024, 'settled', 25_000],
    [2025, 'initial', 29_000],
  ]);
});
