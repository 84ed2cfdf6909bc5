// 事業費（うち一般財源） over 1,200（600）, R7目標/実績 over 3,000/3,250: two figures in a cell, and the heading says which is which.
import { isDash } from '../cells/read-cell.ts';
import type { Sheet } from '../grid/grid.ts';
import { readHeading } from './heading.ts';
import type { Headings } from './headings.ts';
import { SheetRow } from './row.ts';
import type { Table } from './table.ts';

/** What the heading says of both figures, and how they stand in a cell. */
interface Pair {
  labels: readonly [string, string];
  cell: RegExp;
}

const figure = String.raw`[▲△+-]?\d[\d,]*(?:\.\d+)?[^\d\s()/]{0,3}`;
const inBrackets = new RegExp(`^(${figure})\\((${figure})\\)$`);
const bySlash = new RegExp(`^(${figure}|[-―ー])/(${figure}|[-―ー])$`);

/** Puts the second figure of such cells into a column of its own. */
export function splitPairs(table: Table, sheet: Sheet, vocabulary: Headings): void {
  const names = table.columns.filter(({ heading }) => heading.meaning === 'kpi-name').length;
  for (const [position, column] of [...table.columns.entries()]) {
    const pair = pairOf(column.heading.label);
    if (!pair || (pair.cell === bySlash && names > 1)) continue;
    const cells = table.rows.map((row) => partsOf(row.text(position), pair.cell));
    if (!allPairs(table, position, { cells, vocabulary })) continue;
    const [first, second] = pair.labels.map((label) => readHeading(label.split(' '), vocabulary));
    if (!first || !second) continue;
    table.columns[position] = { ...column, heading: first };
    const other = table.columns.push({ index: sheet.width, heading: second, at: column.at }) - 1;
    table.rows.forEach((row, index) => {
      const parts = cells[index];
      if (!(row instanceof SheetRow) || !parts) return;
      const cell = row.cell(position);
      row.fill(position, cell.saying({ text: parts[0], number: null, format: null }));
      row.fill(other, cell.saying({ text: parts[1], number: null, format: null }));
    });
  }
}

function pairOf(label: string): Pair | null {
  const plain = label.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const [, whole = '', unit = '', part = '', rest = ''] =
    /^([^()]+)(\([^()]*円\))?\((うち[^()]{2,12})\)(.*)$/.exec(plain) ?? [];
  // 令和6年度 over 決算額（うち一般財源）: the year is that of both.
  const above = whole.split(' ').slice(0, -1).join(' ');
  if (part !== '')
    return {
      labels: [`${whole}${unit} ${rest}`.trim(), `${above} ${part}${unit} ${rest}`.trim()],
      cell: inBrackets,
    };
  const [, before = '', aimed = '', came = '', after = ''] =
    /^(.*?)((?:目標|計画|見込|予算|当初予算)[値額]?)\/((?:実績|決算|結果)[値額]?)(.*)$/.exec(plain) ?? [];
  return aimed === ''
    ? null
    : { labels: [`${before}${aimed}${after}`, `${before}${came}${after}`], cell: bySlash };
}

function partsOf(text: string, cell: RegExp): [string, string] | null {
  const [, first, second] = cell.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

/** Cells hold two figures, or one, a dash or nothing. */
function allPairs(
  { rows }: Table,
  position: number,
  { cells, vocabulary }: { cells: readonly ([string, string] | null)[]; vocabulary: Headings },
): boolean {
  const texts = rows.map((row) => row.text(position));
  const pairs = cells.filter((parts) => parts !== null).length;
  const single = new RegExp(`^${figure}$`);
  return (
    pairs > 0 &&
    texts.every(
      (text, index) =>
        cells[index] !== null ||
        text === '' ||
        isDash(text, vocabulary) ||
        single.test(text.normalize('NFKC').replace(/\s/g, '')),
    )
  );
}
