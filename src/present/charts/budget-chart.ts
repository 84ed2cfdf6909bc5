// Budgets as bars: one project by year, or several side by side.
import type { ProjectEntry } from '../../answer/answer.ts';
import { budgetsOf } from '../../data/values.ts';
import type { Block } from '../blocks/block.ts';
import { era } from '../blocks/figures.ts';
import { chart } from './chart.ts';

/** Beside a bar so many times as high another is no more than a line. */
const readable = 20;

/** The unit in which the largest amount is read at a glance. */
function scaleOf(most: number): { unit: string; yen: number } {
  if (most >= 1e8) return { unit: '億円', yen: 1e8 };
  return most >= 1e7 ? { unit: '百万円', yen: 1e6 } : { unit: '千円', yen: 1e3 };
}

/** At most 20 projects, one colour a year; nothing where small bars could not be read beside a giant. */
export function budgetChart(entries: readonly ProjectEntry[], years: readonly number[]): Block[] {
  const [only] = entries;
  if (only && entries.length === 1) return byYear(only);
  const amount = (entry: ProjectEntry, fy: number) =>
    budgetsOf(entry.record, entry.plan).find((budget) => budget.fy === fy)?.yen;
  // A blank cell is no zero: a project without a figure for each year stays in the table only.
  const complete = entries.filter((entry) => years.every((fy) => typeof amount(entry, fy) === 'number'));
  if (complete.length < 2 || years.length === 0) return [];
  const all = complete.flatMap((entry) => years.map((fy) => amount(entry, fy) ?? 0));
  if (!comparable(all)) return [];
  const { unit, yen } = scaleOf(Math.max(...all));
  return chart({
    type: 'bar',
    title: '予算の比較',
    categories: complete.map((entry) => entry.record.name),
    series: years.map((fy) => ({
      name: `${era(fy)}（${unit}）`,
      values: complete.map((entry) => (amount(entry, fy) ?? 0) / yen),
    })),
    unit,
  });
}

function byYear({ record, plan }: ProjectEntry): Block[] {
  const budgets = budgetsOf(record, plan).flatMap(({ fy, yen }) => (yen === null ? [] : [{ fy, yen }]));
  if (budgets.length < 2) return [];
  const { unit, yen } = scaleOf(Math.max(...budgets.map((budget) => budget.yen)));
  return chart({
    type: 'bar',
    title: `予算の推移：${record.name}`,
    categories: budgets.map(({ fy }) => era(fy)),
    series: [{ name: `予算（${unit}）`, values: budgets.map((budget) => budget.yen / yen) }],
    unit,
  });
}

function comparable(amounts: readonly number[]): boolean {
  const most = Math.max(...amounts);
  return most > 0 && amounts.every((amount) => amount === 0 || amount * readable >= most);
}
