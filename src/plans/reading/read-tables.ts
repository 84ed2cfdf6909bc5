// Planned tables and confirmed answers → subjects with their values, every value with its cell.
import { place } from '../grid/address.ts';
import type { Cell } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import type { Table } from '../layout/table.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../mapping/column-plan.ts';
import { type RowKind, rowKindOf, rowPartOf } from '../mapping/columns/row-kind.ts';
import { countedAbove } from '../mapping/paper.ts';
import type { ReadAttribute } from '../read-plan.ts';
import { attributesOf } from './attributes-of.ts';
import { Collector } from './collector.ts';
import type { Confirmed } from './confirmed.ts';
import { kindsBeside } from './money-cells.ts';
import { readKpis } from './read-kpis.ts';
import { readProject } from './read-project.ts';
import { repeatedCell } from './repeated-rows.ts';
import { columnStates, type RowReader, yearOf } from './row-reader.ts';
import { type SubjectRow, subjectRows } from './row-subjects.ts';
import { ownRow, partsOf } from './rows-apart.ts';

/** Reads every table into one collector. */
export function readTables(
  tables: readonly PlannedTable[],
  unitAbove: (table: Table) => string | null,
  confirmed: Confirmed,
  vocabulary: Headings,
): { collector: Collector; attributes: ReadAttribute[] } {
  const collector = new Collector(confirmed);
  for (const planned of tables) {
    collector.leftOut.push(...planned.table.leftOut, ...leftOutColumns(planned));
    collector.problems.push(...planned.table.problems);
    const rows = subjectRows(planned, confirmed, vocabulary, collector);
    const states = columnStates(planned, rows, confirmed);
    const parts = partsOf(
      planned,
      rows.filter(({ repeated, row }) => !repeated && row.part === undefined),
    );
    const sheetUnit = unitAbove(planned.table);
    const moneyKinds = kindsBeside(planned, vocabulary);
    const taken = new Map<string, SubjectRow[]>();
    const upper = new Map<ColumnPlan, Cell>();
    let last: { row: SubjectRow; keyed: SubjectRow } | null = null;
    for (const row of rows) {
      const kind: RowKind | null =
        row.row.part === undefined ? rowKind(planned, row, vocabulary) : { role: 'part', name: row.row.part };
      // 一般財源 below 事業費 is no project of its own where each row is one.
      const keyed: SubjectRow =
        kind?.role === 'part' && last?.row.key === row.key
          ? { ...row, key: last.keyed.key, name: last.keyed.name }
          : confirmed.grain === 'rows' && !row.repeated
            ? ownRow(row, taken, planned)
            : row;
      last = { row, keyed };
      const reader: RowReader = {
        planned,
        confirmed,
        vocabulary,
        collector,
        row: keyed,
        rowKind: kind,
        rowPart: rowPartOf(planned, row.row, vocabulary),
        moneyKinds,
        sheetUnit,
        countedUnit: countedAbove(planned.table, vocabulary),
        cell: (column) => {
          const cell = named(column, row.row.cell(column.position), kind, upper);
          return row.repeated ? repeatedCell(cell) : cell;
        },
        yearOf: (column) => yearOf(column, row, confirmed, planned),
      };
      const project = keyed.key === null ? null : readProject(reader, states, parts.get(row) ?? null);
      readKpis(reader, project, states);
    }
  }
  return { collector, attributes: attributesOf(tables, vocabulary) };
}

/** The row of 実績 below that of 目標 is about the KPI named there. */
function named(column: ColumnPlan, cell: Cell, kind: RowKind | null, upper: Map<ColumnPlan, Cell>): Cell {
  if (column.role !== 'kpi-name' && column.role !== 'kpi-unit') return cell;
  if (cell.text !== '') upper.set(column, cell);
  const below = kind !== null && kind.role !== 'money' && kind.role !== 'part';
  return cell.text === '' && below ? (upper.get(column) ?? cell) : cell;
}

function rowKind(planned: PlannedTable, { row }: SubjectRow, vocabulary: Headings): RowKind | null {
  const column = planned.columns.find(({ role }) => role === 'row-kind');
  return column ? rowKindOf(row.text(column.position), vocabulary, textsOf(planned, column)) : null;
}

function leftOutColumns({ table, columns }: PlannedTable) {
  return columns.flatMap(({ leftOut, label, position }) =>
    leftOut === null
      ? []
      : [
          {
            what: `列「${label}」`,
            why: leftOut,
            place: place(table.sheets[0] ?? '', table.columns[position]?.at ?? 'A1'),
          },
        ],
  );
}
