// A project in several rows, one a source of its money; units and kinds of money said once; columns asked about in other words.
import { describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, values, vocabulary } from '../support/plan-read.ts';

async function read(text: string, answers: Record<string, string> = {}) {
  const grid = await readGrid(Buffer.from(text), 'plan.csv');
  const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };
  const given = { answers: { ...paper, ...answers } };
  return readPlan(grid, given);
}

describe('sources of money below each other', () => {
  const rows = (heading: string) =>
    `（単位：千円）\n事業名,${heading},令和8年度,令和9年度\n道づくり,国庫支出金,10,12\n,地方債,20,24\n,一般財源,1,2\n,計,31,38\n町史の編さん,国庫支出金,0,0\n,地方債,0,0\n,一般財源,5,6\n,計,5,6\n合計,国庫支出金,10,12\n,地方債,20,24\n,一般財源,6,8\n,計,36,44\n`;

  test.each(['財源区分', '区分', '財源内訳'])(
    '%s: 計 is the amount, the others are columns',
    async (heading) => {
      const plan = await read(rows(heading), { 'kind:年度の列': '計画額' });
      expect(plan.questions).toEqual([]);
      expect(plan.plan.subjects.map(({ name }) => name)).toEqual(['道づくり', '町史の編さん']);
      expect(values(plan, '道づくり', 'budget')).toEqual([
        [2026, 31_000],
        [2027, 38_000],
      ]);
      expect(values(plan, '道づくり', '地方債')).toEqual([
        [2026, 20_000],
        [2027, 24_000],
      ]);
      expect(values(plan, '町史の編さん', 'budget')).toEqual([
        [2026, 5000],
        [2027, 6000],
      ]);
    },
  );

  test('a total below a column of sources that says nothing itself is a total', async () => {
    const plan = await read(
      '（単位：千円）\n事業名,令和8年度当初予算,財源\n道づくり,10,地方債\n朝市,20,一般財源\n部局計,30,\n',
    );
    expect(plan.plan.subjects.map(({ name }) => name)).toEqual(['道づくり', '朝市']);
  });

  test('計 of 男 and 女 stays a total', async () => {
    const plan = await read('事業名,区分,令和8年度の人数\n体操,男,10\n,女,20\n,計,30\n');
    expect(values(plan, '体操', '人数')).not.toContainEqual([2026, 30]);
  });
});

test('columns that are nothing but years are asked once which money they hold', async () => {
  const grid = await readGrid(
    Buffer.from('（単位：千円）\n事業名,区分,令和8年度,令和9年度\n道,事業費,10,12\n,地方債,2,4\n'),
    'plan.csv',
  );
  const asked = propose(grid, { answers: {} }, vocabulary).questions.map(({ id }) => id);
  expect(asked.filter((id) => id.startsWith('kind:'))).toEqual(['kind:年度の列']);
});

test.each(['（千円）', '【千円】', '（交付金・事業費：千円）', '（単位：千円）'])(
  '%s in a cell of its own is the unit',
  async (unit) => {
    const plan = await read(`主要事業,,\n,,${unit}\n事業名,担当課,令和8年度当初予算\n道づくり,土木課,10\n`);
    expect(plan.questions).toEqual([]);
    expect(values(plan, '道づくり', 'budget')).toEqual([[2026, 10_000]]);
  },
);

test('money that was granted is an amount in yen; # before the title of a CSV is none of it', async () => {
  const grid = await readGrid(
    Buffer.from(
      '# 交付済み補助金一覧,,\n補助事業名,2024年度交付決定額（千円）,2025年度当初予算額（千円）\n耐震改修補助金,10,20\n',
    ),
    'plan.csv',
  );
  const { plan } = propose(grid, { answers: { publisher: '青葉野市', published: '2026-02-01' } }, vocabulary);
  expect(plan.plan.title).toBe('交付済み補助金一覧');
  expect(plan.subjects[0]?.values).toContainEqual(
    expect.objectContaining({ attribute: '交付決定額', fy: 2024, value: 10_000, unit: '円' }),
  );
});

describe('asked', () => {
  const file =
    '（単位：百万円）\n施設名,構造,対策の内容,概算事業費 令和7年度,概算事業費 令和8年度,概算事業費 総額,翌年度繰越額,不用額\n公民館,RC,長寿命化改修,1,2,3,4,5\n保育所,W,建替え,6,7,13,8,9\n';

  test.each([
    ['公民館の令和8年度の概算事業費は？', '2,000千円'],
    ['保育所はどんな対策をする予定？', '建替え'],
    ['RC造の施設はどれ？', '公民館'],
    ['保育所で翌年度に繰り越した額は', '8,000千円'],
    ['公民館で使い残した額は？', '5,000千円'],
  ])('%s', async (question, answer) => {
    const plan = planFileSchema.parse(toPlanFile((await read(file)).plan));
    const bot = await botWith(createRepository({ municipalities: [], files: [plan], hash: '' }));
    expect((await bot.ask(question)).lead).toContain(answer);
  });
});
