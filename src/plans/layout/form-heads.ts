// Headings of a small table in a form that stand in two rows: R5 | R6 over 目標 | 実績, 目標 | 実績 over R5 | R6.
import type { Cell, Sheet } from '../grid/grid.ts';
import { isLabel, isYear } from './form-cells.ts';
import type { Headings } from './headings.ts';

/** One column of figures with the two texts over it; `under` is empty where there is one row of headings only. */
export interface FigureColumn {
  head: Cell;
  under: string;
  column: number;
}

/** The columns below some headings, and the last row of headings. */
export interface FigureColumns {
  columns: FigureColumn[];
  lastHead: number;
}

/** 目標 | 実績 below each year of a row of years. */
export function belowYears(
  sheet: Sheet,
  { header, years }: { header: number; years: readonly Cell[] },
  vocabulary: Headings,
): FigureColumns {
  return below(sheet, { header, heads: years }, (text) => isLabel(text, vocabulary));
}

/** R5 | R6 below each 目標 and 実績. */
export function belowFigures(
  sheet: Sheet,
  { header, heads }: { header: number; heads: readonly Cell[] },
  vocabulary: Headings,
): FigureColumns {
  return below(sheet, { header, heads }, (text) => isYear(text, vocabulary));
}

function below(
  sheet: Sheet,
  { header, heads }: { header: number; heads: readonly Cell[] },
  isHead: (text: string) => boolean,
): FigureColumns {
  const single = heads.map((head) => ({ head, under: '', column: head.column }));
  const wide = heads.filter(({ merge }) => merge && merge.right > merge.left);
  const columns = heads.flatMap((head) => {
    const to = head.merge?.right ?? head.column;
    return Array.from({ length: to - head.column + 1 }, (_, step): FigureColumn | null => {
      const cell = sheet.cell(header + 1, head.column + step);
      const own = !(cell.merge && (cell.merge.top <= header || cell.merge.left !== cell.column));
      return own && isHead(cell.text) ? { head, under: cell.text, column: cell.column } : null;
    });
  });
  const told = columns.filter((column) => column !== null);
  // A blank or a figure below one of them: the row below is a row of the table.
  if (wide.length === 0 || told.length < columns.length) return { columns: single, lastHead: header };
  return { columns: told, lastHead: header + 1 };
}
