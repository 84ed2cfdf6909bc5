// Amounts of a project: their unit, kind and year, and what is merged over several projects.
import { type Headings, plainHeading } from '../layout/headings.ts';
import { shortened } from '../layout/table.ts';
import type { ColumnPlan, PlannedTable } from '../mapping/column-plan.ts';
import { rowKindsOf } from '../mapping/columns/row-kind.ts';
import { isEstimate, moneyLabels } from '../mapping/money-words.ts';
import type { MoneyKind } from '../read-plan.ts';
import type { Building } from './collector.ts';
import { type FigureResult, moneyFigure } from './figures.ts';
import type { ColumnStates, RowReader } from './row-reader.ts';
import { placeOf } from './row-subjects.ts';
import type { AddValue } from './value-adder.ts';

/** 決算見込 in the heading of a column, or in what tells the row's kind: what was spent is still an estimate. */
function estimateIn(
  { planned, row }: Pick<RowReader, 'planned' | 'row'>,
  column: ColumnPlan,
  kind: MoneyKind,
): string | undefined {
  if (kind !== 'settled' && kind !== 'executed') return undefined;
  const told = planned.columns.find(({ role }) => role === 'row-kind');
  const text = `${column.label} ${told ? row.row.text(told.position) : ''}`;
  return isEstimate(text) ? `${moneyLabels[kind]}見込` : undefined;
}

/** The unit of an amount: its heading's, its row's, the sheet's, at last the one that was confirmed. */
export function moneyUnit(reader: RowReader, column: ColumnPlan): string | null {
  const { planned, vocabulary, confirmed, sheetUnit } = reader;
  const isMoney = (unit: string | null) =>
    unit !== null && Object.hasOwn(vocabulary.words.units.money, unit) ? unit : null;
  const unitColumn = planned.columns.find(({ role }) => role === 'unit');
  const row = unitColumn ? plainHeading(reader.cell(unitColumn).text) : null;
  return isMoney(column.unit) ?? isMoney(row) ?? sheetUnit ?? confirmed.unit;
}

/** Reads an amount of the row; of one without kind or year nothing is added. */
export function readMoney(
  reader: RowReader,
  states: ColumnStates,
  column: ColumnPlan,
  { subject, add }: { subject: Building; add: AddValue },
): void {
  const { rowKind: kindOfRow, confirmed } = reader;
  const kind: MoneyKind | null =
    column.money ??
    (kindOfRow?.role === 'money' ? kindOfRow.money : null) ??
    column.block?.kind ??
    confirmed.kindOf(column);
  // Without its kind or year an amount says nothing; both are asked.
  const fy = reader.yearOf(column);
  const part = kindOfRow?.role === 'part' ? kindOfRow.name : reader.rowPart;
  if (part !== null) {
    const id = partId(part, kind, reader.moneyKinds);
    const cell = reader.cell(column);
    if (fy !== null && cell.text !== '')
      add([id, fy], moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary), placeOf(cell));
    return;
  }
  if (kind === null || fy === null) return;
  const cell = reader.cell(column);
  if (cell.text === '' && !cell.unresolved && subject.knows('budget', fy, kind)) return;
  const merged = sharedMoney(reader, column);
  const result = merged ?? moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary);
  if ('figure' in result && result.figure.value === 0 && states.unspent(column) === fy) {
    result.figure.value = null;
    result.figure.word = kind === 'executed' ? '未執行' : '未確定';
  }
  add(['budget', fy], result, placeOf(cell), { kind, called: estimateIn(reader, column, kind) });
}

/** 一般財源; where the table prints several kinds of money, 一般財源 決算. What was asked for beside what was granted keeps its kind. */
export function partId(name: string, kind: MoneyKind | null, kinds: ReadonlySet<MoneyKind>): string {
  const granted = [...kinds].filter((one) => one !== 'requested');
  const told = kind === 'requested' ? kinds.size > 1 : granted.length > 1;
  return told && kind !== null ? `${name} ${moneyLabels[kind]}` : name;
}

/** The kinds of money that a table's parts are told apart by: those of its columns, or of its rows where a year has two of them. */
export function kindsBeside(planned: PlannedTable, vocabulary: Headings): Set<MoneyKind> {
  const kinds = new Set(planned.columns.flatMap(({ money }) => money ?? []));
  const column = planned.columns.find(({ role }) => role === 'row-kind');
  if (!column || !planned.columns.some(({ role }) => role === 'row-part')) return kinds;
  const years = new Map<string, Set<string>>();
  for (const row of planned.table.rows) {
    const year = planned.yearColumn ? row.text(planned.yearColumn.position) : '';
    years.set(year, (years.get(year) ?? new Set()).add(row.text(column.position)));
  }
  if ([...years.values()].every((said) => said.size <= 1)) return kinds;
  for (const kind of rowKindsOf(planned, vocabulary))
    if (kind.role === 'money' && kind.money !== null) kinds.add(kind.money);
  return kinds;
}

/** One amount merged over several projects belongs to none of them alone. */
function sharedMoney(reader: RowReader, column: ColumnPlan): FigureResult | null {
  const cell = reader.cell(column);
  const { merge } = cell;
  if (!merge || merge.bottom === merge.top || cell.text === '') return null;
  const name = reader.planned.columns.find(({ role }) => role === 'project');
  if (!name) return null;
  const own = reader.cell(name);
  const spans = own.merge ? own.merge.bottom - own.merge.top : 0;
  if (merge.bottom - merge.top <= spans || own.text === '') return null;
  const others = reader.planned.table.rows.filter((row) => {
    const named = row.text(name.position);
    return (
      row.sheet === cell.sheet &&
      row.cell(column.position).at === cell.at &&
      named !== '' &&
      named !== own.text
    );
  });
  if (others.length === 0) return null;
  return {
    problem: {
      place: placeOf(cell),
      what: `「${shortened(cell.text)}」が結合セルで2つ以上の事業にまたがっています`,
      cure: '事業ごとの金額に分けるか、結合を解いてください',
    },
  };
}
