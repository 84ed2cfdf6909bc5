// Two columns of units, values in the middle of a plan, lists of facilities, and measures that a list does not hold: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, vocabulary } from '../support/plan-read.ts';

async function read(text: string, { file = 'plan.csv', published = '2026-05-01' } = {}) {
  const grid = await readGrid(Buffer.from(text), file);
  const given = { answers: { title: '試しの計画', publisher: '青葉野市', published } };
  return readPlan(grid, given);
}

type Read = Awaited<ReturnType<typeof read>>;

const values = ({ plan }: Read, name: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .map(({ attribute, fy, value, unit }) => [attribute, fy, value, unit]);

test('千円 beside the amounts is theirs, and the KPI has its own unit', async () => {
  const found = await read(
    JSON.stringify([
      {
        事業名: '窓口の電子化',
        予算: { R7: 12000, R8: 15500 },
        単位: '千円',
        KPI: { 名称: '電子申請率', 単位: '%', 実績: { R7: 18.2 }, 目標: { R8: 25 } },
      },
    ]),
    { file: 'plan.json' },
  );
  expect(found.questions).toEqual([]);
  expect(values(found, '窓口の電子化')).toContainEqual(['budget', 2026, 15_500_000, '円']);
  expect(values(found, '電子申請率')).toEqual([
    ['actual', 2025, 18.2, '%'],
    ['target', 2026, 25, '%'],
  ]);
});

test('中間値 of a past year came about, of a coming one it is aimed at; both are asked', async () => {
  const rows = '取組名,指標名,単位,策定時,中間値（2024）,目標（2028）\n朝市,来場者数,人,120,150,200';
  const first = propose(
    await readGrid(Buffer.from(rows), 'plan.csv'),
    { answers: { title: '試しの計画', publisher: '青葉野市', published: '2026-05-01' } },
    vocabulary,
  );
  expect(first.questions.map(({ id, proposed }) => [id, proposed])).toContainEqual(['kpi-value', 'actual']);
  expect(values(await read(rows), '来場者数')).toContainEqual(['actual', 2024, 150, '人']);
  const before = await read(rows, { published: '2023-03-31' });
  expect(values(before, '来場者数')).toContainEqual(['target', 2024, 150, '人']);
});

test('the unit in a row of its own is no part of a column’s name', async () => {
  const found = await read(
    '事業名,令和7年度予算現額,令和7年度支出済額,不用額\n,円,円,円\n除雪の委託,4200,4095,105\n街路樹の剪定,300,300,0',
  );
  expect(found.plan.attributes.map(({ label }) => label)).toContain('不用額');
});

describe('a list of facilities', () => {
  let found: Read;
  let ask: (question: string) => Promise<string>;
  beforeAll(async () => {
    found = await read(
      [
        '施設名,所在地,建築年度,延床面積(㎡),年間利用者数(R6),年間利用者数(R7),維持管理費(千円)(R6),維持管理費(千円)(R7),今後の方針',
        '中央公民館,緑町1-1,S54,"1,230.5","25,002","25,480","18,200","18,950",長寿命化',
        '東部体育館,東町2-3,H3,"2,410",休館,"12,045","22,100","9,800",継続',
      ].join('\n'),
    );
    const file = planFileSchema.parse(toPlanFile(found.plan));
    const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
    ask = async (question) => {
      const { lead, notes } = await bot.ask(question);
      return [lead ?? '', ...notes].join(' ');
    };
  }, 60_000);

  test('is a table, though no heading says 事業名', () => {
    expect(found.plan.subjects.map(({ name }) => name)).toEqual(['中央公民館', '東部体育館']);
    expect(found.plan.attributes.map(({ label }) => label)).toContain('年間利用者数');
  });

  test.each([
    ['中央公民館の令和7年度の利用者数は？', '25,480'],
    ['東部体育館のR6の利用者数は？', '休館'],
    ['東部体育館のR6の維持管理費は？', '22,100千円'],
    ['中央公民館の面積は？', '1,230.5'],
  ])('%s', async (question, told) => expect(await ask(question)).toContain(told));

  test('a measure it does not hold is not answered with money', async () => {
    const said = await ask('東部体育館のR6の駐車台数は？');
    expect(said).toContain('「駐車台数」は、収録している資料に記載がありません');
    expect(said).not.toContain('22,100');
  });
});
