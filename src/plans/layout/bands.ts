// Several tables below each other in one sheet: 重点事業 above, 数値目標 below, each with headings of its own.
import type { Sheet } from '../grid/grid.ts';
import { isHeadings } from './header.ts';
import type { Headings } from './headings.ts';

/** The rows of one table with the texts above it, ends included. */
export interface Band {
  from: number;
  to: number;
  /** There are others in the sheet. */
  several: boolean;
}

/** A note belongs to the table above it. */
const note = /^(?:[※＊*]|（?注|\(注|資料[:：]|出典|備考[:：])/;

/** The sheet cut above every row of headings that stands apart from the table before it. */
export function bandsOf(sheet: Sheet, vocabulary: Headings): Band[] {
  const starts = [0];
  let headings: Set<string> | null = null;
  /** The last row of a table, and where the texts above the next one begin. */
  let [last, first] = [-1, 0];
  let unit = false;
  /** The first row below each gap. */
  const heads: Set<string>[] = [];
  for (let row = 0; row < sheet.height; row += 1) {
    const texts = textsOf(sheet, row);
    // ２　給付費 with （単位：千円） at the right edge is one text.
    for (const text of texts)
      if (texts.size === 2 && /^[（(]?\s*単位\s*[:：]/.test(text)) {
        texts.delete(text);
        unit = true;
      }
    if (texts.size <= 1) {
      const [text = ''] = texts;
      if (text === '' || note.test(text)) first = row + 1;
      // The same headings again, but counted in something else.
      if (/単位/.test(text)) unit = true;
      continue;
    }
    const apart = row - last > 1 || last < 0;
    // Headings that name nothing the vocabulary knows stand again below another unit.
    const again = apart && unit && heads.some((one) => isRepeated(texts, one));
    if (apart && texts.size >= 3) heads.push(texts);
    if (apart && (again || isHeadings(sheet, row, vocabulary))) {
      const another = again || (headings !== null && (unit || !isRepeated(texts, headings)));
      if (another) starts.push(first);
      if (another || headings === null) headings = texts;
    }
    last = row;
    first = row + 1;
    unit = false;
  }
  return starts.map((from, index) => ({
    from,
    to: (starts[index + 1] ?? sheet.height) - 1,
    several: starts.length > 1,
  }));
}

/** What a row shows, each text once: a merged block is one text. */
function textsOf(sheet: Sheet, row: number): Set<string> {
  const texts = new Set<string>();
  for (let column = 0; column < sheet.width; column += 1) {
    const text = sheet.text(row, column);
    if (text !== '') texts.add(text);
  }
  return texts;
}

/** The same headings on the next printed page. */
function isRepeated(texts: ReadonlySet<string>, headings: ReadonlySet<string>): boolean {
  return [...texts].filter((text) => headings.has(text)).length > texts.size * 0.7;
}
