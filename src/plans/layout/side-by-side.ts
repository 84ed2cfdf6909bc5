// Tables side by side in one sheet: 新規事業 on the left, 廃止事業 on the right, or one list that goes on in a second column.
import { openSheet, type Sheet } from '../grid/grid.ts';
import { findHeader, type Header } from './header.ts';
import type { Headings } from './headings.ts';

/** First and last column of one of the tables. */
interface Span {
  left: number;
  right: number;
}

/** The sheet once for each table beside another, with the others' cells blank; the sheet itself where there is one. */
export function tablesBeside(sheet: Sheet, vocabulary: Headings): Sheet[] {
  const header = findHeader(sheet, { from: 0, to: sheet.height - 1, several: false }, vocabulary);
  if (!header || namesOf(header).length < 2) return [sheet];
  const spans = apartByBlanks(sheet, header) ?? repeated(header);
  if (!spans) return [sheet];
  const from = firstApart(sheet, header.top, spans);
  return spans.map((span) => only(sheet, span, from));
}

const namesOf = ({ columns }: Header) =>
  columns.filter(({ heading }) => heading.meaning === 'project' || heading.meaning === 'kpi-name');

/** Parted by columns that are blank all the way down, each with names of the same kind. */
function apartByBlanks(sheet: Sheet, header: Header): Span[] | null {
  const spans: Span[] = [];
  for (let column = 0; column < sheet.width; column += 1) {
    if (isBlank(sheet, column, header.top)) continue;
    const last = spans.at(-1);
    if (last?.right === column - 1) last.right = column;
    else spans.push({ left: column, right: column });
  }
  const named = spans.map(({ left, right }) =>
    header.columns
      .filter(({ index, heading }) => index >= left && index <= right && heading.label !== '')
      .map(({ heading }) => heading.meaning),
  );
  const alike =
    named.every((meanings) => meanings.includes('project')) ||
    named.every((meanings) => meanings.includes('kpi-name') && !meanings.includes('project'));
  return spans.length > 1 && alike && named.every((meanings) => meanings.length > 1) ? spans : null;
}

function isBlank(sheet: Sheet, column: number, from: number): boolean {
  for (let row = from; row < sheet.height; row += 1) if (sheet.text(row, column) !== '') return false;
  return true;
}

/** No | 事業名 | 予算額 | No | 事業名 | 予算額: the same headings again. */
function repeated({ columns }: Header): Span[] | null {
  const labels = columns.map(({ heading }) => heading.label);
  const first = columns.findIndex(({ heading }) => heading.meaning === 'project');
  const period = labels.indexOf(labels[first] ?? '', first + 1) - first;
  const rounds = labels.filter((label) => label !== '').length / period;
  if (first < 0 || period < 2 || !Number.isInteger(rounds)) return null;
  if (!labels.every((label, index) => index < period || label === labels[index - period])) return null;
  return Array.from({ length: rounds }, (_, round) => ({
    left: columns[round * period]?.index ?? 0,
    right: columns[(round + 1) * period - 1]?.index ?? 0,
  }));
}

/** The first row above the headings that names each of the tables. */
function firstApart(sheet: Sheet, top: number, spans: readonly Span[]): number {
  const named = (row: number) =>
    spans.filter(({ left, right }) => {
      for (let column = left; column <= right; column += 1) {
        const cell = sheet.cell(row, column);
        if (cell.text !== '' && !cell.covered && (cell.merge?.right ?? column) <= right) return true;
      }
      return false;
    }).length;
  let from = top;
  while (from > 0 && named(from - 1) === spans.length) from -= 1;
  return from;
}

/** The sheet with nothing but one table's columns from a row on. */
function only({ data }: Sheet, { left, right }: Span, from: number): Sheet {
  return openSheet({
    ...data,
    texts: data.texts.map((texts, row) =>
      row < from ? texts : texts.map((text, column) => (column < left || column > right ? '' : text)),
    ),
    merges: data.merges.filter(
      (merge) => merge.bottom < from || (merge.left >= left && merge.right <= right),
    ),
  });
}
