// Native Slack charts (data_visualization): a KPI's way from baseline to target, budgets by year.

import type { KpiEntry, ProjectEntry } from '../answer/answer.ts';
import { budgetsOf } from '../data/values.ts';
import { clip, limits } from './block-limits.ts';
import type { Block } from './blocks/block.ts';
import { era, unitOf } from './blocks/figures.ts';

interface Series {
  name: string;
  /** One value for each category, in order. */
  values: number[];
}

/** A bar or line chart, or none when Slack would refuse it: every series needs a value for every category. */
export function chart(
  type: 'bar' | 'line',
  title: string,
  categories: string[],
  series: Series[],
  unit: string | null,
): Block[] {
  const labels = unique(categories.slice(0, limits.chartCategories).map((text) => short(text)));
  const drawn = series.slice(0, limits.chartSeries);
  const names = unique(drawn.map((one) => short(one.name)));
  if (labels.length === 0 || drawn.length === 0) return [];
  return [
    {
      type: 'data_visualization',
      title: clip(title, limits.chartTitle),
      chart: {
        type,
        series: drawn.map((one, s) => ({
          name: names[s],
          data: labels.map((label, i) => ({ label, value: one.values[i] ?? 0 })),
        })),
        axis_config: { categories: labels, ...(unit ? { y_label: clip(unit, limits.chartTitle) } : {}) },
      },
    },
  ];
}

function short(text: string): string {
  return clip(text, limits.chartLabel);
}

/** Slack refuses two equal labels: the second becomes `… 2`. */
function unique(labels: string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${clip(label, limits.chartLabel - 3)} ${count}`;
  });
}

/**
 * Baseline, targets and actuals of a KPI. Years that hold both a target and an actual are drawn as two lines;
 * else one row of bars 「基準 R6」「実績 R7」「目標 R8」. Fewer than two numbers make no chart.
 */
export function kpiChart({ record }: KpiEntry): Block[] {
  const unit = unitOf(record);
  const actuals = new Map<number, number>();
  for (const own of [...record.actuals, ...record.recorded])
    if (own.value !== null) actuals.set(own.fy, own.value);
  const targets = new Map<number, number>();
  for (const own of record.targets)
    if (own.value !== null && own.fy !== null && own.basis === undefined && !targets.has(own.fy))
      targets.set(own.fy, own.value);
  const both = [...targets.keys()].filter((fy) => actuals.has(fy)).sort();
  if (both.length >= 2) {
    return chart(
      'line',
      record.name,
      both.map(era),
      [
        { name: '目標', values: both.map((fy) => targets.get(fy) ?? 0) },
        { name: '実績', values: both.map((fy) => actuals.get(fy) ?? 0) },
      ],
      unit,
    );
  }
  const bars = [
    ...(record.baseline?.value != null
      ? [
          {
            label: `基準 ${record.baseline.fy ? era(record.baseline.fy) : ''}`.trim(),
            value: record.baseline.value,
            fy: record.baseline.fy ?? 0,
            rank: 0,
          },
        ]
      : []),
    ...[...actuals].map(([fy, value]) => ({ label: `実績 ${era(fy)}`, value, fy, rank: 1 })),
    ...[...targets].map(([fy, value]) => ({ label: `目標 ${era(fy)}`, value, fy, rank: 2 })),
  ].sort((a, b) => a.fy - b.fy || a.rank - b.rank);
  if (bars.length < 2) return [];
  return chart(
    'bar',
    record.name,
    bars.map((bar) => bar.label),
    [{ name: unit ? `値（${unit}）` : '値', values: bars.map((bar) => bar.value) }],
    unit,
  );
}

/** Budgets: one project by year, or several side by side (at most 20, one series a year). */
export function budgetChart(entries: readonly ProjectEntry[], years: readonly number[]): Block[] {
  const single = entries.length === 1 ? entries[0] : undefined;
  if (single) {
    const byYear = budgetsOf(single.record, single.plan).filter(({ yen }) => yen !== null);
    if (byYear.length < 2) return [];
    return chart(
      'bar',
      `予算の推移：${single.record.name}`,
      byYear.map((budget) => era(budget.fy)),
      [{ name: '予算（千円）', values: byYear.map((budget) => (budget.yen ?? 0) / 1000) }],
      '千円',
    );
  }
  const amount = (entry: ProjectEntry, fy: number) =>
    budgetsOf(entry.record, entry.plan).find((budget) => budget.fy === fy)?.yen;
  // A blank cell is no zero: a project without a figure for each year stays in the table only.
  const complete = entries.filter((entry) => years.every((fy) => typeof amount(entry, fy) === 'number'));
  if (complete.length < 2 || years.length === 0) return [];
  return chart(
    'bar',
    '予算の比較',
    complete.map((entry) => entry.record.name),
    years.map((fy) => ({
      name: `${era(fy)}（千円）`,
      values: complete.map((entry) => (amount(entry, fy) ?? 0) / 1000),
    })),
    '千円',
  );
}
