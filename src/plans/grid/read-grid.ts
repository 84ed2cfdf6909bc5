// Any file a person may send → sheets of cells, or a refusal that says how to make it readable.
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { readText } from '../pages/read-text.ts';
import { decodeText } from './decode-text.ts';
import type { Grid } from './grid.ts';
import { maxBytes } from './limits.ts';
import { readDelimited } from './read-delimited.ts';
import { readJson } from './read-json.ts';
import { RefusedFile } from './refusal.ts';

/** Hears how far the reading of a file has come, from 0 to 1. */
export type Progress = (share: number) => void;

/** Reads a file by its content first and its name second. @throws RefusedFile */
export async function readGrid(
  bytes: Uint8Array,
  path: string,
  onProgress: Progress = () => {},
): Promise<Grid> {
  const file = basename(path);
  if (bytes.length === 0)
    throw new RefusedFile('empty', 'ファイルが空です', '中身のあるファイルを送ってください');
  if (bytes.length > maxBytes)
    throw new RefusedFile(
      'too-large',
      `ファイルが大きすぎます（${Math.ceil(bytes.length / 1024 / 1024)}MB、上限50MB）`,
      '画像を除くか、シートや年度ごとに分けて保存してください',
    );
  refuseOtherFormats(bytes, file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    // A megabyte of code that no other command needs.
    const { readXlsx } = await import('./read-xlsx.ts');
    const sheets = readXlsx(bytes, onProgress);
    return filled({ file, format: 'xlsx', encoding: null, hash, sheets });
  }
  if (startsWith(bytes, '%PDF')) {
    const { readPdf } = await import('../pages/read-pdf.ts');
    const pages = await readPdf(bytes, onProgress);
    return { file, format: 'pdf', encoding: null, hash, sheets: [], pages };
  }
  const { text, encoding } = decodeText(bytes);
  if (/<html|<table|<!doctype/i.test(text.slice(0, 1000)))
    throw new RefusedFile(
      'other-format',
      'ウェブページ（HTML）です',
      'Excelで開き、「Excelブック（.xlsx）」で保存し直してください',
    );
  const name = basename(file, extname(file));
  if (/^\s*[[{]/.test(text) && !/\.(csv|tsv|txt)$/i.test(file))
    return filled({ file, format: 'json', encoding, hash, sheets: [readJson(text, name)] });
  if (/\.(?:txt|md)$/i.test(file) && !isTable(text)) {
    if (text.trim() === '') throw empty();
    return { file, format: 'text', encoding, hash, sheets: [], pages: readText(text) };
  }
  const sheet = readDelimited(text, name, onProgress);
  const format = /\.tsv$/i.test(file) ? 'tsv' : 'csv';
  return filled({ file, format, encoding, hash, sheets: [sheet] });
}

/** A grid with at least one cell in it. */
function filled(grid: Grid): Grid {
  if (grid.sheets.some((sheet) => sheet.texts.some((row) => row.some((text) => text.trim() !== ''))))
    return grid;
  throw empty();
}

const empty = () =>
  new RefusedFile('empty', '表に文字がありません', '中身のあるシートを保存して送ってください');

/** A text file of cells: nearly every line has the same mark between them. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return [',', '\t'].some((mark) => lines.filter((line) => line.includes(mark)).length > lines.length * 0.7);
}

/** Formats known by their first bytes; a zip is looked into for what it holds. */
function refuseOtherFormats(bytes: Uint8Array, file: string): void {
  const asXlsx = 'Excelで開き、「Excelブック（.xlsx）」で保存し直してください';
  const asPdf = '文章はPDFで、表はExcelに貼り付けて .xlsx で保存し、送ってください';
  const other = (what: string, cure: string) => {
    throw new RefusedFile('other-format', what, cure);
  };
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) {
    // An .xlsx with a password is wrapped into the container of the old .xls.
    if (contains(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e'))
      throw new RefusedFile(
        'locked',
        'パスワードで保護されています',
        'Excelでパスワードを外して保存し直してください',
      );
    const utf16 = (name: string) => [...name].join('\0');
    if (contains(bytes, utf16('WordDocument')) || /\.doc$/i.test(file))
      other('古いWordの文書（.doc）です', asPdf);
    if (contains(bytes, utf16('PowerPoint Document')) || /\.ppt$/i.test(file))
      other('古いPowerPointの資料（.ppt）です', asPdf);
    if (/\.jt[dt]c?$/i.test(file)) other('一太郎の文書です', asPdf);
    other('古い形式のファイル（.xls など）です', asXlsx);
  }
  if (startsWith(bytes, 'PK')) {
    if (contains(bytes, 'application/vnd.oasis.opendocument')) other('OpenDocument（.ods など）です', asXlsx);
    if (contains(bytes, 'word/document.xml')) other('Wordの文書です', asPdf);
    if (contains(bytes, 'ppt/presentation.xml')) other('PowerPointの資料です', asPdf);
    if (contains(bytes, 'Index/Document.iwa'))
      other(
        'Numbers・Pages・Keynoteの書類です',
        '「書き出す」で表はExcel（.xlsx）、文章はPDFにして送ってください',
      );
    if (contains(bytes, 'xl/workbook.bin')) other('Excelバイナリブック（.xlsb）です', asXlsx);
    if (!contains(bytes, 'xl/')) other('ZIPファイルです', '中のExcelまたはCSVを取り出して送ってください');
    return;
  }
  if (startsWith(bytes, '{\\rtf')) other('リッチテキスト（.rtf）の文書です', asPdf);
  const image = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'BM', 'II*\0', 'MM\0*'];
  if (image.some((head) => startsWith(bytes, head)) && !/\.(csv|tsv|txt|json)$/i.test(file))
    other('画像です', '元のExcelまたはCSVを送ってください');
  // HEIC, AVIF and films name themselves behind their length.
  if (contains(bytes.subarray(4, 8), 'ftyp'))
    other('画像または動画です', '元のExcelまたはCSVを送ってください');
  if (isBinary(bytes))
    other(
      '表や文章のファイルではありません',
      'Excel（.xlsx）、CSV、JSON、PDFのどれかで保存して送ってください',
    );
}

/** Control characters of no text; UTF-16 has noughts, so that its blanks and line ends alone are looked at. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)).length;
  const noughts = head.filter((byte) => byte === 0).length;
  return odd - noughts > head.length * 0.05;
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((character, index) => bytes[index] === character.charCodeAt(0));
}

function contains(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'latin1'));
}
