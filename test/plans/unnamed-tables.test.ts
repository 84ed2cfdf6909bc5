// Tables whose headings say neither 事業名 nor 指標名, blocks and groups of figures, invented towns: what is read and asked, and how they answer.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { type Grid, type SheetData, textSheet } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { propose, withProposals } from '../../src/plans/mapping/propose.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { vocabulary, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2025-06-01' };

/** What is asked, and the plan with every proposal taken. */
function readAs(grid: Grid, answers: Record<string, string> = {}) {
  const given = { answers: { ...paper, ...answers } };
  const { questions } = propose(grid, given, vocabulary);
  return { asked: questions, ...propose(grid, withProposals(given, questions), vocabulary) };
}

const csv = async (text: string, answers: Record<string, string> = {}) =>
  readAs(await readGrid(Buffer.from(text), 'plan.csv'), answers);

function oneSheet(rows: (string | number)[][], merges: SheetData['merges']): Grid {
  const data = textSheet(
    '表',
    rows.map((row) => row.map(String)),
  );
  return workbook({ ...data, merges });
}

/** Values as `attribute year value`. */
const valuesOf = ({ plan }: ReturnType<typeof readAs>, name: string, path = '') =>
  plan.subjects
    .filter((one) => one.name === name && `${one.policyPath.join()}${one.key}`.includes(path))
    .flatMap(({ values }) =>
      values.flatMap(({ attribute, fy, value }) =>
        value === null ? [] : [`${attribute} ${fy ?? ''} ${value}`],
      ),
    );

test.each([
  ['施設名,構造,対策費用（百万円） R8,対策費用（百万円） R9', '旧倉庫,木造,1.5,2', 'project', '施設名'],
  ['環境目標,環境指標,単位,実績値（R5）,目標値（R12）', '水,川のごみ,件,8,2', 'kpi', '環境指標'],
  ['項目,担当課,計画策定時（R4）,目標値（R9）', '会議の回数,総務課,4,6', 'kpi', '項目'],
  ['番号,点検項目,自己評価,担当課', '1,読書の時間,2,学校課', 'project', '点検項目'],
])('no heading names the rows of %s: the column is proposed and asked', async (head, row, kind, label) => {
  const { asked, plan } = await csv(`${head}\n${row}\n`);
  expect(asked.find(({ id }) => id.startsWith('name:'))).toMatchObject({ proposed: label });
  expect(plan.subjects.map((one) => one.kind)).toEqual([kind]);
});

test('another column than the proposed one names the rows when a person says so', async () => {
  const text = '施設名,工事名,改修費用（千円） R8\n旧倉庫,屋根の葺き替え,900\n';
  const { plan } = await csv(text, { 'name:施設名': '工事名' });
  expect(plan.subjects.map(({ name }) => name)).toEqual(['屋根の葺き替え']);
});

test('headings merged downwards carry on to their last row, whatever the rows between say', () => {
  const read = readAs(
    oneSheet(
      [
        ['予算科目', '', '事業名', 'R8当初予算額（千円）'],
        ['款', '項', '', ''],
        ['2 総務費', '1 総務管理費', '窓口の改修', 300],
      ],
      [
        { top: 0, left: 0, bottom: 0, right: 1 },
        { top: 0, left: 2, bottom: 1, right: 2 },
        { top: 0, left: 3, bottom: 1, right: 3 },
      ],
    ),
  );
  expect(read.plan.subjects.map(({ name }) => name)).toEqual(['窓口の改修']);
  expect(valuesOf(read, '窓口の改修')).toContain('budget 2026 300000');
});

