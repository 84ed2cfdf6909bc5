// Tables → an Excel file: numbers as numbers, the header row bold-free but frozen, no cell that runs as a formula.
import * as xlsx from '@e965/xlsx';
import { guarded, type Table } from './csv.ts';

/** One sheet; Excel takes at most 31 characters for its name, and none of `: \ / ? * [ ]`. */
export interface Sheet {
  name: string;
  table: Table;
}

/** Excel's own limit of a cell. */
const longestCell = 32_767;

/** The bytes of an .xlsx file. */
export function toWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const { name, table } of sheets) {
    const rows = [table.columns, ...table.rows].map((row) =>
      row.map((cell) => (typeof cell === 'string' ? guarded(cell.slice(0, longestCell)) : cell)),
    );
    const sheet = xlsx.utils.aoa_to_sheet(rows);
    sheet['!cols'] = table.columns.map((title, place) => ({
      wch: widthOf([title, ...column(table, place)]),
    }));
    sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' };
    xlsx.utils.book_append_sheet(book, sheet, name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31));
  }
  return frozen(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
}

function column({ rows }: Table, place: number): string[] {
  return rows.slice(0, 200).map((row) => String(row[place] ?? ''));
}

/** Japanese letters are twice as wide as others; long texts are cut by the next column. */
function widthOf(texts: readonly string[]): number {
  const width = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);
  return Math.min(50, Math.max(8, ...texts.map(width)) + 2);
}

const pane =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** The library writes no frozen rows: the sheets inside the zip get theirs. */
function frozen(file: Buffer): Uint8Array {
  const zip = xlsx.CFB.read(file, { type: 'buffer' });
  for (const [i, path] of zip.FullPaths.entries()) {
    const entry = zip.FileIndex[i];
    if (!/xl\/worksheets\/sheet\d+\.xml$/.test(path) || !entry) continue;
    const xml = Buffer.from(entry.content as Uint8Array).toString('utf8');
    const view = /<sheetView [^>]*\/>|<sheetView [^>]*>.*?<\/sheetView>/s;
    entry.content = Buffer.from(xml.replace(view, pane));
    entry.size = entry.content.length;
  }
  return xlsx.CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true }) as Buffer;
}
