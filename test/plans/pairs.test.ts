// Two figures in one cell, told apart by the heading: 事業費（うち一般財源）, 目標/実績. Invented towns.
import { expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readPlan } from '../support/plan-read.ts';

async function read(...rows: string[]) {
  const grid = await readGrid(Buffer.from(rows.join('\n')), 'plan.csv');
  const given = { answers: { title: '試しの計画', publisher: '青葉野市', published: '2026-05-01' } };
  return readPlan(grid, given);
}

type Read = Awaited<ReturnType<typeof read>>;

const values = ({ plan }: Read, name: string, attribute: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .flatMap((one) => (one.attribute === attribute ? [[one.fy, one.value]] : []));

test('決算額（うち一般財源） below the years is an amount and a part of it, each in its year', async () => {
  const found = await read(
    '事業名,担当課,令和6年度,令和7年度',
    ',,決算額（千円）（うち一般財源）,決算額（千円）（うち一般財源）',
    '朝市の開催,商工課,"1,100 (500)","1,200（600）"',
    '観光案内板,観光課,200,-',
  );
  expect(found.plan.problems).toEqual([]);
  expect(values(found, '朝市の開催', 'budget')).toEqual([
    [2024, 1_100_000],
    [2025, 1_200_000],
  ]);
  expect(values(found, '朝市の開催', 'うち一般財源')).toEqual([
    [2024, 500_000],
    [2025, 600_000],
  ]);
  expect(values(found, '観光案内板', 'budget')).toEqual([
    [2024, 200_000],
    [2025, null],
  ]);
});

test('R7目標/実績 is a target and a result', async () => {
  const found = await read(
    '事業名,担当課,指標,R7目標／実績,R8目標',
    '朝市の開催,商工課,来場者数（人）,"3,000/3,250","3,200"',
    '観光案内板,観光課,設置数（基）,4／－,5',
  );
  expect(values(found, '来場者数（人）', 'target')).toEqual([
    [2025, 3000],
    [2026, 3200],
  ]);
  expect(values(found, '来場者数（人）', 'actual')).toEqual([[2025, 3250]]);
  expect(values(found, '設置数（基）', 'actual')).toEqual([[2025, null]]);
});

test('a cell that holds words besides leaves the column as it is printed', async () => {
  const found = await read(
    '事業名,担当課,R7事業費（うち一般財源）,R8当初予算（千円）',
    '朝市の開催,商工課,"1,200(600)","1,300"',
    '観光案内板,観光課,委託に含む,300',
  );
  expect(found.plan.attributes.map(({ label }) => label)).not.toContain('うち一般財源');
});
