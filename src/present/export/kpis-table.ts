// kpis.csv: every KPI year by year, with baseline, target, result and judgement.
import type { KpiRecord, Repository } from '../../data/repository.ts';
import { directionLabels } from '../../plans/mapping/directions.ts';
import type { Day } from '../../ports/clock.ts';
import { judgeNow } from '../../status/judge-now.ts';
import { judgeYear } from '../../status/judge-year.ts';
import { fiscalYearName, yearText } from '../../wording/years.ts';
import { labelOf, lines, planOf, sourceCells } from './cells.ts';
import type { Cell, Table } from './csv.ts';

/**
 * One row per KPI and fiscal year with a target or a result, and one for a target that names no year (毎年度).
 * The final target of a year stands beside that year's own; the baseline is repeated in every row.
 */
export function kpisTable(repository: Repository, asOf: Day): Table {
  return {
    columns: [
      '計画',
      'KPI ID',
      'KPI名',
      '別名',
      '事業名',
      '施策',
      '方向',
      '測り方',
      '年度',
      '西暦年度',
      '基準値',
      '基準値（数値）',
      '基準年',
      '年度目標',
      '年度目標（数値）',
      '最終目標',
      '最終目標（数値）',
      '最終目標の期間',
      '実績',
      '実績（数値）',
      '単位',
      '記録者',
      '達成率（公表・%）',
      '達成率・進捗率（計算・%）',
      '判定',
      '判定の理由',
      '判定日',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.kpis.flatMap((kpi) => yearsOf(kpi).map((fy) => kpiRow(repository, kpi, fy, asOf))),
  };
}

/** Fiscal years with a cell, oldest first, then null where a target names no year or nothing is printed at all. */
function yearsOf(kpi: KpiRecord): (number | null)[] {
  const cells = [...kpi.targets, ...kpi.actuals, ...kpi.achievements, ...kpi.recorded];
  const years = [...new Set(cells.flatMap((cell) => cell.fy ?? []))].sort((a, b) => a - b);
  const yearless = kpi.targets.some((target) => target.fy === null) || years.length === 0;
  return yearless ? [...years, null] : years;
}

function kpiRow(repository: Repository, kpi: KpiRecord, fy: number | null, asOf: Day): Cell[] {
  const plan = planOf(repository, kpi.plan);
  const context = { projects: repository.projectsOf(kpi.id) };
  const verdict =
    fy === null ? judgeNow(kpi, asOf, plan, context) : judgeYear(kpi, { fy, asOf }, plan, context);
  const target = kpi.targets.find((one) => one.fy === fy && one.term === 'year');
  const final = kpi.targets.find((one) => one.fy === fy && one.term === 'final');
  const recorded = kpi.recorded.find((one) => one.fy === fy);
  const actual = recorded ?? kpi.actuals.find((one) => one.fy === fy);
  const notes = [kpi.baseline?.note, target?.note, final?.note, recorded ? undefined : noteOf(kpi, fy)];
  return [
    plan.name,
    kpi.id,
    kpi.name,
    lines(kpi.aliases),
    lines(context.projects.map((project) => project.name)),
    kpi.policy === null ? null : labelOf(repository, kpi.policy),
    directionLabels[kpi.direction],
    measureWords[kpi.measure],
    fy === null ? yearText(final ?? { fy }) : fiscalYearName(fy),
    fy,
    kpi.baseline?.text ?? null,
    kpi.baseline?.value ?? null,
    kpi.baseline ? yearText(kpi.baseline) : null,
    target?.text ?? null,
    target?.value ?? null,
    final?.text ?? null,
    final?.value ?? null,
    final ? yearText(final) : null,
    actual?.text ?? null,
    actual?.value ?? null,
    (actual?.unit ?? target?.unit ?? final?.unit ?? kpi.baseline?.unit) || null,
    recorded?.recordedBy ?? null,
    kpi.achievements.find((one) => one.fy === fy)?.text ?? null,
    verdict.inputs.rate === null ? null : Math.round(verdict.inputs.rate * 10) / 10,
    verdict.status,
    verdict.reason,
    asOf,
    ...sourceCells(plan, kpi.sources),
    lines([...new Set([...notes.flatMap((note) => note ?? []), ...kpi.notes])]),
  ];
}

function noteOf(kpi: KpiRecord, fy: number | null): string | undefined {
  return kpi.actuals.find((one) => one.fy === fy)?.note;
}

const measureWords = {
  yearly: '各年度の目標',
  'end-year': '最終年度の目標',
  cumulative: '累計',
  'per-year': '毎年度同じ目標',
  maintain: '維持',
  rank: '順位',
  'year-over-year': '前年度比',
  'average-gap': '全国平均比',
  'period-average': '期間平均',
  milestone: '節目',
  graded: '段階評価',
  'reduce-by': '削減',
  unset: '目標なし',
} as const;
