// What a row and its columns say of the year, the kind and the state of a figure.
import { readYearCell } from '../cells/years.ts';
import type { Cell } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../mapping/column-plan.ts';
import type { RowKind } from '../mapping/columns/row-kind.ts';
import { looksAhead } from '../mapping/money-words.ts';
import type { MoneyKind } from '../read-plan.ts';
import type { Collector } from './collector.ts';
import type { Confirmed } from './confirmed.ts';
import type { SubjectRow } from './row-subjects.ts';
import { fractionState, zeroYear } from './suspicious.ts';

/** What a row and its column say of the year and kind of a figure. */
export interface RowReader {
  planned: PlannedTable;
  confirmed: Confirmed;
  vocabulary: Headings;
  collector: Collector;
  row: SubjectRow;
  rowKind: RowKind | null;
  /** 町債 in a column 財源: which part of the whole the row's amount is. */
  rowPart: string | null;
  /** The kinds of money of the table, which name such parts. */
  moneyKinds: ReadonlySet<MoneyKind>;
  /** The money unit that the sheet prints above the table. */
  sheetUnit: string | null;
  /** What figures of KPIs count, where it is printed above the table. */
  countedUnit: string | null;
  cell(column: ColumnPlan): Cell;
  yearOf(column: ColumnPlan): number | null;
}

/** The year of a figure: its heading's, its block's, its row's, at last the paper's. */
export function yearOf(
  column: ColumnPlan,
  row: SubjectRow,
  confirmed: Confirmed,
  planned: PlannedTable,
): number | null {
  if (column.fy !== null) return column.fy;
  // A year that is the same in every row is the paper's; what a person says of the figures goes before it.
  const said = planned.table.year ?? confirmed.year;
  const base = planned.yearVaries ? (row.fy ?? said) : (said ?? row.fy);
  if (column.relative !== null) return base === null ? null : base + column.relative;
  if (column.block) return column.block.fy;
  return base;
}

/** Whether the block beside a KPI's figure looks ahead, so that the figure is a target. */
export function isAhead(column: ColumnPlan): boolean | null {
  return column.block?.kind ? looksAhead(column.block.kind) : null;
}

/** 目標年度 of the row: R9. */
export function yearIn(cell: Cell | null): number | null {
  return cell ? (readYearCell(cell.text)?.fy ?? null) : null;
}

/** Answers about whole columns, worked out once. */
export interface ColumnStates {
  fraction(column: ColumnPlan): 'percent' | 'plain' | 'refuse';
  /** The year in which a 0 means that nothing was spent yet. */
  unspent(column: ColumnPlan): number | null;
}

/** The states of the columns of a table. */
export function columnStates(
  planned: PlannedTable,
  rows: readonly SubjectRow[],
  confirmed: Confirmed,
): ColumnStates {
  const fractions = new Map<ColumnPlan, 'percent' | 'plain' | 'refuse'>();
  const zeros = new Map<ColumnPlan, number | null>();
  return {
    fraction(column) {
      const known = fractions.get(column);
      if (known) return known;
      const state = fractionState(column, textsOf(planned, column));
      const answer =
        state === 'all' ? (confirmed.fractionOf(column) ?? 'refuse') : state === 'some' ? 'refuse' : 'plain';
      fractions.set(column, answer);
      return answer;
    },
    unspent(column) {
      if (!zeros.has(column))
        zeros.set(
          column,
          confirmed.zeroOf(column) === 'none'
            ? zeroYear(column, rows, (row) => yearOf(column, row, confirmed, planned))
            : null,
        );
      return zeros.get(column) ?? null;
    },
  };
}
