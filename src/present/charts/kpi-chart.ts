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
 * With results: a line of them, lines for target and baseline. Without: two or more bars from baseline to the targets.
 * Nothing where fewer than two figures differ: three equal bars tell nothing.
 */
export function kpiChart(entry: KpiEntry): Block[] {
  const { record } = entry;
  const results = resultsOf(record);
  const baseline = baselineOf(record);
  const before = baseline !== null && !results.some(({ fy }) => fy === baseline.fy) ? [baseline] : [];
  const way = [...before, ...results];
  if (results.length === 0 || way.length < 2) return bars(record, way);
  const target = targetLine(entry, way);
  const series: Series[] = [
    { name: '実績', values: way.map(({ value }) => value) },
    ...(target ? [target] : []),
    ...(baseline ? [{ name: `${baseline.label}`, values: way.map(() => baseline.value) }] : []),
  ];
  return chart(
    'line',
    record.name,
    way.map(({ label }) => label),
    series,
    unitOf(record),
  );
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

function bars(record: KpiRecord, way: readonly Point[]): Block[] {
  const all = [
    ...way.map((point) =>
      point.fy !== null && !/基準/.test(point.label) ? { ...point, label: `実績 ${point.label}` } : point,
    ),
    ...targetsOf(record),
  ];
  const points = all.sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0));
  if (new Set(points.map(({ value }) => value)).size < 2) return [];
  const unit = unitOf(record);
  const series = [{ name: unit ? `値（${unit}）` : '値', values: points.map(({ value }) => value) }];
  return chart(
    'bar',
    record.name,
    points.map(({ label }) => label),
    series,
    unit,
  );
}
