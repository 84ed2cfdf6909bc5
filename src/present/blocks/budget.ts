// Budgets by year: totals first, a table of the years that hold a figure with the change, and a bar chart.
import type { BudgetAnswer, ProjectEntry } from '../../answer/answer.ts';
import type { Source } from '../../data/schemas/source.ts';
import { budgetsOf } from '../../data/values.ts';
import type { Predicate } from '../../question/query.ts';
import { thousands, yenChange } from '../../wording/figures.ts';
import { budgetChart } from '../charts/budget-chart.ts';
import { projectButtons } from './asks.ts';
import { actions, type Block, cell, context, dataTable, type Element, numberCell, rich } from './block.ts';
import { era, money, notPrinted, sourceText, year } from './figures.ts';
import { chooser } from './list.ts';

/** One page of an answer about money. */
export interface BudgetPage {
  /** The projects of the page. */
  entries: readonly ProjectEntry[];
  /** What was asked, and all its projects. */
  answer: BudgetAnswer;
  /** Lines instead of table and chart. */
  plain: boolean;
}

/** Years in which a project of the page has a figure, oldest first; of several projects those asked for, if any has one. */
function columns(entries: readonly ProjectEntry[], asked: readonly number[]): number[] {
  const held = entries.flatMap(({ record, plan }) =>
    budgetsOf(record, plan).flatMap(({ fy, yen }) => (yen === null ? [] : fy)),
  );
  const all = [...new Set(held)].sort((a, b) => a - b);
  const wanted = entries.length > 1 ? all.filter((fy) => asked.includes(fy)) : [];
  return wanted.length > 0 ? wanted : all;
}

/** Where its budgets stand. */
function firstSource({ record, plan }: ProjectEntry): Source[] {
  return budgetsOf(record, plan)
    .map(({ source }) => source)
    .slice(0, 1);
}

function amounts(entry: ProjectEntry, years: readonly number[]): (number | null | undefined)[] {
  const budgets = budgetsOf(entry.record, entry.plan);
  return years.map((fy) => budgets.find((budget) => budget.fy === fy)?.yen);
}

/** Change from the first to the last year; null unless both are figures. */
function change(values: readonly (number | null | undefined)[]): number | null {
  const first = values.at(0);
  const last = values.at(-1);
  return values.length >= 2 && typeof first === 'number' && typeof last === 'number' ? last - first : null;
}

/** Projects by year, as a table and a chart; `plain` as lines. */
export function budgetBlocks({ entries, answer, plain }: BudgetPage): Block[] {
  const years = columns(entries, answer.years);
  const only = answer.entries.length === 1 ? entries[0] : undefined;
  const follow = only ? actions(...projectButtons(only, '予算の推移')) : chooser(entries);
  if (plain) {
    return [
      ...totals(answer),
      ...entries.map((entry) => rich([{ bold: entry.record.name }], [budgetWords(entry, years)])),
      ...origins(entries),
      ...follow,
    ];
  }
  return [
    ...(only && !answer.lead.includes(only.record.name) ? [rich([{ bold: only.record.name }])] : []),
    ...totals(answer),
    ...dataTable(
      '予算（千円）',
      header(years),
      entries.map((entry) => row(entry, years)),
    ),
    ...budgetChart(entries, years),
    ...origins(entries),
    ...follow,
  ];
}

/** What the projects have together in each year, how many of them have a figure; a word search's hits are never added up. */
function totals(answer: BudgetAnswer): Block[] {
  const found = answer.query?.some(({ sets }) => sets.some(({ where }) => where.some(searches))) ?? true;
  if (found || answer.entries.length < 2) return [];
  const parts = columns(answer.entries, answer.years).map((fy) => {
    const known = answer.entries.flatMap((entry) => amounts(entry, [fy])[0] ?? []);
    return `${era(fy)} ${money(known.reduce((sum, yen) => sum + yen, 0))}・${known.length}事業`;
  });
  return parts.length === 0 ? [] : [rich([{ bold: '合計　' }, parts.join('　／　')])];
}

function searches(predicate: Predicate): boolean {
  if (predicate.is === 'any' || predicate.is === 'all') return predicate.of.some(searches);
  return predicate.is === 'near';
}

function header(years: readonly number[]): string[] {
  return ['事業', ...(years.length >= 2 ? ['増減'] : []), ...years.map(year), '所管', '出典'];
}

function row(entry: ProjectEntry, years: readonly number[]): Element[] {
  const values = amounts(entry, years);
  const difference = change(values);
  return [
    cell(entry.record.name),
    ...(years.length >= 2
      ? [difference === null ? cell('—') : numberCell(difference / 1000, thousands(difference, 'signed'))]
      : []),
    ...values.map((value) =>
      typeof value === 'number' ? numberCell(value / 1000, thousands(value, 'bare')) : cell(notPrinted),
    ),
    cell(entry.record.department ?? notPrinted),
    cell(sourceText(firstSource(entry))),
  ];
}

function budgetWords(entry: ProjectEntry, years: readonly number[]): string {
  const values = amounts(entry, years);
  const difference = change(values);
  const words = years.map((fy, i) => `${era(fy)} ${money(values[i] ?? null)}`).join(' → ');
  return words + (difference === null ? '' : `（${yenChange(difference)}）`);
}

/** The plans behind the figures; the table itself names document and place. */
function origins(entries: readonly ProjectEntry[]): Block[] {
  const plans = [...new Set(entries.map((entry) => entry.plan.shortName))];
  const [only] = entries;
  const place =
    entries.length === 1 && only
      ? ` ／ 出典 ${sourceText(firstSource(only).length > 0 ? firstSource(only) : only.record.sources)}`
      : '';
  return context(`${plans.join('・')}${place}`);
}
