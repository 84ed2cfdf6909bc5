// XLSX by SheetJS (the fork with its two fixes): shown text beside raw number, formats, merges, hidden rows.
import * as xlsx from '@e965/xlsx';
import { address } from './address.ts';
import { type SheetData, textSheet } from './grid.ts';
import { maxColumns, maxRows } from './limits.ts';
import { tooManyRows } from './read-delimited.ts';
import { RefusedFile } from './refusal.ts';

/** Every sheet of a workbook. @throws RefusedFile */
export function readXlsx(bytes: Uint8Array, onProgress: (share: number) => void): SheetData[] {
  let book: xlsx.WorkBook;
  try {
    book = xlsx.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: maxRows + 1,
    });
  } catch (cause) {
    throw new RefusedFile(
      'broken',
      'Excelファイルとして開けません',
      'Excelで開き、「Excelブック（.xlsx）」で保存し直してください',
      { cause },
    );
  }
  onProgress(0.6);
  let rows = 0;
  return book.SheetNames.map((name, index) => {
    const sheet = readSheet(name, book.Sheets[name] ?? {});
    sheet.hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    rows += sheet.texts.length;
    if (rows > maxRows) throw tooManyRows();
    onProgress(0.6 + (0.4 * (index + 1)) / book.SheetNames.length);
    return sheet;
  });
}

function readSheet(name: string, source: xlsx.WorkSheet): SheetData {
  const sheet = textSheet(name, []);
  const dense = (source['!data'] ?? []) as (xlsx.CellObject | undefined)[][];
  dense.forEach((cells, row) => {
    const texts: string[] = [];
    cells?.forEach((cell, column) => {
      if (!cell) return;
      if (column >= maxColumns)
        throw new RefusedFile(
          'broken',
          `シート「${name}」の列が多すぎます（${address(row, column)}）`,
          '表だけのシートにして保存し直してください',
        );
      const at = address(row, column);
      const text = shownText(cell);
      while (texts.length < column) texts.push('');
      texts[column] = text.replace(/\r\n?/g, '\n').replaceAll('_x000D_', '');
      if (cell.t === 'n' && typeof cell.v === 'number') sheet.numbers[at] = cell.v;
      if (typeof cell.z === 'string' && cell.z !== 'General') sheet.formats[at] = cell.z;
      if (cell.f !== undefined && cell.v === undefined) sheet.unresolved.push(at);
    });
    while (sheet.texts.length < row) sheet.texts.push([]);
    sheet.texts[row] = texts;
  });
  while (sheet.texts.length > 0 && sheet.texts.at(-1)?.every((text) => text.trim() === '')) sheet.texts.pop();
  for (const { s, e } of source['!merges'] ?? [])
    sheet.merges.push({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  source['!rows']?.forEach((row, index) => {
    if (row?.hidden === true) sheet.hiddenRows.push(index);
  });
  source['!cols']?.forEach((column, index) => {
    if (column?.hidden === true) sheet.hiddenColumns.push(index);
  });
  return sheet;
}

/** SheetJS shows a General number of twelve digits as 4.80E+11; Excel widens the column, so do we. */
function shownText(cell: xlsx.CellObject): string {
  const general = cell.z === undefined || cell.z === 'General';
  if (cell.t === 'n' && typeof cell.v === 'number' && general) return plainNumber(cell.v);
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && isEraDate(cell.z))
    return westernDate(cell.v);
  const shown = cell.w ?? (cell.v === undefined || cell.v === null ? '' : String(cell.v));
  // #,##0.## shows 7284 as 7,284. with nothing behind the point.
  return cell.t === 'n' ? shown.replace(/(?<=\d)\.(?!\d)/, '') : shown;
}

/** 0.1 + 0.2 is shown as 0.3: General has fifteen digits at most. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/** ge.m.d, ggge"年"m"月"d"日": SheetJS writes no Japanese years. */
function isEraDate(format: string): boolean {
  return xlsx.SSF.is_date(format) && /[ge]/i.test(format.replace(/General|"[^"]*"|\[[^\]]*\]/gi, ''));
}

function westernDate(serial: number): string {
  const { y, m, d } = xlsx.SSF.parse_date_code(serial) as { y: number; m: number; d: number };
  return `${y}年${m}月${d}日`;
}
