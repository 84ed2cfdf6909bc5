// One KPI or project as lines of plain text: status word first, figures with their years, source last.
import type { KpiEntry, ProjectEntry } from '../answer/answer.ts';
import { setsNoTarget } from '../answer/describe-kpi.ts';
import { budgetOfYear, describeTowns } from '../answer/describe-project.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Budget } from '../data/schemas/project.ts';
import type { Source } from '../data/schemas/source.ts';
import { figure, percent } from '../wording/figures.ts';
import { placeName } from '../wording/places.ts';
import { isDash, valueWithYear } from '../wording/values.ts';
import { fiscalYearName } from '../wording/years.ts';

/** `R5行政評価 No. 11、No. 12（文書002）`: the plan by name, each document with its places. */
export function sourceLine(sources: readonly Source[], plan: Plan): string {
  const byDocument = new Map<string, string[]>();
  for (const { document, place } of sources)
    byDocument.set(document, [...(byDocument.get(document) ?? []), placeName(place)]);
  const parts = [...byDocument].map(([document, places]) => `${places.join('、')}（文書${document}）`);
  return `出典：${plan.shortName} ${parts.join('、')}`;
}

/** Blank years in a row are one: `令和9～12年度 記載なし`. */
export function budgetLine(budgets: readonly Budget[]): string {
  const parts: string[] = [];
  for (let from = 0; from < budgets.length; ) {
    const first = budgets[from] as Budget;
    let to = from;
    while (
      first.thousandYen === null &&
      budgets[to + 1]?.thousandYen === null &&
      budgets[to + 1]?.text === first.text &&
      budgets[to + 1]?.fy === (budgets[to]?.fy ?? 0) + 1
    )
      to++;
    const last = budgets[to] as Budget;
    const blank = budgetOfYear(first);
    // 令和9年度 … 令和12年度 → 令和9～12年度
    const years = `${fiscalYearName(first.fy).replace('年度', '')}～${fiscalYearName(last.fy).replace('令和', '')}`;
    parts.push(to > from ? blank.replace(fiscalYearName(first.fy), years) : blank);
    from = to + 1;
  }
  return parts.join('、');
}

/** 基準 → 実績 → 目標 on one line; what the documents leave out is said. */
export function kpiFigures({ record }: KpiEntry): string {
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
      setsNoTarget(target)
        ? `「${target.text}」${target.fy === null ? '' : `（${fiscalYearName(target.fy)}）`}`
        : valueWithYear(target),
    );
  return `基準 ${baseline} → 実績 ${actuals.join('、') || '記載なし'} → 目標 ${targets.join('、') || '記載なし'}`;
}

/** A KPI in three to six lines. */
export function kpiLines(entry: KpiEntry): string[] {
  const { record, state, plan } = entry;
  const last = state.lastJudged
    ? `・最後の判定 ${fiscalYearName(state.lastJudged.fy)}：${state.lastJudged.verdict.status}`
    : '';
  const rates = record.achievements.flatMap(({ fy, value }) =>
    value === null ? [] : `${percent(value)}（${fiscalYearName(fy)}）`,
  );
  const published = [...new Set(state.published.map(({ word, place }) => `${word}（${placeName(place)}）`))];
  const belongs = entry.projects.map(({ name }) => name).join('、') || entry.policyLabel || '';
  return [
    `■ ［${state.status}${last}］ ${record.name}`,
    `   ${kpiFigures(entry)}${rates.length > 0 ? `／達成率 ${rates.join('、')}` : ''}`,
    `   ${belongs}（${plan.shortName}${entry.departments.length > 0 ? `・${entry.departments.join('・')}` : ''}）`,
    ...(published.length > 0 ? [`   公表された評価：${published.join('、')}`] : []),
    `   ${sourceLine(record.sources, plan)}`,
  ];
}

/** A project in four to eight lines. */
export function projectLines(entry: ProjectEntry): string[] {
  const { record, plan } = entry;
  const budgets = budgetLine(record.budgets);
  const policies = [
    ...new Set(entry.policies.map(({ code, name }) => [code, name].filter(Boolean).join(' '))),
  ];
  const evaluations = [
    ...new Set(
      record.listings.flatMap(({ evaluation, source }) =>
        evaluation
          ? `${evaluation.word}（${fiscalYearName(evaluation.fy)}・${placeName(source.place)}）`
          : [],
      ),
    ),
  ];
  const goals = [...new Set(record.listings.flatMap(({ sdgs }) => sdgs))].sort((a, b) => a - b).map(figure);
  const repeated = record.listings.some((listing) => listing.repeated) ? '【再掲あり】' : '';
  return [
    `■ ${record.name}${repeated}`,
    `   ${record.summary}`,
    `   施策：${policies.join('／')}（${plan.shortName}）`,
    `   担当：${record.department ?? '記載なし'}／予算：${budgets || '記載なし'}`,
    ...(record.participants.scope === 'unknown' ? [] : [`   ${describeTowns(entry).text}`]),
    ...(evaluations.length > 0 ? [`   事業評価：${evaluations.join('、')}`] : []),
    ...(goals.length > 0 ? [`   SDGsゴール：${goals.join('、')}`] : []),
    ...entry.kpis.map((kpi) => `   KPI：${kpi.record.name} ${kpiFigures(kpi)}`),
    `   ${sourceLine(record.sources, plan)}`,
  ];
}
