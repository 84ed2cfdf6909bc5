// What several projects have together in each year, and by how much it changed: above their budgets, in Slack and in the terminal.
import type { Answer, BudgetAnswer, ListAnswer, ProjectEntry } from '../answer/answer.ts';
import { projectsOf } from '../answer/entries.ts';
import { budgetsOf } from '../data/values.ts';
import { splitCommand } from '../question/clean.ts';
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
  const asked = splitCommand(answer.understood.text).command === 'yosan';
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

/** The line above the budgets of several projects: its label, and the sums with their change. */
export interface BudgetTotals {
  label: string;
  text: string;
}

/**
 * `合計（4事業）` and `R4 1,178,733千円（11.8億円） → R5 1,901,379千円（19.0億円）　+722,646千円`; null for one project. A word
 * search's hits are never added up, and a change is shown only where the same projects have a figure in every year.
 */
export function budgetTotals(answer: BudgetAnswer): BudgetTotals | null {
  const { entries, query } = answer;
  const found = query?.some(({ sets }) => sets.some(({ where }) => where.some(searches))) ?? true;
  if (found || entries.length < 2) return null;
  const years = budgetYears(entries, answer.years);
  // The sentence above says the sum of the one year already.
  if (years.length === 0 || (years.length < 2 && answer.aggregate?.op === 'sum')) return null;
  const rows = entries.map((entry) => budgetAmounts(entry, years));
  const sums = years.map((fy, i) => {
    const known = rows.flatMap((row) => row[i] ?? []);
    const yen = known.reduce((sum, one) => sum + one, 0);
    return { yen, projects: known.length, words: `${era(fy)} ${money(yen)}` };
  });
  if (rows.some((row) => new Set(row.map((yen) => yen == null)).size > 1))
    return {
      label: '合計',
      text: sums.map(({ words, projects }) => `${words}・${projects}事業`).join('　／　'),
    };
  const change = budgetChange(sums.map(({ yen }) => yen));
  const text = sums.map(({ words }) => words).join(' → ');
  return {
    label: `合計（${sums[0]?.projects ?? 0}事業）`,
    text: change === null ? text : `${text}　${yenChange(change)}`,
  };
}

function searches(predicate: Predicate): boolean {
  if (predicate.is === 'any' || predicate.is === 'all') return predicate.of.some(searches);
  return predicate.is === 'near';
}
