// More ways in which cities lay out their tables, invented towns: what is read, and how it is asked about afterwards.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import type { Grid } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, sheet, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2025-04-01' };

/** The proposal with every other proposal taken. */
function readAs(grid: Grid, answers: Record<string, string> = {}) {
  return readPlan(grid, { answers: { ...paper, ...answers } });
}

const csv = async (text: string, answers: Record<string, string> = {}) =>
  readAs(await readGrid(Buffer.from(text), 'plan.csv'), answers);

const budgets = ({ plan }: ReturnType<typeof readAs>, name: string) =>
  plan.subjects
    .find((one) => one.name === name)
    ?.values.flatMap(({ attribute, fy, kind, value }) => (attribute === 'budget' ? [[fy, kind, value]] : []));

test('two tables in a sheet: each with the unit above it, and named by what stands above it', async () => {
  const head = '事業名,担当課,令和7年度当初予算額';
  const read = await csv(
    `１　重点事業（単位：百万円）\n${head}\n道づくり,土木課,12\n合計,,12\n\n２　その他の事業（単位：千円）\n${head}\n橋の点検,土木課,340\n（注）点検は隔年\n`,
  );
  expect(read.questions).toEqual([]);
  expect(budgets(read, '道づくり')).toEqual([[2025, 'initial', 12_000_000]]);
  expect(budgets(read, '橋の点検')).toEqual([[2025, 'initial', 340_000]]);
  expect(read.plan.subjects.map(({ policyPath }) => policyPath.join())).toEqual(['重点事業', 'その他の事業']);
});

test('a subtotal merged over部, 課 and 事業名 is no project; a note below tells which 予算額 is meant', () => {
  const read = readAs(
    workbook(
      sheet(
        '一覧',
        [
          ['部', '課', '事務事業名', '令和6年度予算額（千円）', '令和6年度決算額（千円）'],
          ['総務部', '総務課', '庁舎の管理', 100, 90],
          ['総務部　計', '', '', 100, 90],
          ['※ 予算額は最終予算額です。', '', '', '', ''],
        ],
        [[2, 0, 2, 2]],
      ),
    ),
  );
  expect(read.plan.subjects.map(({ name }) => name)).toEqual(['庁舎の管理']);
  expect(budgets(read, '庁舎の管理')).toEqual([
    [2024, 'revised', 100_000],
    [2024, 'settled', 90_000],
  ]);
});

test('forms whose labels are in no list: what every sheet prints in one place is the form', () => {
  const form = (name: string, cost: number, state: number, found: number) =>
    sheet(name, [
      ['事務事業名', name, '担当課', '図書課'],
      ['ひとこと', `${name}の言葉`, '', ''],
      ['取り組む理由', '町のため', '', ''],
      ['（単位：千円）', '', '', ''],
      ['区分', '', '令和5年度決算', '令和6年度予算'],
      ['事業費', '国庫支出金', state, state + 1],
      ['事業費', '事業費計（A）', cost, cost + 10],
      ['区分', '指標名', '令和5年度', '令和6年度'],
      ['成果指標', '来た人の数', found, found + 5],
      ['評価', '', '', ''],
      ['総合評価', 'A（順調）', '有効性', 'B'],
    ]);
  const read = readAs(workbook(form('図書の貸出', 50, 3, 7), form('読み聞かせ', 20, 1, 9)), {
    'kpi-value': 'actual',
  });
  expect(read.tables[0]?.table.kind).toBe('form');
  expect(budgets(read, '図書の貸出')).toEqual([
    [2023, 'settled', 50_000],
    [2024, 'initial', 60_000],
  ]);
  const state = read.plan.subjects[0]?.values.filter(({ attribute }) => attribute.includes('国庫支出金'));
  expect(state?.map(({ attribute, fy, value }) => [attribute, fy, value])).toEqual([
    ['事業費 国庫支出金', 2023, 3000],
    ['事業費 国庫支出金', 2024, 4000],
  ]);
  expect(read.plan.subjects[0]?.values.find(({ attribute }) => attribute === '有効性')?.word).toBe('B');
});

test('1.9 beside 2.1 is 1.9 per cent, 0.9 beside 98 is refused', async () => {
  const head = '事業名,指標名,単位,令和5年度目標値,令和6年度目標値\n';
  const read = await csv(`${head}学び,休む子の割合,%,2.1,1.9\n祭り,良かった割合,%,98,0.9\n`);
  expect(read.plan.problems.map(({ place }) => place)).toEqual(['plan!E3']);
});

test('基準値 and 目標値 over 年度 and 値: each figure with its year', () => {
  const read = readAs(
    workbook(
      sheet(
        'KPI',
        [
          ['KPI', '単位', '基準値', '', '実績値', '目標値', ''],
          ['', '', '年度', '値', 'R6', '年度', '値'],
          ['町道の舗装率', '％', 'R1', 71.2, 74.1, 'R7', 78],
          ['来た人の数', '人', 'H30', 400, 380, 'R8', 500],
        ],
        [
          [0, 0, 1, 0],
          [0, 1, 1, 1],
          [0, 2, 0, 3],
          [0, 5, 0, 6],
        ],
      ),
    ),
  );
  const [first] = read.plan.subjects;
  expect(first?.values.map(({ attribute, fy, value }) => [attribute, fy, value])).toEqual([
    ['baseline', 2019, 71.2],
    ['actual', 2024, 74.1],
    ['target', 2025, 78],
  ]);
});

describe('asked about', () => {
  let ask: (question: string) => Promise<string>;
  beforeAll(async () => {
    const read = await csv(
      [
        '基本目標,事務事業名,担当課,令和6年度決算額（千円）,職員数（人）,必要性,総合評価,成果指標名,単位,令和5年度目標値,令和5年度実績値,令和6年度目標値,令和6年度実績値',
        '基本目標１ 学ぶ町,本の貸出事業,図書課,"1,200",2.5,A,B（見直す）,借りた人の数,人,80,70,90,95',
        '基本目標１ 学ぶ町,読み聞かせ事業,図書課,300,0.5,A,A（続ける）,開催回数,回,10,12,12,11',
        '基本目標２ 守る町,夜回り事業,防災課,450,1,B,A（続ける）,苦情の件数,件,20,25,18,17',
        '基本目標２ 守る町,水防倉庫事業,防災課,700,1,B,C（やめる）,事故の件数,件,5,4,4,6',
      ].join('\n'),
    );
    expect(read.questions).toEqual([]);
    const file = planFileSchema.parse(toPlanFile(read.plan));
    const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
    ask = async (question) => (await bot.ask(question)).lead ?? '';
  }, 60_000);

  test.each([
    ['総合評価がAの事業は？', ['読み聞かせ事業', '夜回り事業'], ['本の貸出事業', '水防倉庫事業']],
    ['必要性がAの事業は？', ['本の貸出事業', '読み聞かせ事業'], ['夜回り事業']],
    ['令和6年度に目標を達成できなかった指標は？', ['開催回数', '事故の件数'], ['借りた人の数', '苦情の件数']],
    ['借りた人の数は前の年度より増えた？', ['はい', '70人', '95人'], []],
    ['借りた人の数は目標を上回った？令和6年度', ['はい', '95人'], []],
    ['本の貸出事業の職員数は何人ですか', ['2.5人'], []],
    ['基本目標2の事業は？', ['夜回り事業', '水防倉庫事業'], ['本の貸出事業']],
  ])('%s', async (question, told, untold) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
    for (const one of untold) expect(said).not.toContain(one);
  });
});
