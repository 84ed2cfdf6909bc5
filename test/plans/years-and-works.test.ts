// Columns of years, works by year, rows of money and its parts, marks before names: invented towns, read and asked about.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, values } from '../support/plan-read.ts';

async function csv(text: string, answers: Record<string, string> = {}) {
  const grid = await readGrid(Buffer.from(text), 'plan.csv');
  const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };
  const given = { answers: { ...paper, ...answers } };
  return readPlan(grid, given);
}

test('rows of 事業費 and 一般財源: the whole is the amount, the part a column of the plan', async () => {
  const read = await csv(
    '（単位：千円）\n事業名,区分,令和8年度,令和9年度,令和10年度\n道づくり,事業費,30,40,50\n,一般財源,10,－,20\n橋の点検,事業費,5,5,5\n,一般財源,5,5,5\n',
  );
  expect(read.questions).toEqual([]);
  expect(values(read, '道づくり', 'budget')).toEqual([
    [2026, 30_000],
    [2027, 40_000],
    [2028, 50_000],
  ]);
  expect(values(read, '道づくり', '一般財源')).toEqual([
    [2026, 10_000],
    [2027, null],
    [2028, 20_000],
  ]);
});

test('a unit above the table for some of its columns', async () => {
  const read = await csv(
    '施設一覧（管理料：千円、来館者数：人）\n事業名,管理料（R5）,管理料（R6）,来館者数（R6）\n図書館,120,130,900\n',
  );
  expect(values(read, '図書館', '管理料')).toEqual([
    [2023, 120_000],
    [2024, 130_000],
  ]);
});

test('担当部局 and 担当課 are one department; a mark before a name is none of it', async () => {
  const read = await csv(
    '事業名,担当部局,担当課,令和8年度当初予算額（千円）\n【新】朝市の再開,産業部,観光課,10\n（新）図書館の管理,教育部,図書課,20\n',
  );
  expect(read.plan.subjects.map(({ name, department }) => [name, department])).toEqual([
    ['朝市の再開', '産業部 観光課'],
    ['（新）図書館の管理', '教育部 図書課'],
  ]);
  expect(values(read, '朝市の再開', '新規・拡充の別')).toEqual([[null, '新規']]);
});

test('基準値（基準年） with the year in the cell, a unit in the name, 現状値 beside 当初値', async () => {
  const read = await csv(
    '指標名,基準値（基準年）,R6実績,目標値（R8）\nリサイクル率（％）,21.4（R1）,18.6,28\n',
  );
  const [kpi] = read.plan.subjects;
  expect(kpi?.values.map(({ attribute, fy, value, unit }) => [attribute, fy, value, unit])).toEqual([
    ['baseline', 2019, 21.4, null],
    ['actual', 2024, 18.6, '%'],
    ['target', 2026, 28, '%'],
  ]);
  const both = await csv('指標名,単位,当初値（R3）,現状値（R5）,目標値（R8）\n橋の数,橋,3,4,9\n');
  expect(values(both, '橋の数', 'actual')).toEqual([[2023, 4]]);
});

test('２款 総務費 １項 総務管理費 above rows is two levels', async () => {
  const read = await csv('款項,事業名,R6決算（千円）\n２款　総務費　１項　総務管理費,,\n,庁舎の管理,30\n');
  expect(read.plan.subjects.map(({ name, policyPath }) => [name, policyPath])).toEqual([
    ['庁舎の管理', ['総務費', '総務管理費']],
  ]);
});

describe('asked about', () => {
  let ask: (question: string) => Promise<string>;
  beforeAll(async () => {
    const read = await csv(
      [
        '施設名,建築年度,終期,方針,R8 工種,R8 概算費用（千円）,R9 工種,R9 概算費用（千円）,実施結果,省エネ',
        '東体育館,1972,令和9年度,廃止,設計,40,解体,700,資材の高騰により着工が遅れた。,◎',
        '西プール,昭和58年度,設定なし,改修,,,設計,20,予定のとおり点検を終えた。,',
        '南図書館,平成5年度,令和12年度,改修,改修,90,,,外壁を塗り直した。,◎',
      ].join('\n'),
      { 'kind:概算費用': '計画額' },
    );
    const file = planFileSchema.parse(toPlanFile(read.plan));
    const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
    ask = async (question) => (await bot.ask(question)).lead ?? '';
  }, 60_000);

  test.each([
    ['終期が令和9年度の施設は？', ['東体育館'], ['西プール', '南図書館']],
    ['令和12年度で終わる施設はどれ', ['南図書館'], ['東体育館']],
    ['昭和に建てられた施設は', ['東体育館', '西プール'], ['南図書館']],
    ['建築年度が1980年度以降の施設は', ['西プール', '南図書館'], ['東体育館']],
    ['一番古い施設はどれ', ['最も古い', '東体育館'], ['南図書館']],
    ['体育館はいつ解体する？', ['令和9年度'], []],
    ['令和8年度に設計をする施設は', ['東体育館'], ['西プール']],
    ['図書館の改修に令和8年度はいくらかかる', ['90千円'], []],
    ['体育館の着工が遅れたのはなぜ', ['資材の高騰'], []],
    ['省エネに関係する施設は', ['東体育館', '南図書館'], ['西プール']],
  ])('%s', async (question, told, untold) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
    for (const one of untold) expect(said).not.toContain(one);
  });
});
