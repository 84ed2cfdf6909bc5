// Names of brought plans as people say them: invented towns, asked about.
import { describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { spokenNames } from '../../src/plans/spoken-names.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan } from '../support/plan-read.ts';

async function asked(text: string, question: string): Promise<string> {
  const grid = await readGrid(Buffer.from(text), 'plan.csv');
  const given = {
    answers: { title: '令和7年度事務事業評価', publisher: '青葉野市', published: '2026-02-01', unit: '千円' },
  };
  const plan = planFileSchema.parse(toPlanFile(readPlan(grid, given).plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [plan], hash: '' }));
  return (await bot.ask(question)).lead ?? '';
}

test.each([
  ['健康診査受診率（受診者数/対象者数）', ['健診受診率']],
  ['特定健康診断の受診者数', ['特定健診の受診者数']],
  ['観光入込客数', ['観光客数']],
  ['受診率', []],
])('%s is said %j', (name, said) => {
  expect(spokenNames(name)).toEqual(said);
});

describe('asked', () => {
  const file =
    '事業名,担当課,令和7年度予算額,うち交付金充当額,指標名,単位,令和6年度実績,令和7年度目標\n' +
    'ごみ収集・処理事業,環境課,40,20,ごみの収集量,トン,5,4\n' +
    '高齢者の健康づくり事業,健康課,9,3,健康診査受診率（受診者数/対象者数）,％,22.1,20\n';

  test.each([
    ['ごみを集める仕事、担当はどこになりますか', '環境課'],
    ['高齢者の健診受診率の令和6年度の実績は？', '22.1'],
    ['ごみ収集・処理事業に充てた交付金はいくら？', '20千円'],
  ])('%s', async (question, answer) => {
    expect(await asked(file, question)).toContain(answer);
  });
});
