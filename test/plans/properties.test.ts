// Whatever stands in a table: reading it never throws, and no figure appears that no cell holds.

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { RefusedFile } from '../../src/plans/grid/refusal.ts';
import { loadHeadings } from '../../src/plans/layout/headings.ts';
import { propose, withProposals } from '../../src/plans/mapping/propose.ts';
import { readPlanSchema } from '../../src/plans/read-plan.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';

const vocabulary = loadHeadings(join(import.meta.dirname, '../../index'));

const heading = fc.constantFrom(
  '事業名',
  '担当課',
  '施策名',
  'R5決算額（千円）',
  'R6予算額(円)',
  '令和７年度\n当初予算額',
  '事業費',
  '指標名',
  '単位',
  '目標値',
  '実績値（R6）',
  '現状値',
  '達成率',
  '年度',
  '区分',
  '金額',
  '備考',
  '会計区分',
  '国庫支出金',
  '電話',
  '',
  'R5',
  'R6',
  '指標ア',
  '事業番号',
  '予算額',
);
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '―',
    '0',
    '調整中',
    '〃',
    '合計',
    '#REF!',
    '####',
    '1.2E+05',
    '目標',
    '実績',
    '決算',
    'R6',
    '7',
    '千円',
    '%',
    '人',
    '(12)',
    '1,23',
    '・a\n・b',
    '総務課',
  ),
  fc.integer({ min: -99_999, max: 9_999_999 }).map((value) => value.toLocaleString('en-US')),
  fc.integer({ min: 0, max: 999 }).map((value) => `${value / 10}%`),
  fc.integer({ min: 0, max: 999 }).map((value) => `約${value}人以上`),
  fc.double({ min: 0, max: 2, noNaN: true }).map((value) => value.toFixed(3)),
  fc.string({ maxLength: 8 }),
);
const sheet = fc
  .integer({ min: 1, max: 7 })
  .chain((width) =>
    fc.tuple(
      fc.array(heading, { minLength: width, maxLength: width }),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    ),
  );

const csv = (rows: readonly string[][]) =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');

/** The digits of every number in a text, and what 円, 千円 and 百万円, per cent and 万 can make of them. */
function possible(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const digits of text
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)?|\.\d+/g) ?? [])
      for (const factor of [0.001, 0.0001, 1, 10, 100, 1000, 10_000, 1_000_000, 100_000_000, 1e12])
        found.add(String(Number((Math.abs(Number(digits)) * factor).toPrecision(12))));
  return found;
}

test('reading never throws, and every value comes from its own cell', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, fc.constantFrom('円', '千円', '百万円'), async ([headings, rows], unit) => {
      const grid = await readGrid(Buffer.from(csv([headings, ...rows])), '一覧.csv').catch((error) => {
        expect(error).toBeInstanceOf(RefusedFile);
        return null;
      });
      if (!grid) return;
      let proposal: ReturnType<typeof propose>;
      const given = {
        answers: { unit, title: '計画', publisher: '市', published: '2025-04-01', year: 'R6' },
      };
      try {
        proposal = propose(grid, given, vocabulary);
      } catch (error) {
        expect(error).toBeInstanceOf(RefusedFile);
        return;
      }
      const { plan } = propose(grid, withProposals(given, proposal.questions), vocabulary);
      expect(readPlanSchema.safeParse(plan).error).toBeUndefined();
      toPlanFile(plan);
      for (const { values } of plan.subjects)
        for (const { value, text } of values)
          if (value !== null)
            expect(possible([text]), `${value} from ${text}`).toContain(
              String(Number(Math.abs(value).toPrecision(12))),
            );
    }),
    { numRuns: 400 },
  );
});
