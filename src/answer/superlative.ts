// 「最も多い」「一番低い」「トップ3」「どちらが多い」.
import type { Facet, Measured, Operation, Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import type { Base } from './base.ts';
import { newestBudgetYear } from './budget.ts';
import { twoBudgets } from './difference.ts';
import { projectsOf } from './entries.ts';
import { kpiFigures } from './figures.ts';
import { silentOnFacts } from './silent.ts';
import { figure, fiscalYearName, percent, thousandYen } from './wording.ts';

/** Which figure a superlative is about. */
function measuredOf(
  question: Question,
  entries: readonly Entry[],
  named: boolean,
): Measured | 'towns' | 'kpis' {
  const facet = question.facets.find((one): one is Facet & (Measured | 'towns' | 'kpis') =>
    ['rate', 'labor', 'budget', 'target', 'actual', 'baseline', 'towns', 'kpis', 'change'].includes(one),
  );
  // 「減額になった事業で一番予算が大きい」 asks for the budget itself.
  const budget =
    /(?:最も|もっとも|一番|いちばん)(?:予算|事業費)|(?:予算|事業費)額?が(?:最も|もっとも|一番|いちばん)/.test(
      question.text,
    );
  if (!budget && question.conditions.some(({ on }) => on === 'budgetChange' || on === 'moved'))
    return 'change';
  if (question.operations.some(({ does }) => does === 'diff')) return 'change';
  // 「どちらが多い？」 of two KPIs compares their results.
  if (!facet && named && entries.every(({ kind }) => kind === 'kpi')) return 'actual';
  if (facet) return facet;
  return entries.some(({ kind }) => kind === 'project') ? 'budget' : 'rate';
}

/** 「最も多い」「一番低い」「トップ3」. */
export function answerSuperlative(
  question: Question,
  base: Base,
  entries: Entry[],
  operation: Extract<Operation, { top: number }>,
  named: boolean,
): Answer {
  const { does: way, top, nth } = operation;
  const what = operation.by ? 'change' : measuredOf(question, entries, named);
  const projects = projectsOf(entries);
  const newest = newestBudgetYear(projects);
  const year = question.years.at(-1) ?? newest;
  if (what === 'budget' && question.years.length === 0 && newest !== null)
    base.understood.assumed.push(`年度の指定がないため、最新の${fiscalYearName(newest)}で比べました。`);
  const figureOf = (entry: Entry): number | null => {
    if (entry.kind === 'kpi') {
      const field = what === 'target' || what === 'actual' || what === 'baseline' ? what : 'rate';
      return kpiFigures(entry.record, field, question.years).at(-1) ?? null;
    }
    const { record } = entry;
    if (what === 'towns')
      return record.participants.scope === 'unknown' ? null : record.participants.towns.length;
    if (what === 'kpis') return record.kpis.length;
    if (what === 'labor') {
      const costs = record.listings.flatMap(({ laborCostThousandYen }) => laborCostThousandYen ?? []);
      return costs.length > 0 ? Math.max(...costs) : null;
    }
    if (what === 'change') {
      const [from, to] = twoBudgets(entry, question.years);
      if (!from || !to) return null;
      const move = to.value - from.value;
      if (operation.by === 'gap') return Math.abs(move);
      if (operation.by === 'rise' || operation.by === 'fall') return operation.by === 'rise' ? move : -move;
      return question.conditions.some(
        (one) =>
          (one.on === 'budgetChange' && one.word === '減額') || (one.on === 'moved' && one.way === 'down'),
      )
        ? -move
        : move;
    }
    return record.budgets.find(({ fy }) => fy === year)?.thousandYen ?? null;
  };
  const valued = entries.flatMap((entry) => {
    const value = figureOf(entry);
    return value === null ? [] : { entry, value };
  });
  if (valued.length === 0)
    return silentOnFacts(base, '比べられる数値は、収録している資料に記載がありません。', []);
  // Different units cannot be compared: the commonest stays.
  const unitOf = (entry: Entry) =>
    entry.kind === 'kpi' && (what === 'target' || what === 'actual' || what === 'baseline')
      ? ((what === 'baseline' ? entry.record.baseline?.unit : entry.record.targets.at(-1)?.unit) ?? '')
      : '';
  const units = new Map<string, number>();
  for (const { entry } of valued) units.set(unitOf(entry), (units.get(unitOf(entry)) ?? 0) + 1);
  const unit = [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  if (units.size > 1) base.notes.push(`単位が「${unit}」のものだけを比べました。`);
  const ordered = valued
    .filter(({ entry }) => unitOf(entry) === unit)
    .sort((a, b) => (way === 'max' ? b.value - a.value : a.value - b.value));
  const bound = ordered[Math.min(top, ordered.length) - 1]?.value ?? 0;
  const best = ordered.filter(({ value }) =>
    nth ? value === bound && ordered.length >= top : way === 'max' ? value >= bound : value <= bound,
  );
  if (best.length === 0)
    return silentOnFacts(base, `${top}番目のものはありません（比べられるのは${ordered.length}件です）。`, []);
  const show = (value: number): string => {
    if (what === 'rate') return percent(value);
    if (what === 'towns') return `${value}市町`;
    if (what === 'kpis') return `${value}件`;
    return unit === '' || what === 'budget' || what === 'labor' || what === 'change'
      ? thousandYen(value)
      : `${figure(value)}${unit}`;
  };
  const kpi = what === 'rate' || what === 'target' || what === 'actual' || what === 'baseline';
  const label = {
    rate: '達成率',
    budget: '予算',
    target: '目標値',
    actual: '実績',
    baseline: '基準値',
    labor: '人件費（目安）',
    change:
      operation.by === 'rise' ? '予算の増加額' : operation.by === 'fall' ? '予算の減少額' : '予算の変化額',
    towns: '参加市町の数',
    kpis: 'KPIの数',
  }[what];
  const when =
    what === 'budget' && year !== null && year !== undefined
      ? `${fiscalYearName(year)}の`
      : question.years.length > 0
        ? `${question.years.map(fiscalYearName).join('・')}の`
        : what === 'rate'
          ? rateYears(best.map(({ entry }) => entry))
          : '';
  const high = what === 'rate' ? ['高い', '低い'] : ['大きい', '小さい'];
  const lead = `${when}${label}が${nth ? `${top}番目に` : '最も'}${way === 'max' ? high[0] : high[1]}${kpi ? 'KPI' : '事業'}${best.length > 1 ? `（${best.length}件）` : ''}は${best.map(({ entry, value }) => `「${entry.record.name}」の${show(value)}`).join('、')}です。`;
  return {
    ...base,
    kind: 'fact',
    entries: best.map(({ entry }) => entry),
    lead,
    aggregate: {
      op: way,
      of: what === 'budget' || what === 'labor' || what === 'change' ? 'budget' : kpi ? 'kpi' : 'project',
      value: best[0]?.value ?? null,
      unit: what === 'rate' ? '%' : what === 'towns' ? '市町' : what === 'kpis' ? '件' : unit || '千円',
    },
  };
}

function rateYears(entries: readonly Entry[]): string {
  const years = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'kpi'
        ? entry.record.achievements.filter(({ value }) => value !== null).map(({ fy }) => fy)
        : [],
    ),
  );
  return years.size === 1 ? `${fiscalYearName([...years][0] ?? 0)}の` : '';
}
