// Budgets by year: a table with the change, and a bar chart.
import type { ProjectEntry } from '../../answer/answer.ts';
import type { Source } from '../../data/schemas/source.ts';
import { budgetsOf } from '../../data/values.ts';
import { budgetChart } from '../chart.ts';
import { projectButtons } from './asks.ts';
import { actions, type Block, cell, context, dataTable, type Element, numberCell, rich } from './block.ts';
import { era, money, notPrinted, sourceText, year, yenChange } from './figures.ts';
import { chooser } from './list.ts';

/** Years that have a column: those asked for, or those any of the projects has a budget cell for; oldest first. */
function columns(entries: readonly ProjectEntry[], years: readonly number[]): number[] {
  const held = new Set(entries.flatMap((entry) => budgetsOf(entry.record, entry.plan).map(({ fy }) => fy)));
  const wanted = entries.length === 1 || years.length === 0 ? [...held, ...years] : [...years];
  return [...new Set(wanted)].sort((a, b) => a - b).slice(-6);
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

/** Projects by year, as a table and a chart; `plain` as lines. `entries` is one page of `total`. */
export function budgetBlocks(
  entries: readonly ProjectEntry[],
  total: number,
  asked: readonly number[],
  lead: string,
  plain: boolean,
): Block[] {
  const years = columns(entries, asked);
  const only = total === 1 ? entries[0] : undefined;
  const follow = only ? actions(...projectButtons(only, '予算の推移')) : chooser(entries);
  if (plain) {
    return [
      ...entries.map((entry) => rich([{ bold: entry.record.name }], [budgetWords(entry, years)])),
      ...origins(entries),
      ...follow,
    ];
  }
  return [
    ...(only && !lead.includes(only.record.name) ? [rich([{ bold: only.record.name }])] : []),
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

function header(years: readonly number[]): string[] {
  return ['事業', ...years.map(year), ...(years.length >= 2 ? ['増減'] : []), '所管', '出典'];
}

function row(entry: ProjectEntry, years: readonly number[]): Element[] {
  const values = amounts(entry, years);
  const difference = change(values);
  return [
    cell(entry.record.name),
    ...values.map((value) =>
      typeof value === 'number' ? numberCell(value / 1000, money(value)) : cell(notPrinted),
    ),
    ...(years.length >= 2
      ? [difference === null ? cell('—') : numberCell(difference / 1000, yenChange(difference))]
      : []),
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
