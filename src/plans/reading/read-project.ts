// The project of a row: its department, mark and number, its amounts and its other columns.

import { attributeFigure } from './attribute-cells.ts';
import type { Building } from './collector.ts';
import { textFigure } from './figures.ts';
import { readMoney } from './money-cells.ts';
import { markColumn } from './name-marks.ts';
import type { ColumnStates, RowReader } from './row-reader.ts';
import { placeOf } from './row-subjects.ts';
import { valueAdder } from './value-adder.ts';

/** Reads the project; `part` names what the row is a part of. */
export function readProject(reader: RowReader, states: ColumnStates, part: string | null): Building {
  const { row, collector, planned } = reader;
  const subject = collector.subject(
    { kind: 'project', key: row.key ?? row.name, name: row.name, place: row.namePlace },
    row.path,
  );
  subject.takeOffice(row.department?.name);
  const add = valueAdder(reader, subject);
  if (row.department)
    add(
      ['department', null],
      { figure: { value: null, word: row.department.name, text: row.department.name, unit: null } },
      row.department.place,
    );
  if (row.mark !== null)
    add(
      [markColumn, null],
      { figure: { value: null, word: row.mark, text: row.mark, unit: null } },
      row.namePlace,
    );
  if (row.number) add(['number', null], textFigure(row.number), placeOf(row.number));
  for (const column of planned.columns) {
    if (column.leftOut !== null || column.indicator !== null || column.attribute?.of === 'kpi') continue;
    const isMoney = column.role === 'money' || (column.role === 'amount' && !planned.hasKpi);
    // Most cells of a wide file are blank; of those only amounts are read on.
    if (!isMoney && row.row.text(column.position) === '') continue;
    const cell = reader.cell(column);
    if (!isMoney && cell.text === '') continue;
    if (isMoney) {
      readMoney(reader, states, column, { subject, add });
    } else if (column.role === 'summary') {
      const { part: of } = row.row;
      add([of === undefined ? 'summary' : column.label, null], textFigure(cell), placeOf(cell), { part: of });
    } else if (column.role === 'serial') {
      if (!row.number) add(['number', null], textFigure(cell), placeOf(cell));
    } else if (column.role === 'attribute' && column.attribute) {
      const { id, type, byYear } = column.attribute;
      const partOf = part ?? (reader.rowKind?.role === 'part' ? reader.rowKind.name : null);
      const figures = ['money', 'number', 'rate'].includes(type) || row.row.part !== undefined;
      const ofPart = partOf !== null && figures ? partOf : undefined;
      add(
        [id, byYear ? reader.yearOf(column) : null],
        attributeFigure(reader, states, column),
        placeOf(cell),
        {
          part: ofPart,
        },
      );
    }
  }
  return subject;
}
