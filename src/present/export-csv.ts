// The three tables of `export --csv`: budgets by year, KPIs by year, projects by listing.
import type { KpiRecord, Repository } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Source } from '../data/schemas/source.ts';
import type { Day } from '../ports/clock.ts';
import { judgeNow } from '../status/judge-now.ts';
import { judgeYear } from '../status/judge-year.ts';
import type { Cell, Table } from './csv.ts';
import { fiscalYearText, yearText } from './export-years.ts';

/** The files of the export, by name. */
export function csvTables(repository: Repository, asOf: Day): Record<string, Table> {
  return {
    'projects.csv': projectsTable(repository),
    'budgets.csv': budgetsTable(repository),
    'kpis.csv': kpisTable(repository, asOf),
  };
}

/** One row per fiscal year a project has a budget cell for; dash and blank stay as printed, without a number. */
export function budgetsTable(repository: Repository): Table {
  return {
    columns: [
      '計画',
      '事業ID',
      '事業名',
      '担当課',
      '年度',
      '西暦年度',
      '予算額（千円）',
      '予算の表記',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.projects.flatMap((project) =>
      project.budgets.map((budget): Cell[] => [
        planOf(repository, project.plan).name,
        project.id,
        project.name,
        project.department,
        fiscalYearText(budget.fy),
        budget.fy,
        budget.thousandYen,
        budget.text,
        ...sourceCells(planOf(repository, project.plan), [budget.source]),
        lines(project.notes),
      ]),
    ),
  };
}

/** One row per project and row of the document it is listed in (再掲 gives a second one). */
export function projectsTable(repository: Repository): Table {
  return {
    columns: [
      '計画',
      '事業ID',
      '事業番号',
      '事業名',
      '別名',
      '概要',
      '施策コード',
      '施策',
      '施策の体系',
      '方向性',
      '再掲',
      '担当課',
      '連携市町の範囲',
      '連携市町',
      'SDGs',
      '評価年度',
      '事業評価',
      '局施策評価',
      '事業費の増減',
      '成果の方向性',
      '人件費（目安・千円）',
      '費用負担',
      '役割分担（中心市）',
      '役割分担（連携市町）',
      '効果',
      '主要事務事業の年度',
      'この箇所の内容',
      'KPI',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.projects.flatMap((project) =>
      project.listings.map((listing): Cell[] => {
        const policy = repository.policy(listing.policy);
        const evaluatedFy = listing.evaluation?.fy ?? listing.policyEvaluation?.fy;
        return [
          planOf(repository, project.plan).name,
          project.id,
          project.number,
          project.name,
          lines(project.aliases),
          project.summary,
          policy?.code ?? null,
          policy?.name ?? listing.policy,
          repository
            .policyPath(listing.policy)
            .map((node) => node.name)
            .join(' > '),
          lines(listing.directions.map((id) => labelOf(repository, id))),
          listing.repeated ? '再掲' : null,
          project.department,
          scopeWords[project.participants.scope],
          project.participants.towns.join('、'),
          listing.sdgs.join('・'),
          evaluatedFy === undefined ? null : fiscalYearText(evaluatedFy),
          listing.evaluation?.word ?? null,
          listing.policyEvaluation?.word ?? null,
          listing.budgetChange,
          listing.outcomeDirection,
          listing.laborCostThousandYen,
          project.costBearing?.text ?? null,
          project.roles?.lead ?? null,
          project.roles?.partners ?? null,
          lines(project.effects),
          project.mainProjectYears.map(fiscalYearText).join('・'),
          listing.focus ?? null,
          lines(repository.kpisOf(project.id).map((kpi) => kpi.name)),
          ...sourceCells(planOf(repository, project.plan), [listing.source]),
          lines([...(listing.note === undefined ? [] : [listing.note]), ...project.notes]),
        ];
      }),
    ),
  };
}

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
      '達成率（公表・％）',
      '達成率・進捗率（計算・％）',
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
  const verdict = fy === null ? judgeNow(kpi, asOf, plan, context) : judgeYear(kpi, fy, asOf, plan, context);
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
    directionWords[kpi.direction],
    measureWords[kpi.measure],
    fy === null ? yearText(final ?? { fy }) : fiscalYearText(fy),
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

function planOf(repository: Repository, id: string): Plan {
  const plan = repository.plan(id);
  if (!plan) throw new Error(`unknown plan ${id}`);
  return plan;
}

/** 「4 子育て…」, or the plan's own name for a KPI of the whole plan. */
function labelOf(repository: Repository, id: string): string {
  const policy = repository.policy(id);
  if (!policy) return repository.plan(id)?.name ?? id;
  return policy.code === null ? policy.name : `${policy.code} ${policy.name}`;
}

/** Title and place; a bare number such as 002 would lose its zeros in a spreadsheet. */
function sourceCells(plan: Plan, sources: readonly Source[]): [string, string] {
  const titles = sources.map(
    ({ document }) => plan.documents.find((one) => one.number === document)?.title ?? document,
  );
  return [lines([...new Set(titles)]), lines(sources.map(({ place }) => place))];
}

/** Several texts in one cell. */
function lines(texts: readonly string[]): string {
  return texts.join(' / ');
}

const scopeWords = { all: '全市町', listed: '個別', unknown: '記載なし' } as const;

const directionWords = {
  up: '増やす',
  down: '減らす',
  keep: '維持',
  rank: '順位',
  milestone: '節目',
  unknown: '不明',
} as const;

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
