// Budgets by year: totals first, a table of the years that hold a figure with the change, and a bar chart.
import type { BudgetAnswer, ProjectEntry } from '../../answer/answer.ts';
import type { Source } from '../../data/schemas/source.ts';
import { budgetsOf } from '../../data/values.ts';
import { thousands, yenChange } from '../../wording/figures.ts';
import { budgetAmounts, budgetChange, budgetTotals, budgetYears } from '../budget-totals.ts';
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

/** Where its budgets stand. */
function firstSource({ record, plan }: ProjectEntry): Source[] {
  return budgetsOf(record, plan)
    .map(({ source }) => source)
    .slice(0, 1);
}

/** Projects by year, as a table and a chart; `plain` as lines. */
export function budgetBlocks({ entries, answer, plain }: BudgetPage): Block[] {
  const years = budgetYears(entries, answer.years);
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

function totals(answer: BudgetAnswer): Block[] {
  const line = budgetTotals(answer);
  return line === null ? [] : [rich([{ bold: `${line.label}　` }, line.text])];
}

function header(years: readonly number[]): string[] {
  return ['事業', ...(years.length >= 2 ? ['増減'] : []), ...years.map(year), '所管', '出典'];
}

function row(entry: ProjectEntry, years: readonly number[]): Element[] {
  const values = budgetAmounts(entry, years);
  const difference = budgetChange(values);
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
  const values = budgetAmounts(entry, years);
  const difference = budgetChange(values);
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
