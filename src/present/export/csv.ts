// CSV as Excel opens it in Japan: UTF-8 with BOM, CRLF, no cell that could run as a formula.

/** One cell; null is an empty cell. */
export type Cell = string | number | null;

/** A table: its columns in order, each row by column name. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** The table as the text of a CSV file. */
export function toCsv({ columns, rows }: Table): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

/**
 * A cell as it stands in the file. Text that a spreadsheet would run (`=1+1`, `@SUM`) gets an apostrophe in front;
 * signed numbers (-2.6), a lone dash and ▲2.6 stay as printed.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that no spreadsheet runs: `=1+1` → `'=1+1`. */
export function guarded(text: string): string {
  // Excel reads full-width signs as well: NFKC first.
  const first = text.slice(0, 1).normalize('NFKC');
  if (!/[=+\-@\t\r\n]/.test(first)) return text;
  const harmless = /^[-+]?$|^[-+][\d,]*\.?\d+\s*[%％]?$/.test(text.normalize('NFKC'));
  return harmless ? text : `'${text}`;
}
