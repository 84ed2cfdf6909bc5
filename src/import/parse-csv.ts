// A CSV file as people save it: UTF-8 or Excel's Shift_JIS, quoted cells, any line ends → one record a row.

/** A row by column name; every column is there, empty cells are ''. `line` counts from 1, the header's line. */
export interface SheetRow {
  line: number;
  cells: Record<string, string>;
}

/** A sheet with its header. */
export interface Sheet {
  columns: string[];
  rows: SheetRow[];
}

/** Reads UTF-8; bytes that are not UTF-8 are taken for Shift_JIS, which Excel writes in Japan. */
export function decodeSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** Splits the text into rows under their headings; lines without any text are left out. */
export function parseSheet(text: string): Sheet {
  const [header, ...lines] = splitCells(text.replace(/^\uFEFF/, ''));
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  const rows = lines
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        columns.map((column, index) => [column, unguarded(cells[index] ?? '').trim()]),
      ),
    }));
  return { columns, rows };
}

/** RFC 4180: a cell in quotes may hold commas, line ends and doubled quotes. */
function splitCells(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let row = { line, cells: [] as string[] };
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    const [whole, quoted, plain, end] = match;
    // The pattern also matches the empty rest behind the last line end.
    if (match.index === text.length && row.cells.length === 0) break;
    row.cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    rows.push(row);
    row = { line, cells: [] };
    if (match.index + whole.length === text.length) break;
  }
  return rows;
}

/** The export puts an apostrophe before text a spreadsheet would run: `'=1+1` → `=1+1`. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
