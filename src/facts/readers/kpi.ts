// Cells of KPIs: printed values, what staff recorded laid over them, and what follows from the two.
import type { KpiRecord } from '../../data/repository.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Actual, Baseline, Target } from '../../data/schemas/value.ts';
import { everyYearTarget, isUsable } from '../../status/target-of-year.ts';
import { type Cell, saysNothing } from '../cell.ts';
import { once, type Read, refCell, wordCell } from './reader.ts';

type ReadKpi = Read<KpiRecord>;

const first = ({ sources }: KpiRecord): Source | null => sources[0] ?? null;

/** 調整中, 設定予定 and dashes tell nothing: value and word are null, the text stays. */
function printed(value: Actual | Baseline | Target, source: Source | null): Cell {
  const { fy, unit, text, note, basis, calendarYear, periodStart } = value;
  const usable = value.value !== null || isUsable(value as Target);
  return {
    fy,
    value: value.value,
    word: value.value === null && usable && !saysNothing(text) ? text : null,
    text,
    unit,
    source: value.source ?? source,
    ...(note === undefined ? {} : { note }),
    ...(basis === undefined ? {} : { basis }),
    ...(calendarYear ? { calendarYear } : {}),
    ...(periodStart === undefined ? {} : { periodStart }),
  };
}

const byYear = (a: Cell, b: Cell) => (a.fy ?? Number.POSITIVE_INFINITY) - (b.fy ?? Number.POSITIVE_INFINITY);

const target: ReadKpi = (kpi) =>
  kpi.targets
    .map(
      (own): Cell => ({
        ...printed(own, first(kpi)),
        ...(own.term === 'final' ? { final: true as const } : {}),
        ...(own.every ? { every: true as const } : {}),
        ...(own.pointInTime === undefined ? {} : { pointInTime: own.pointInTime }),
      }),
    )
    .sort(byYear);

/** R5年度比増（R5：81.4%） prints R5's figure beside the target of another year. */
function asides(kpi: KpiRecord): Cell[] {
  return kpi.targets.flatMap((own) => {
    const fy =
      own.basis === 'year' ? own.basisFy : own.basis === 'previous-year' && own.fy ? own.fy - 1 : null;
    if (own.value === null || fy === null || fy === undefined) return [];
    const text = `${own.value.toLocaleString('en-US', { maximumFractionDigits: 6 })}${own.unit ?? ''}`;
    const note = `目標値「${own.text}」に併記`;
    return [{ ...printed(own, first(kpi)), fy, text, note, aside: true as const }];
  });
}

const actual: ReadKpi = (kpi) => {
  const recorded = kpi.recorded.map(
    ({ fy, value, unit, text, recordedBy }): Cell => ({
      fy,
      value,
      word: value === null ? text : null,
      text,
      unit,
      source: null,
      recordedBy,
    }),
  );
  const years = new Set(recorded.map(({ fy }) => fy));
  const own = kpi.actuals.filter(({ fy }) => !years.has(fy)).map((one) => printed(one, first(kpi)));
  for (const { fy } of own) years.add(fy);
  return [...recorded, ...own, ...asides(kpi).filter(({ fy }) => !years.has(fy))].sort(byYear);
};

/** Printed rates; for a recorded result the rate is worked out where the year's target is a plain figure. */
const rate: ReadKpi = (kpi) => {
  const source = first(kpi);
  const recorded = new Set(kpi.recorded.map(({ fy }) => fy));
  const own = kpi.achievements
    .filter(({ fy }) => !recorded.has(fy))
    .map(
      (one): Cell => ({
        fy: one.fy,
        value: one.value,
        word: null,
        text: one.text,
        unit: '%',
        source,
        ...(one.note === undefined ? {} : { note: one.note }),
      }),
    );
  return [...own, ...kpi.recorded.flatMap(({ fy, value }) => computedRate(kpi, fy, value))].sort(byYear);
};

