// A small table inside a form whose rows are years: 年度 | 事業費 | 一般財源 over 令和５年度決算 | 84,200 | 63,200.
import type { Cell, Sheet } from '../grid/grid.ts';
import type { Field, Inner } from './form-tables.ts';
import { type Heading, readHeading } from './heading.ts';
import type { Headings } from './headings.ts';

/** The amounts of such a table, each below its column and its year; null where the row heads no such table. */
export function yearRows(
  sheet: Sheet,
  { header, cells }: { header: number; cells: readonly Cell[] },
  vocabulary: Headings,
  counted: number,
): Inner | null {
  const [corner, ...columns] = cells;
  if (!corner || columns.length === 0) return null;
  const read = (text: string): Heading => readHeading([text], vocabulary);
  if (!['year', 'row-kind'].includes(read(corner.text).meaning)) return null;
  const heads = columns.map(({ text }) => read(text));
  if (heads.some(({ fy }) => fy !== null) || !heads.some(({ meaning }) => meaning === 'money')) return null;
  const isYear = ({ meaning, fy }: Heading) => fy !== null && ['year-only', 'money'].includes(meaning);
  const fields: Field[] = [];
  let row = header + 1;
  for (; row < sheet.height; row += 1) {
    const year = sheet.cell(row, corner.column);
    if (year.text === '' || !isYear(read(year.text))) break;
    for (const { text, column } of columns)
      fields.push({ path: [text, year.text], cell: sheet.cell(row, column) });
  }
  return row - header > 2 ? { fields, indicators: counted, end: row - 1 } : null;
}
