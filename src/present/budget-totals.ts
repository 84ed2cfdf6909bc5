// What several projects have together in each year, and by how much it changed: above their budgets, in Slack and in the terminal.
import type { Answer, BudgetAnswer, ListAnswer, ProjectEntry } from '../answer/answer.ts';
import { projectsOf } from '../answer/entries.ts';
import { budgetsOf } from '../data/values.ts';
import type { Predicate } from '../question/query.ts';
import { yenChange } from '../wording/figures.ts';
import { era, money } from './blocks/figures.ts';

/** The answer as one about money, where projects were listed to see their budgets: /yosan 企画課. */
export function asBudget(answer: Answer): BudgetAnswer | null {
  if (answer.kind === 'budget') return answer;
  return answer.kind === 'list' ? asksForMoney(answer) : null;
}

function asksForMoney(answer: ListAnswer): BudgetAnswer | null {
  const projects = projectsOf(answer.entries);
  const asked = /^\/\S*yosan\b/.test(answer.understood.text);
  return asked && projects.length > 1 && projects.length === answer.entries.length
    ? { ...answer, kind: 'budget', entries: projects, years: [] }
    : null;
}

/** Years in which a project has a figure, oldest first; of several projects those asked for, if any has one. */
export function budgetYears(entries: readonly ProjectEntry[], asked: readonly number[]): number[] {
  const held = entries.flatMap(({ record, plan }) =>
    budgetsOf(record, plan).flatMap(({ fy, yen }) => (yen === null ? [] : fy)),
  );
  const all = [...new Set(held)].sort((a, b) => a - b);
  const wanted = entries.length > 1 ? all.filter((fy) => asked.includes(fy)) : [];
  return wanted.length > 0 ? wanted : all;
}

/** The figure of each year; undefined where nothing is printed. */
export function budgetAmounts(
  { record, plan }: ProjectEntry,
  years: readonly number[],
): (number | null | undefined)[] {
  const budgets = budgetsOf(record, plan);
  return years.map((fy) => budgets.find((budget) => budget.fy === fy)?.yen);
}

/** Change from the first to the last year; null unless both are figures. */
export function budgetChange(values: readonly (number | null | undefined)[]): number | null {
  const first = values.at(0);
  const last = values.at(-1);
  return values.length >= 2 && typeof first === 'number' && typeof last === 'number' ? last - first : null;
}

/**
 * `R4 1,178,733千円（11.8億円）・4事業　／　R5 …　／　増減 +722,646千円`; '' for one project. A word search's hits are never
 * added up, and a change is told only where the same projects have a figure in the first and the last year.
 */
export function budgetTotals(answer: BudgetAnswer): string {
  const { entries, query } = answer;
  const found = query?.some(({ sets }) => sets.some(({ where }) => where.some(searches))) ?? true;
  if (found || entries.length < 2) return '';
  const years = budgetYears(entries, answer.years);
  // The sentence above says the sum of the one year already.
  if (years.length < 2 && answer.aggregate?.op === 'sum') return '';
  const rows = entries.map((entry) => budgetAmounts(entry, years));
  const sums = years.map((_, i) => {
    const known = rows.flatMap((row) => row[i] ?? []);
    return { yen: known.reduce((sum, yen) => sum + yen, 0), projects: known.length };
  });
  const same = rows.every((row) => (row.at(0) == null) === (row.at(-1) == null));
  const change = same ? budgetChange(sums.map(({ yen }) => yen)) : null;
  return [
    ...years.map((fy, i) => `${era(fy)} ${money(sums[i]?.yen ?? null)}・${sums[i]?.projects ?? 0}事業`),
    ...(change === null ? [] : [`増減 ${yenChange(change)}`]),
  ].join('　／　');
}

function searches(predicate: Predicate): boolean {
  if (predicate.is === 'any' || predicate.is === 'all') return predicate.of.some(searches);
  return predicate.is === 'near';
}
