// CSV and TSV by papaparse: its report on quotes decides, a broken file is refused instead of read to a wrong end.
import Papa from 'papaparse';
import { type SheetData, textSheet } from './grid.ts';
import { maxRows } from './limits.ts';
import { RefusedFile } from './refusal.ts';

/** The rows of a delimited text. `name` becomes the sheet's name. @throws RefusedFile */
export function readDelimited(text: string, name: string, onProgress: (share: number) => void): SheetData {
  const rows: string[][] = [];
  const delimiter = sniffDelimiter(text);
  let told = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    header: false,
    skipEmptyLines: false,
    step({ data, errors, meta }) {
      const broken = errors.find((error) => error.type === 'Quotes');
      if (broken) {
        throw new RefusedFile(
          'quotes',
          `${rows.length + 1}行目で引用符（"）が閉じていないか、余分にあります`,
          'そのセルの " を確かめてください。セルの中の " は "" と書きます。Excelで開いて保存し直しても直ります',
        );
      }
      if (rows.length >= maxRows) throw tooManyRows();
      rows.push(data.map((cell) => cell.replace(/\r\n?/g, '\n')));
      const share = Math.floor((meta.cursor / text.length) * 20) / 20;
      if (share > told) {
        told = share;
        onProgress(share);
      }
    },
  });
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return textSheet(name, rows);
}

/** The refusal of a file with too many rows. */
export function tooManyRows(): RefusedFile {
  return new RefusedFile(
    'too-many-rows',
    `行数が上限（${maxRows.toLocaleString('en-US')}行）を超えています`,
    '年度や部局ごとにファイルを分けてください',
  );
}

/** The delimiter that stands most often in the first lines; quoted line ends do not matter for counting. */
function sniffDelimiter(text: string): string {
  const head = text.slice(0, 5000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => head.split(mark).length - 1;
  const marks = [',', '\t', ';'];
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
