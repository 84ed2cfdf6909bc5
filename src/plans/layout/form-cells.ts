// What the cells of a form are: a label, a year, a run of years side by side.
import type { Cell, Sheet } from '../grid/grid.ts';
import { readHeading } from './heading.ts';
import type { Headings } from './headings.ts';

/** The first row below a cell and its merge. */
export function below(cell: Cell): number {
  return (cell.merge?.bottom ?? cell.row) + 1;
}

/** The next cell with text right of a cell and its merge. */
export function rightOf(sheet: Sheet, cell: Cell): Cell | undefined {
  for (let column = (cell.merge?.right ?? cell.column) + 1; column < sheet.width; column += 1) {
    const right = sheet.cell(cell.row, column);
    if (right.text !== '') return right;
  }
  return undefined;
}

/** Whether a text is a heading the vocabulary knows. */
export function isLabel(text: string, vocabulary: Headings): boolean {
  if (text === '') return false;
  const { meaning } = readHeading([text], vocabulary);
  return meaning !== 'attribute' && meaning !== 'year-only';
}

/** Whether a text is a year and nothing else. */
export function isYear(text: string, vocabulary: Headings): boolean {
  return text !== '' && readHeading([text], vocabulary).meaning === 'year-only';
}

/** Each own cell of a row. */
export function ownCells(sheet: Sheet, row: number): Cell[] {
  return Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column)).filter(
    (cell) =>
      cell.text !== '' &&
      !(cell.covered && cell.merge?.left !== cell.column) &&
      !(cell.merge && cell.merge.top !== row),
  );
}

/** R4 | R5 | R6 and R4決算 | R5決算 | R6予算 | R7見込, but not 開始年度 | R4 | 終了年度 | R8. */
export function yearsSideBySide(cells: readonly Cell[], vocabulary: Headings): Cell[] {
  let longest: Cell[] = [];
  let run: Cell[] = [];
  const isHead = ({ text }: Cell) => {
    const { meaning, fy, relative } = readHeading([text], vocabulary);
    if (meaning === 'year-only') return true;
    // 見込 beside 決算 and 予算 is an amount as they are; among indicators it is a target.
    const ahead =
      ['target', 'attribute'].includes(meaning) &&
      run.length > 0 &&
      /(?:見込み?|計画|予定)額?$/.test(text.trim());
    // 最終目標（令和10年度） behind the years of an indicator is one year more.
    if (meaning === 'target' && fy !== null && run.length >= 2) return true;
    return (meaning === 'money' || ahead) && (fy ?? relative) !== null;
  };
  for (const cell of cells) {
    run = isHead(cell) ? [...run, cell] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= 2 ? longest : [];
}
