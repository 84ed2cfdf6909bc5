// Planned tables and confirmed answers → subjects with their values, every value with its cell.
import { place } from '../grid/address.ts';
import type { Headings } from '../layout/headings.ts';
import type { Table } from '../layout/table.ts';
import { type PlannedTable, textsOf } from '../mapping/column-plan.ts';
import { type RowKind, rowKindOf } from '../mapping/columns/row-kind.ts';
import { countedAbove } from '../mapping/paper.ts';
import type { ReadAttribute } from '../read-plan.ts';
import { attributesOf } from './attributes-of.ts';
import { Collector } from './collector.ts';
import type { Confirmed } from './confirmed.ts';
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
      rows.filter(({ repeated }) => !repeated),
    );
    const sheetUnit = unitAbove(planned.table);
    const taken = new Map<string, SubjectRow[]>();
    for (const row of rows) {
      const keyed = confirmed.grain === 'rows' && !row.repeated ? ownRow(row, taken, planned) : row;
      const reader: RowReader = {
        planned,
        confirmed,
        vocabulary,
        collector,
        row: keyed,
        rowKind: rowKind(planned, row, vocabulary),
        sheetUnit,
        countedUnit: countedAbove(planned.table, vocabulary),
        cell: (column) => {
          const cell = row.row.cell(column.position);
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
