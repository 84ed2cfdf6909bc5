// あと: from the newest actual, else from the baseline, to the final target; worked out here from the export.
import type { Export, ExportedKpi } from '../../../src/present/export/everything.ts';
import { type Asked, fill, grouped } from './asked.ts';
import { namedOnce } from './budgets.ts';

const templates = [
  '{name}は目標まであといくつ？',
  '{name} 目標まで あと',
  '{name}は目標まであとどれくらいですか',
  'お疲れさまです。{name}が目標に届くまで、残りはどれだけでしょうか。',
  '{name}の目標までの残りを教えてください',
];

/** KPIs with plain figures of one unit; sums over years and shares of a reduction are not among them. */
export function askedRemaining(data: Export): Asked[] {
  return namedOnce(data.kpis, data).flatMap((kpi): Asked[] => {
    const way = wayOf(kpi);
    if (way === null) return [];
    const { from, to, start } = way;
    const gap = Math.abs(Number((to - from).toPrecision(12)));
    const reached = kpi.direction === 'down' ? from <= to : from >= to;
    return [
      {
        kind: `remaining from the ${start}`,
        about: kpi.id,
        questions: fill(templates, { name: kpi.name }),
        expected: reached
          ? [start === 'actual' ? '最新の実績' : '基準値']
          : [start === 'actual' ? '最新の実績' : '基準値', `あと${grouped(gap)}`],
        ...(reached ? { never: /あと\d/ } : {}),
      },
    ];
  });
}

function wayOf({ direction, measure, baseline, targets, actuals }: ExportedKpi) {
  if (!['up', 'down'].includes(direction) || !['yearly', 'end-year', 'per-year'].includes(measure))
    return null;
  const figures = targets.filter(({ value, basis }) => value !== null && basis === undefined);
  const goal = figures.findLast(({ term }) => term === 'final') ?? figures.at(-1);
  const newest = actuals.findLast(({ value }) => value !== null);
  const first = newest ?? baseline;
  if (!goal || !first || goal.value === null || first.value === null || goal.unit !== first.unit) return null;
  const start: 'actual' | 'baseline' = newest ? 'actual' : 'baseline';
  return { from: first.value, to: goal.value, start };
}
