// Cells of a plan's own columns.
import type { ColumnPlan } from '../mapping/column-plan.ts';
import { type FigureResult, moneyFigure, rateFigure, textFigure, unitFigure, yearFigure } from './figures.ts';
import { moneyUnit } from './money-cells.ts';
import type { ColumnStates, RowReader } from './row-reader.ts';

/** An attribute's cell by the type of its column. */
export function attributeFigure(reader: RowReader, states: ColumnStates, column: ColumnPlan): FigureResult {
  const cell = reader.cell(column);
  const counted = reader.row.row.unit?.(column.position) ?? column.attribute?.unit ?? null;
  switch (column.attribute?.type) {
    case 'money':
      return moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary);
    case 'rate':
      return rateFigure(cell, states.fraction(column), reader.vocabulary);
    case 'number':
      return unitFigure(cell, counted, reader.vocabulary);
    case 'year':
      return yearFigure(cell);
    default:
      return textFigure(cell);
  }
}
