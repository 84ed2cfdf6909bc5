// One KPI or project as lines of plain text: status word first, figures with their years, source last.
import type { KpiEntry, ProjectEntry } from '../../answer/answer.ts';
import type { Amount } from '../../data/schemas/amount.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Source } from '../../data/schemas/source.ts';
import { budgetsOf, projectValues } from '../../data/values.ts';
import { isJudged } from '../../status/judge-now.ts';
import { verdictsOf } from '../../status/published.ts';
import { isUsable } from '../../status/target-of-year.ts';
import { percent, yen } from '../../wording/figures.ts';
import { citiesAndTowns, townUnit } from '../../wording/names.ts';
import { placeName } from '../../wording/places.ts';
import { isDash, valueWithYear } from '../../wording/values.ts';
import { fiscalYearName } from '../../wording/years.ts';

/** `R5行政評価 No. 11、No. 12（文書002）`: the plan by name, each document with its places. */
export function sourceLine(sources: readonly Source[], plan: Plan): string {
  const byDocument = new Map<string, string[]>();
  for (const source of sources)
    byDocument.set(source.document, [...(byDocument.get(source.document) ?? []), placeName(source)]);
  const parts = [...byDocument].map(([document, places]) => `${places.join('、')}（文書${document}）`);
  return `出典：${plan.shortName} ${parts.join('、')}`;
}

/** `令和8年度 34,507千円`, or what the cell holds instead of a figure. */
function budgetOfYear({ fy, yen: amount, text }: Amount): string {
  if (amount !== null) return `${fiscalYearName(fy)} ${yen(amount)}`;
  return `${fiscalYearName(fy)} 記載なし${isDash(text) && text !== '' ? `（資料では「${text}」）` : ''}`;
}

/** `参加市町は全市町、20市町村（6市12町2村）：…`; nothing where none are printed. */
function townsLine({ record }: ProjectEntry): string[] {
  const { scope, towns } = record.participants;
  if (scope === 'unknown') return [];
  const unit = townUnit(towns);
  const count = `${towns.length}${unit}（${citiesAndTowns(towns)}）`;
  return [`   参加市町は${scope === 'all' ? `全${unit}、` : ''}${count}：${towns.join('、')}`];
}

/** Columns that hold lists, each item once, whatever row prints it: `SDGsゴール：4、9`. */
function listLines({ record, plan }: ProjectEntry): string[] {
  return plan.attributes.flatMap(({ id, label, type }) => {
    if (type !== 'list') return [];
    const items = new Set(projectValues(record, id).flatMap(({ list = [] }): (string | number)[] => list));
    const sorted = [...items].sort((a, b) => String(a).localeCompare(String(b), 'ja', { numeric: true }));
    return sorted.length > 0 ? [`   ${label}：${sorted.join('、')}`] : [];
  });
}

/** Blank years in a row are one: `令和9～12年度 記載なし`. */
function budgetLine(budgets: readonly Amount[]): string {
  const parts: string[] = [];
  for (let from = 0; from < budgets.length; ) {
    const first = budgets[from] as Amount;
    let to = from;
    while (
      first.yen === null &&
      budgets[to + 1]?.yen === null &&
      budgets[to + 1]?.text === first.text &&
      budgets[to + 1]?.fy === (budgets[to]?.fy ?? 0) + 1
    )
      to++;
    const last = budgets[to] as Amount;
    const blank = budgetOfYear(first);
    // 令和9年度 … 令和12年度 → 令和9～12年度
    const years = `${fiscalYearName(first.fy).replace('年度', '')}～${fiscalYearName(last.fy).replace('令和', '')}`;
    parts.push(to > from ? blank.replace(fiscalYearName(first.fy), years) : blank);
    from = to + 1;
  }
  return parts.join('、');
}

/** 基準 → 実績 → 目標 on one line; what the documents leave out is said. */
function kpiFigures({ record }: KpiEntry): string {
  const baseline =
    record.baseline && !isDash(record.baseline.text) ? valueWithYear(record.baseline) : '記載なし';
  const actuals = [
    ...record.actuals.filter(
      (actual) => !isDash(actual.text) && !record.recorded.some(({ fy }) => fy === actual.fy),
    ),
    ...record.recorded,
  ].map(valueWithYear);
  const targets = record.targets
    .filter((target) => !isDash(target.text))
    .map((target) =>
      isUsable(target)
        ? valueWithYear(target)
        : `「${target.text}」${target.fy === null ? '' : `（${fiscalYearName(target.fy)}）`}`,
    );
  return `基準 ${baseline} → 実績 ${actuals.join('、') || '記載なし'} → 目標 ${targets.join('、') || '記載なし'}`;
}

/** The judgement first: `遅れ（令和3年度）・令和5年度の実績は未登録`. */
function standingText({ state }: KpiEntry): string {
  const { lastJudged: last, status, inputs } = state;
  if (!last || isJudged(status)) return status;
  const year = inputs.fy === null ? '' : `${fiscalYearName(inputs.fy)}の`;
  const since =
    status === '期限超過・実績未登録'
      ? `${year}実績は未登録`
      : status === '実績待ち'
        ? `${year}実績待ち`
        : `今は${status}`;
  return `${last.verdict.status}（${fiscalYearName(last.fy)}）・${since}`;
}

/** A KPI in three to six lines. */
export function kpiLines(entry: KpiEntry): string[] {
  const { record, state, plan } = entry;
  const rates = record.achievements.flatMap(({ fy, value }) =>
    value === null ? [] : `${percent(value)}（${fiscalYearName(fy)}）`,
  );
  const published = [...new Set(state.published.map((one) => `${one.word}（${placeName(one)}）`))];
  const belongs = entry.projects.map(({ name }) => name).join('、') || entry.policyLabel || '';
  return [
    `■ ［${standingText(entry)}］ ${record.name}`,
    `   ${kpiFigures(entry)}${rates.length > 0 ? `／達成率 ${rates.join('、')}` : ''}`,
    `   ${belongs}（${plan.shortName}${entry.departments.length > 0 ? `・${entry.departments.join('・')}` : ''}）`,
    ...(published.length > 0 ? [`   公表された評価：${published.join('、')}`] : []),
    `   ${sourceLine(record.sources, plan)}`,
  ];
}

/** A project in four to eight lines. */
export function projectLines(entry: ProjectEntry): string[] {
  const { record, plan } = entry;
  const budgets = budgetLine(budgetsOf(record, plan));
  const policies = [
    ...new Set(entry.policies.map(({ code, name }) => [code, name].filter(Boolean).join(' '))),
  ];
  const verdicts = plan.attributes.find(({ verdict }) => verdict);
  const evaluations = new Set(
    verdictsOf(record, plan).map((one) => `${one.word}（${fiscalYearName(one.fy)}・${placeName(one)}）`),
  );
  const repeated = record.listings.some((listing) => listing.repeated) ? '【再掲あり】' : '';
  return [
    `■ ${record.name}${repeated}`,
    `   ${record.summary}`,
    `   施策：${policies.join('／')}（${plan.shortName}）`,
    `   担当：${record.department ?? '記載なし'}／予算：${budgets || '記載なし'}`,
    ...townsLine(entry),
    ...(verdicts && evaluations.size > 0 ? [`   ${verdicts.label}：${[...evaluations].join('、')}`] : []),
    ...listLines(entry),
    ...entry.kpis.map((kpi) => `   KPI：${kpi.record.name} ${kpiFigures(kpi)}`),
    `   ${sourceLine(record.sources, plan)}`,
  ];
}