test('blocks under titles, each with the same rows: the title is the project, its rows are KPIs', () => {
  const head = ['区分', '単位', '令和7年度', '令和8年度', '令和9年度'];
  const block = (title: string, first: number): (string | number)[][] => [
    [title, '', '', '', ''],
    head,
    ['量の見込み', '人', first, first + 1, first + 2],
    ['確保方策', '人', 50, 50, 50],
    ['', '', '', '', ''],
  ];
  const merges = [0, 5].map((top) => ({ top, left: 0, bottom: top, right: 4 }));
  const read = readAs(
    oneSheet([...block('（１）夜間の保育', 40), ...block('（２）送り迎えの車', 60)], merges),
  );
  expect(read.plan.subjects.filter(({ kind }) => kind === 'project').map(({ name }) => name)).toEqual([
    '夜間の保育',
    '送り迎えの車',
  ]);
  expect(valuesOf(read, '量の見込み', '送り迎えの車')).toEqual([
    'target 2025 60',
    'target 2026 61',
    'target 2027 62',
  ]);
});

test('several kinds of figures under one merged name, year by year', async () => {
  const read = await csv(
    '種類,区分,単位,令和7年度,令和8年度,令和9年度\n訪問の介護,給付費,千円,10,11,12\n訪問の介護,利用者数,人,3,4,5\n通いの介護,給付費,千円,20,21,22\n通いの介護,利用者数,人,6,7,8\n',
  );
  expect(valuesOf(read, '利用者数', '通いの介護')).toEqual([
    'target 2025 6',
    'target 2026 7',
    'target 2027 8',
  ]);
});

test('what all years come to is no amount of a year; 全14校 are 14校', async () => {
  const money = await csv(
    '事業名,概算事業費（千円） 計,概算事業費（千円） R8,概算事業費（千円） R9\n橋,5,2,3\n',
  );
  expect(valuesOf(money, '橋')).toEqual(expect.arrayContaining(['budget 2026 2000', 'budget 2027 3000']));
  const schools = await csv('指標名,目標値（R9）\n講座の実施校数,全14校\n');
  expect(valuesOf(schools, '講座の実施校数')).toEqual(['target 2027 14']);
});

describe('asked', () => {
  let ask: (question: string) => Promise<string>;

  beforeAll(async () => {
    const read = await csv(
      '目標,指標名,対象,単位,策定時（H30）,最終評価（R6）,目標値（R6）,判定,担当課,評価コメント\n目標１ 歩く町,歩く人の割合,男性,%,30,36,35,A,健康課,散歩道を広げた。\n目標１ 歩く町,歩く人の割合,女性,%,28,25,35,D,健康課,夏の暑さのため減った。\n目標２ 学ぶ町,講座の回数,全体,回,4,9,8,A,生涯学習課,\n',
    );
    const items = await csv(
      '点検項目,自己評価,耐震性,R6決算額（千円）,R7当初予算額（千円）,担当課\n朝の読書,2,有,120,0,学校課\n本の修理,4,無,300,500,図書課\n',
      { title: '点検の結果' },
    );
    const files = [read, items].map(({ plan }) => planFileSchema.parse(toPlanFile(plan)));
    const bot = await botWith(createRepository({ municipalities: [], files, hash: '' }));
    ask = async (question) => (await bot.ask(question)).lead ?? '';
  }, 60_000);

  test.each([
    ['歩く人の割合の女性の最新の実績は？', ['25'], ['36']],
    ['判定がDの指標は？', ['女性'], ['男性', '講座']],
    ['歩く町の指標は？', ['男性', '女性'], ['講座']],
    ['歩く人の割合（女性）が減ったのはなぜ？', ['暑さ'], []],
    ['生涯学習課が担当しているのはどれ？', ['講座の回数'], ['歩く人']],
    ['講座の回数は増えましたか？', ['9回'], []],
    ['自己評価が2の項目は？', ['朝の読書'], ['本の修理']],
    ['自己評価の平均は？', ['3'], []],
    ['耐震性がない項目は？', ['本の修理'], ['朝の読書']],
    ['令和7年度の予算が0円の項目は？', ['朝の読書'], ['本の修理']],
    ['本の修理は令和6年度にいくらかかった？', ['300千円'], ['500']],
    ['本の修理の令和6年度の予算は？', ['記載がありません'], []],
  ])('%s', async (question, told, untold) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
    for (const one of untold) expect(said).not.toContain(one);
  });
});
