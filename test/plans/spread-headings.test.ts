// Headings spread over several rows and words between a name and its figures: units at the edge, kinds of indicators, balances of a year's end. Invented towns.
import { describe, expect, test } from 'vitest';
import type { Grid, SheetData } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { type Rows, readPlan, sheet, values, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };

type Given = { columns?: Record<string, string>; answers?: Record<string, string> };

/** The proposal with every other proposal taken. */
function readAs(grid: Grid, { columns = {}, answers = {} }: Given = {}) {
  return readPlan(grid, { columns, answers: { ...paper, ...answers } });
}

const csv = async (text: string, given: Given = {}) =>
  readAs(await readGrid(Buffer.from(text), 'plan.csv'), given);

const xlsx = (sheets: SheetData[], given: Given = {}) => readAs(workbook(...sheets), given);

type Read = ReturnType<typeof readAs>;

const amounts = ({ plan }: Read, name: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .flatMap(({ attribute, fy, kind, value }) => (attribute === 'budget' ? [[fy, kind, value]] : []));

const names = ({ plan }: Read, kind = 'project') =>
  plan.subjects.flatMap((one) => (one.kind === kind ? [one.name] : []));

describe('what kind of indicator each is stands between its name and its figures', () => {
  const form = (heading: string, kinds: [string, string]) =>
    sheet(
      '1',
      [
        ['事務事業名', '夜間見回り事業', '', '', '', ''],
        ['所管課', '総務課', '', '', '', ''],
        ['指標名', heading, '単位', '令和６年度', '令和７年度', ''],
        ['', '', '', '実績', '目標', '実績'],
        ['見回りの回数', kinds[0], '回', 10, 12, 11],
        ['苦情の件数', kinds[1], '件', 5, 4, 3],
      ],
      [
        [2, 4, 2, 5],
        [2, 0, 3, 0],
        [2, 1, 3, 1],
        [2, 2, 3, 2],
      ],
    );

  test.each([
    ['種別', ['活動', '成果']],
    ['区分', ['アウトプット', 'アウトカム']],
    ['種別', ['前半', '後半']],
  ] as [string, [string, string]][])('a form, %s', (heading, kinds) => {
    const read = xlsx([form(heading, kinds)]);
    expect(read.questions).toEqual([]);
    expect(values(read, '見回りの回数', 'target')).toEqual([[2025, 12]]);
    expect(values(read, '見回りの回数', 'actual')).toEqual([
      [2024, 10],
      [2025, 11],
    ]);
    expect(values(read, '苦情の件数', 'target')).toEqual([[2025, 4]]);
  });

  test.each(['活動', '成果', '活動量'])('a list, %s over 目標 and 実績', (group) => {
    const read = xlsx([
      sheet(
        '一覧',
        [
          ['事業名', '指標名', group, '', '担当課'],
          ['', '', 'R7目標', 'R7実績', ''],
          ['夜間見回り事業', '見回りの回数', 12, 11, '総務課'],
        ],
        [
          [0, 2, 0, 3],
          [0, 0, 1, 0],
          [0, 1, 1, 1],
          [0, 4, 1, 4],
        ],
      ),
    ]);
    expect(values(read, '見回りの回数', 'target')).toEqual([[2025, 12]]);
    expect(values(read, '見回りの回数', 'actual')).toEqual([[2025, 11]]);
  });
});

test('評価 and コメント below the indicators of a form are labels again', () => {
  const form = (name: string) =>
    sheet(name, [
      ['事業名', name, '', '担当課', '福祉課', ''],
      ['会計', '一般会計', '', '開始年度', '平成30年度', ''],
      ['区分', '指標', '単位', 'R6実績', 'R7目標', 'R7実績'],
      ['活動', '訪問回数', '回', 10, 12, 11],
      ['評価', 'B', '', '方向性', '継続', ''],
    ]);
  const read = xlsx([form('見守り事業'), form('配食事業')]);
  expect(names(read, 'kpi')).toEqual(['訪問回数']);
  expect(values(read, '見守り事業', '評価')).toEqual([[null, 'B']]);
  expect(values(read, '見守り事業', '方向性')).toEqual([[null, '継続']]);
});

test.each(['（単位：千円、％）', '単位：千円', '【単位　千円】', '（千円、％）'])(
  '%s over the last two columns is the unit of the table',
  (unit) => {
    const read = xlsx([
      sheet(
        '一覧',
        [
          ['', '', '', '', unit, ''],
          ['事業名', '担当課', '令和８年度当初予算額', '前年度比較', '', '参照頁'],
          ['', '', '', '増減額', '増減率', ''],
          ['朝市の開催', '商工課', 30, 10, 50, 'P.1'],
        ],
        [
          [0, 4, 0, 5],
          [1, 3, 1, 4],
          [1, 0, 2, 0],
          [1, 1, 2, 1],
          [1, 2, 2, 2],
          [1, 5, 2, 5],
        ],
      ),
    ]);
    expect(read.questions).toEqual([]);
    expect(amounts(read, '朝市の開催')).toEqual([[2026, 'initial', 30_000]]);
    expect(values(read, '朝市の開催', '参照頁')).toEqual([[null, 'P.1']]);
  },
);

test('（単位：千円） at the end of the row of groups is the unit of the table, and no group of what stands below it', () => {
  const read = xlsx([
    sheet(
      '一覧',
      [
        ['', '', '令和８年度', '', '（単位：千円）', ''],
        ['事業名', '担当課', '当初予算額', '国庫支出金', '参照頁', '備考'],
        ['朝市の開催', '商工課', 30, 10, 'P.1', '毎月'],
      ],
      [
        [0, 2, 0, 3],
        [0, 4, 0, 5],
      ],
    ),
  ]);
  expect(read.questions).toEqual([]);
  expect(amounts(read, '朝市の開催')).toEqual([[2026, 'initial', 30_000]]);
  expect(values(read, '朝市の開催', '国庫支出金')).toEqual([[2026, 10_000]]);
  expect(values(read, '朝市の開催', '備考')).toEqual([[null, '毎月']]);
});

test('the only supplementary budget of a year is an amount; several of one year are columns', async () => {
  const one = await csv(
    '（単位：千円）\n事業名,令和８年度当初予算額,令和７年度３月補正額（前倒し分）\n橋の補修,30,10\n',
  );
  expect(amounts(one, '橋の補修')).toEqual([
    [2026, 'initial', 30_000],
    [2025, 'supplement', 10_000],
  ]);
  const two = await csv(
    '（単位：千円）\n事業名,令和７年度当初予算額,令和７年度６月補正額,令和７年度９月補正額\n橋の補修,30,10,5\n',
  );
  expect(amounts(two, '橋の補修')).toEqual([[2025, 'initial', 30_000]]);
  expect(values(two, '橋の補修', '9月補正額')).toEqual([[2025, 5000]]);
});

describe('a record for each indicator and year, the amount of the year in each', () => {
  test.each(['年度事業費（千円）', '各年度の予算額（千円）', '当該年度事業費（千円）'])(
    '%s',
    async (heading) => {
      const read = await csv(
        `事業名,指標区分,指標名,単位,年度,目標値,実績値,${heading},事業費の区分,備考\n朝市の開催,活動,開催回数,回,令和６年度,10,9,30,決算,\n朝市の開催,活動,開催回数,回,令和７年度,10,,40,当初予算,雨で中止\n朝市の開催,成果,来場者数,人,令和６年度,500,510,30,決算,\n朝市の開催,成果,来場者数,人,令和７年度,520,,40,当初予算,\n`,
      );
      expect(read.questions).toEqual([]);
      expect(amounts(read, '朝市の開催')).toEqual([
        [2024, 'settled', 30_000],
        [2025, 'initial', 40_000],
      ]);
      expect(values(read, '来場者数', '指標区分')).toContainEqual([2024, '成果']);
      expect(values(read, '来場者数', '備考')).toEqual([]);
      expect(values(read, '開催回数', '備考')).toEqual([[2025, '雨で中止']]);
    },
  );
});

test.each([
  ['中間（Ｒ８）', '最終（Ｒ１２）'],
  ['前期（令和８年度）', '後期（令和12年度）'],
  ['中間年度（R8）', '最終年度（R12）'],
  ['中間評価時（R8）', '計画最終年度（R12）'],
])('目　標　値 over %s and %s: two targets', (first, last) => {
  const read = xlsx([
    sheet(
      '一覧',
      [
        ['主な事業', '成果指標', '現状値（Ｒ５）', '目　標　値', '', '担当課'],
        ['', '', '', first, last, ''],
        ['健診の推進', '受診率', '41.8％', '50.0％', '60.0％', '健康課'],
      ],
      [
        [0, 3, 0, 4],
        [0, 0, 1, 0],
        [0, 1, 1, 1],
        [0, 2, 1, 2],
        [0, 5, 1, 5],
      ],
    ),
  ]);
  expect(values(read, '受診率', 'target')).toEqual([
    [2026, 50],
    [2030, 60],
  ]);
});

describe('balances of funds', () => {
  const rows: Rows = [
    ['', '', '', '', '', '', '', '（単位：千円）', ''],
    ['№', '区分', '基金の名称', '所管課', '基金の現在高及び増減', '', '', '', '', '備考'],
    ['', '', '', '', '令和５⏎年度末⏎現在高', '令和６年度（決算）', '', '', '令和７年度（当初予算）', ''],
    ['', '', '', '', '', '積立額', 'うち利子', '年度末現在高', '年度末現在高', ''],
    [1, '一般', '道路基金', '土木課', 100, 20, 1, 120, 130, ''],
    [2, '一般', '図書基金', '図書課', 50, 0, 0, 50, 40, ''],
    ['', '', '小　計', '', 150, 20, 1, 170, 170, ''],
    ['（注）１　現在高は出納整理期間中の積立てを含む。', '', '', '', '', '', '', '', '', ''],
    ['　　　２　土地の分は現在高に含まない。', '', '', '', '', '', '', '', '', ''],
  ].map((row) => row.map((text) => String(text).replaceAll('⏎', '\n')));
  const merges: [number, number, number, number][] = [
    [1, 4, 1, 8],
    [2, 4, 3, 4],
    [2, 5, 2, 7],
    ...[0, 1, 2, 3, 9].map((column): [number, number, number, number] => [1, column, 3, column]),
  ];
  const read = xlsx([sheet('基金一覧', rows, merges)], { columns: { 基金の名称: '事業名' } });

  test('the total below a column that a person named is no fund, the second sentence of a note none of its row', () => {
    expect(names(read)).toEqual(['道路基金', '図書基金']);
    expect(read.plan.leftOut.map(({ what }) => what)).toContain('合計の行「小　計」');
    expect(values(read, '図書基金', 'number')).toEqual([[null, '2']]);
  });

  test('the balance at the end of each year is one column by year, in the unit above the table', () => {
    expect(values(read, '道路基金', '年度末現在高')).toEqual([
      [2023, 100_000],
      [2024, 120_000],
      [2025, 130_000],
    ]);
    expect(values(read, '道路基金', '積立額')).toEqual([[2024, 20_000]]);
    expect(values(read, '道路基金', 'うち利子')).toEqual([[2024, 1000]]);
  });

  test.each(['残高', '残額', '現在高'])('R5末%s beside that of R6', async (what) => {
    const plan = await csv(`（単位：千円）\n事業名,R5末${what},R6末${what}\n道路基金,100,120\n`);
    expect(values(plan, '道路基金', `年度末${what}`)).toEqual([
      [2023, 100_000],
      [2024, 120_000],
    ]);
  });
});

test('（Ａ） of last year and （Ａ）＋（Ｂ）－（Ｃ） of this one are one balance, what came and went between is money', () => {
  const read = xlsx([
    sheet(
      '基金',
      [
        ['', '', '', '', '（単位：百万円）'],
        ['基金名', '令和６年度末現在高(A)', '令和７年度中増減', '', '令和７年度末現在高(A)+(B)-(C)'],
        ['', '', '積立て(B)', '取崩し(C)', ''],
        ['財政調整基金', '3,000', 100, 300, '2,800'],
        ['図書基金', 50, '－', 5, 45],
        ['※１　端数処理により一致しないことがある。', '', '', '', ''],
        ['　２　図書基金は寄附を原資とする。', '', '', '', ''],
      ],
      [
        [1, 2, 1, 3],
        [1, 0, 2, 0],
        [1, 1, 2, 1],
        [1, 4, 2, 4],
        [5, 0, 5, 4],
        [6, 0, 6, 4],
      ],
    ),
  ]);
  expect(names(read)).toEqual(['財政調整基金', '図書基金']);
  expect(values(read, '財政調整基金', '年度末現在高')).toEqual([
    [2024, 3_000_000_000],
    [2025, 2_800_000_000],
  ]);
  expect(values(read, '図書基金', '増減 取崩し')).toEqual([[2025, 5_000_000]]);
  expect(read.plan.leftOut).toHaveLength(2);
});

test('a table of nothing but balances by year: the column that differs from row to row is proposed as the name', async () => {
  const read = await csv(
    '（単位：千円）\n区分,基金,R5末残高,R6末残高,R7末残高\n一般会計,財政調整基金,300,280,260\n一般会計,減債基金,50,55,40\n,一般会計計,350,335,300\n特別会計,国保基金,90,80,70\n',
  );
  expect(names(read)).toEqual(['財政調整基金', '減債基金', '国保基金']);
  expect(values(read, '国保基金', '年度末残高')).toHaveLength(3);
});

test('国庫支出金 of two kinds of money in different years is one column, in one year two', () => {
  const form = (kinds: [string, string]) =>
    sheet('1', [
      ['事務事業名', '夜間見回り事業', ''],
      ['所管課', '総務課', ''],
      ['（単位：千円）', '', ''],
      ['区分', ...kinds],
      ['事業費', 10, 12],
      ['国庫支出金', 4, 6],
    ]);
  const apart = xlsx([form(['令和６年度（決算）', '令和７年度（当初予算）'])]);
  expect(values(apart, '夜間見回り事業', '国庫支出金')).toEqual([
    [2024, 4000],
    [2025, 6000],
  ]);
  const both = xlsx([form(['令和７年度（当初予算）', '令和７年度（決算）'])]);
  expect(values(both, '夜間見回り事業', '国庫支出金')).toEqual([]);
});

test('人件費（Ｂ）※概算 is money in every year, and so is what is money in another year', async () => {
  const read = await csv(
    '（単位：千円）\n事業名,事業費（Ａ） R6決算,人件費（Ｂ）※概算 R6決算,人件費（Ｂ）※概算 R7当初予算\n夜間見回り事業,30,12,14\n',
  );
  expect(values(read, '夜間見回り事業', '人件費(B)※概算')).toEqual([
    [2024, 12_000],
    [2025, 14_000],
  ]);
});

test.each(['単位：％', '（単位：％）', '単位:％'])(
  '%s in the remarks of a row is what its figures count',
  async (remark) => {
    const read = await csv(
      `主な事業,成果指標,現状値（R5）,目標値（R8）,説明\n防災組織の育成,組織率,83.6,90,${remark}\n防災組織の育成,防災士の数,164人,200人,市の調べ\n`,
    );
    const units = read.plan.subjects.flatMap(({ kind, values: all }) =>
      kind === 'kpi' ? [all.filter(({ attribute }) => attribute === 'target').map(({ unit }) => unit)] : [],
    );
    expect(units).toEqual([['％'], ['人']]);
  },
);

test('利用者数 over 男 and 女 says of what they are', () => {
  const rows: Rows = [
    ['事業名', '利用者数', '', '担当課'],
    ['', '男', '女', ''],
    ['体操の集い', 10, 20, '健康課'],
  ];
  const read = xlsx([
    sheet('一覧', rows, [
      [0, 1, 0, 2],
      [0, 0, 1, 0],
      [0, 3, 1, 3],
    ]),
  ]);
  expect(values(read, '体操の集い', '利用者数 男')).toEqual([[null, 10]]);
});

test('a remark beside merged amounts is the project’s; two different ones are those of its indicators', () => {
  const table = (remarks: [string, string]) =>
    xlsx([
      sheet(
        '一覧',
        [
          ['事業名', '令和７年度決算額（千円）', '指標名', '令和７年度実績', '備考'],
          ['朝市の開催', 30, '開催回数', 10, remarks[0]],
          ['', '', '来場者数', 500, remarks[1]],
        ],
        [
          [1, 0, 2, 0],
          [1, 1, 2, 1],
        ],
      ),
    ]);
  expect(values(table(['雨で中止', '']), '朝市の開催', '備考')).toEqual([[null, '雨で中止']]);
  const two = table(['雨で中止', '延べ人数']);
  expect(values(two, '朝市の開催', '備考')).toEqual([]);
  expect(values(two, '来場者数', '備考')).toEqual([[null, '延べ人数']]);
});
