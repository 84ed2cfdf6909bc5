// The trend of a KPI: its results as a line from the baseline on, the target and the baseline as lines across.
import type { KpiEntry } from '../../answer/answer.ts';
import type { KpiRecord } from '../../data/repository.ts';
import type { Block } from '../blocks/block.ts';
import { era, unitOf } from '../blocks/figures.ts';
import { chart, type Series } from './chart.ts';

interface Point {
  label: string;
  fy: number | null;
  value: number;
}

/**
 * With results: a line of them, lines for target and baseline; a result without a baseline as a bar beside its target.
 * Without results: the way that was planned, from the baseline to the targets. Nothing where no two figures differ.
 */
export function kpiChart(entry: KpiEntry): Block[] {
  const { record } = entry;
  const results = resultsOf(record);
  const baseline = baselineOf(record);
  const before = baseline !== null && !results.some(({ fy }) => fy === baseline.fy) ? [baseline] : [];
  const way = [...before, ...results];
  if (results.length === 0) return plannedWay(record, baseline);
  if (way.length < 2) return besideTarget(entry, way);
  const target = targetLine(entry, way);
  const series: Series[] = [
    { name: '実績', values: way.map(({ value }) => value) },
    ...(target ? [target] : []),
    ...(baseline ? [{ name: baseline.label, values: way.map(() => baseline.value) }] : []),
  ];
  return draw('line', record, way, series);
}

/** Printed and recorded results by year; of one year the recorded one. */
function resultsOf(record: KpiRecord): Point[] {
  const byYear = new Map<number, number>();
  for (const { fy, value } of [...record.actuals, ...record.recorded])
    if (value !== null) byYear.set(fy, value);
  return [...byYear].sort(([a], [b]) => a - b).map(([fy, value]) => ({ label: era(fy), fy, value }));
}

function baselineOf({ baseline }: KpiRecord): Point | null {
  if (baseline?.value == null) return null;
  return {
    label: `基準 ${baseline.fy ? era(baseline.fy) : ''}`.trim(),
    fy: baseline.fy,
    value: baseline.value,
  };
}

/** Year targets in figures, the first of a year. */
function targetsOf({ targets }: KpiRecord): Point[] {
  return targets
    .flatMap(({ fy, value, basis }) =>
      value === null || fy === null || basis !== undefined ? [] : [{ label: `目標 ${era(fy)}`, fy, value }],
    )
    .filter((point, i, all) => all.findIndex(({ fy }) => fy === point.fy) === i)
    .sort((a, b) => a.fy - b.fy);
}

/** Each year's own target where every year has one, else the one it is held against, across. */
function targetLine({ record, state }: KpiEntry, way: readonly Point[]): Series | null {
  const targets = targetsOf(record);
  const own = way.map(({ fy }) => targets.find((target) => target.fy === fy)?.value);
  if (own.every((value) => value !== undefined)) return { name: '目標', values: own };
  const judged = (state.inputs.actual === null && state.lastJudged ? state.lastJudged.verdict : state).inputs;
  const { value = null, fy = null } = judged.target ?? targets.at(-1) ?? {};
  if (value === null) return null;
  return { name: fy === null ? '目標' : `目標 ${era(fy)}`, values: way.map(() => value) };
}

/** A line from the baseline to the targets of later years, the baseline across. */
function plannedWay(record: KpiRecord, baseline: Point | null): Block[] {
  const later = targetsOf(record).filter(({ fy }) => baseline?.fy == null || (fy ?? 0) > baseline.fy);
  const way = [...(baseline ? [baseline] : []), ...later];
  const series: Series[] = [
    { name: '目標', values: way.map(({ value }) => value) },
    ...(baseline ? [{ name: baseline.label, values: way.map(() => baseline.value) }] : []),
  ];
  return way.length < 2 ? [] : draw('line', record, way, series);
}

/** One result and the target it is held against, a bar each. */
function besideTarget(entry: KpiEntry, way: readonly Point[]): Block[] {
  const target = targetLine(entry, way);
  if (target === null) return [];
  return draw('bar', entry.record, way, [{ name: '実績', values: way.map(({ value }) => value) }, target]);
}

function draw(type: 'bar' | 'line', record: KpiRecord, way: readonly Point[], series: Series[]): Block[] {
  if (new Set(series.flatMap(({ values }) => values)).size < 2) return [];
  const labels = way.map(({ label }) => label);
  return chart({ type, title: record.name, categories: labels, series, unit: unitOf(record) });
}