function computedRate(kpi: KpiRecord, fy: number, value: number | null): Cell[] {
  const own = kpi.targets.find((one) => one.fy === fy && one.value !== null) ?? everyYearTarget(kpi);
  const plain = kpi.direction === 'up' || kpi.direction === 'keep';
  if (value === null || !plain || !own?.value || own.basis !== undefined) return [];
  const share = (value / own.value) * 100;
  const text = `${share.toFixed(1)}%`;
  const note = `計算値：${value}÷${own.value}`;
  return [{ fy, value: share, word: null, text, unit: '%', source: null, computed: true, note }];
}

const deadline: ReadKpi = (kpi) => {
  const usable = kpi.targets.filter(isUsable);
  const finals = usable.filter(({ term }) => term === 'final');
  return (finals.length > 0 ? finals : usable.slice(-1)).flatMap((own) => {
    if (own.fy === null && !own.every) return [];
    const more = {
      ...(own.every ? { every: true as const } : {}),
      ...(own.pointInTime === undefined ? {} : { pointInTime: own.pointInTime }),
    };
    return [{ ...wordCell(own.every ? '毎年度' : '', first(kpi), more), fy: own.fy, value: own.fy }];
  });
};

const department: ReadKpi = (kpi, repository) =>
  kpi.department !== undefined
    ? [refCell(kpi.department, kpi.department, first(kpi))]
    : ofProjects(kpi, repository);

const ofProjects: ReadKpi = (kpi, repository) =>
  once(
    repository
      .projectsOf(kpi.id)
      .flatMap((project) =>
        project.department === null
          ? []
          : [refCell(project.department, project.department, project.sources[0] ?? null)],
      ),
  );

const policy: ReadKpi = (kpi, repository) => {
  const own = kpi.policy === null ? undefined : repository.policy(kpi.policy);
  const ids = own
    ? [own.id]
    : repository.projectsOf(kpi.id).flatMap(({ listings }) => listings.map((listing) => listing.policy));
  return [...new Set(ids)].flatMap((id) => {
    const found = repository.policy(id);
    if (!found) return [];
    return [{ ...refCell(id, found.name, first(kpi)), text: `${found.code ?? ''} ${found.name}`.trim() }];
  });
};

/** The unit a KPI is measured in: the target's, else the baseline's or an actual's. */
export function unitOfKpi(kpi: KpiRecord): string | null {
  const values = [...kpi.targets, ...(kpi.baseline ? [kpi.baseline] : []), ...kpi.actuals];
  return values.find(({ unit }) => unit !== null)?.unit ?? null;
}

/** By name of the attribute. */
export const kpiReaders: Readonly<Record<string, ReadKpi>> = {
  baseline: (kpi) => (kpi.baseline ? [printed(kpi.baseline, first(kpi))] : []),
  target,
  actual,
  rate,
  deadline,
  department,
  policy,
  direction: (kpi) => [wordCell(kpi.direction, first(kpi))],
  measure: (kpi) => [wordCell(kpi.measure, first(kpi))],
  unit: (kpi) => {
    const unit = unitOfKpi(kpi);
    return unit === null ? [] : [wordCell(unit, first(kpi))];
  },
  plan: (kpi, repository) => [refCell(kpi.plan, repository.plan(kpi.plan)?.name ?? kpi.plan, first(kpi))],
  projects: (kpi, repository) =>
    repository.projectsOf(kpi.id).map((project) => refCell(project.id, project.name, project.sources[0])),
  name: (kpi) => [wordCell(kpi.name, first(kpi))],
  alias: (kpi) => kpi.aliases.map((alias) => wordCell(alias, first(kpi))),
  place: (kpi) => kpi.sources.map((source) => wordCell(source.place, source)),
  revised: (kpi) => (kpi.targetRevised ? [wordCell('中期目標改訂', first(kpi))] : []),
};
