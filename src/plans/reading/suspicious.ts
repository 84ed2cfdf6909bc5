// Columns whose figures may mean something else than they seem: fractions that are per cents, zeros that are "not yet".
import type { ColumnPlan } from '../mapping/column-plan.ts';
import type { SubjectRow } from './row-subjects.ts';

/** Whether a column of rates holds raw fractions (0.92): all of it, some cells among per cents, or none. */
export function fractionState(column: ColumnPlan, texts: readonly string[]): 'all' | 'some' | 'none' {
  const plain = texts.map((text) => text.normalize('NFKC').replace(/[,\s]/g, ''));
  const bare = plain
    .filter((text) => /^[▲△-]?\d+(?:\.\d+)?$/.test(text))
    .map((text) => Number(text.replace(/[▲△]/, '-')));
  const percents = plain.filter((text) => /^[▲△-]?\d+(?:\.\d+)?(?:%|パーセント)$/.test(text)).length;
  const fractions = bare.filter((value) => !Number.isInteger(value) && Math.abs(value) < 2);
  if (fractions.length === 0) return 'none';
  if (percents > 0) return 'some';
  if (bare.every((value) => Math.abs(value) < 3)) return 'all';
  // 0.92 among 98 and 105 in a column of 達成率; 0.9 among 2.1 may well be 0.9 %.
  return /達成|進捗|執行/.test(column.heading.base) ? 'some' : 'none';
}

/** The newest year of a column when everything in it is 0 and nothing before is: spent later, not nothing. */
export function zeroYear(
  column: ColumnPlan,
  rows: readonly SubjectRow[],
  yearOf: (row: SubjectRow) => number | null,
): number | null {
  const years = new Map<number, { zeros: number; others: number }>();
  for (const row of rows) {
    const text = row.row.text(column.position).normalize('NFKC').replace(/,/g, '');
    const fy = yearOf(row);
    if (fy === null || !/^-?\d+(?:\.\d+)?/.test(text)) continue;
    const count = years.get(fy) ?? { zeros: 0, others: 0 };
    if (Number.parseFloat(text) === 0) count.zeros += 1;
    else count.others += 1;
    years.set(fy, count);
  }
  if (years.size < 2) return null;
  const newest = Math.max(...years.keys());
  const last = years.get(newest);
  const before = [...years].filter(([fy]) => fy !== newest).some(([, { others }]) => others > 0);
  return last && last.others === 0 && last.zeros > 0 && before ? newest : null;
}
