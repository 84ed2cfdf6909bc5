// Where a table's headings stand: the first rows are scored against the vocabulary, then rows above and below join them.
import type { Cell, Sheet } from '../grid/grid.ts';
import type { Band } from './bands.ts';
import { type Heading, readHeading } from './heading.ts';
import { type Headings, plainHeading } from './headings.ts';

/** A column with its heading. */
export interface Column {
  index: number;
  heading: Heading;
  /** Where the heading stands. */
  at: string;
}

/** The rows of the headings, ends included, and the columns that have one. */
export interface Header {
  top: number;
  bottom: number;
  columns: Column[];
}

const searched = 20;

/** The headings of a sheet's table; null when no row looks like headings. */
export function findHeader(sheet: Sheet, band: Band, vocabulary: Headings): Header | null {
  let best: { row: number; score: number } | null = null;
  for (let row = band.from; row <= Math.min(band.from + searched - 1, band.to); row += 1) {
    const score = scoreRow(sheet, row, vocabulary);
    if (score >= 4 && score > (best?.score ?? 0)) best = { row, score };
  }
  if (!best) return null;
  let { row: top } = best;
  let bottom = best.row;
  while (
    bottom + 1 <= band.to &&
    bottom - best.row < 4 &&
    continuesBelow(sheet, best.row, bottom + 1, vocabulary)
  )
    bottom += 1;
  while (top > band.from && best.row - top < 4 && continuesAbove(sheet, top - 1, top, vocabulary)) top -= 1;
  return { top, bottom, columns: columnsOf(sheet, top, bottom, vocabulary) };
}

/** Whether a row looks like the headings of a table of projects or KPIs. */
export function isHeadings(sheet: Sheet, row: number, vocabulary: Headings): boolean {
  return (
    scoreRow(sheet, row, vocabulary) >= 4 &&
    ownCells(sheet, row).some(({ text }) =>
      ['project', 'kpi-name'].includes(readHeading([text], vocabulary).meaning),
    )
  );
}

/** A row's own cells: each merged block once. */
function ownCells(sheet: Sheet, row: number): Cell[] {
  return Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column)).filter(
    (cell) => cell.text !== '' && !cell.covered,
  );
}

function scoreRow(sheet: Sheet, row: number, vocabulary: Headings): number {
  let score = 0;
  let known = 0;
  let years = 0;
  const cells = ownCells(sheet, row);
  const seen = new Set<string>();
  for (const { text, number } of cells) {
    const { meaning, fy, base } = readHeading([text], vocabulary);
    const repeated = seen.has(text);
    seen.add(text);
    // 年間利用者数（R5）: whatever it is, of a year.
    const dated = meaning === 'attribute' && fy !== null && text.length <= 20 && !repeated;
    if (number !== null && meaning !== 'year-only') score -= 1;
    else if (/^[\d,.%▲△+-]+$/.test(text) && meaning !== 'year-only') score -= 1;
    else if (dated) {
      // R5末残高 says what is measured as well.
      score += /[高額数率費]$/.test(base) ? 1 : 0.5;
      years += 1;
    } else if (meaning === 'attribute') score += repeated ? 0 : unknownScore(text);
    else if (meaning === 'year-only' || meaning === 'row-kind' || meaning === 'amount') {
      score += 0.5;
      if (meaning === 'year-only') years += 1;
    } else {
      known += repeated ? 0 : 1;
      score += meaning === 'project' || meaning === 'kpi-name' ? 4 : 1.5;
    }
  }
  // Three years in a row stand over figures.
  if (years >= 3) {
    score += 1;
    known += 1;
  }
  // A title such as 主要事業 is one cell; headings are several.
  return known >= 2 || (known >= 1 && seen.size >= 3) ? score : 0;
}

/** 施設名, 環境指標: a name of something; any other short text may be a heading. */
function unknownScore(text: string): number {
  if (text.length > 20) return 0;
  return /(?:名|名称|指標|種類|項目)$/.test(plainHeading(text)) ? 1.5 : 0.2;
}

/** A heading that is merged down to the row: the row is part of the headings. */
function reachesDown(sheet: Sheet, main: number, row: number): boolean {
  return ownCells(sheet, main).some(
    ({ merge }) => merge !== null && merge.top < merge.bottom && merge.bottom >= row,
  );
}

/** Sub-headings: years, units, known parts, below a heading that spans them. */
function continuesBelow(sheet: Sheet, main: number, row: number, vocabulary: Headings): boolean {
  const cells = ownCells(sheet, row);
  if (cells.length === 0) return coveredRow(sheet, row);
  if (reachesDown(sheet, main, row)) return true;
  let fitting = 0;
  for (const { text, column } of cells) {
    const above = sheet.cell(main, column);
    const named = readHeading([above.text], vocabulary).meaning;
    // A name below the heading of names is the first row of the table.
    if (['project', 'kpi-name', 'number', 'department'].includes(named) && above.merge === null) {
      if (!isSubHeading(text, vocabulary)) return false;
    }
    if (isSubHeading(text, vocabulary)) fitting += 1;
    else if (/^[\d,.▲△%+-]+$/.test(text.normalize('NFKC'))) return false;
  }
  return fitting / cells.length >= 0.6 && (fitting >= 2 || cells.length === fitting);
}

/** Every cell of the row hangs from above. */
function coveredRow(sheet: Sheet, row: number): boolean {
  let covered = 0;
  for (let column = 0; column < sheet.width; column += 1)
    if (sheet.cell(row, column).covered && sheet.cell(row, column).text !== '') covered += 1;
  return covered >= 2;
}

function isSubHeading(shown: string, vocabulary: Headings): boolean {
  // 決算額（うち一般財源）
  const text = shown.replace(/[（(]うち[^（()）]*[)）]\s*$/, '');
  const heading = readHeading([text], vocabulary);
  if (heading.meaning !== 'attribute') return true;
  if (heading.unit !== null && heading.base.replace(/[()]/g, '') === heading.unit) return true;
  const { words } = vocabulary;
  const plain = plainHeading(text);
  return (
    vocabulary.has(words.totals, plain) ||
    vocabulary.has(words.kpi.namePart, plain) ||
    vocabulary.has(words.moneyAttributes, plain.replace(/^(?:うち|内)/, '')) ||
    Object.values(words.kindWords).some((list) => vocabulary.has(list, plain))
  );
}

/** （単位：千円、％）, 単位＝百万円, （千円・％） */
function saysUnit(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return (
    /^[(【[]?\s*(?:金額の?)?単位\s*[:;=はが\s]/.test(plain) ||
    /^[(【[]\s*(?:円|千円|万円|百万円|億円)(?:[、,・/\s]+(?:%|人|件|ポイント))*\s*[)】\]]$/.test(plain)
  );
}

/** （単位：千円） in the last cell of a row of groups: no group, but the unit of the table. */
export function unitAtEdge(sheet: Sheet, row: number): Cell | undefined {
  const cells = ownCells(sheet, row);
  const last = cells.at(-1);
  return last && cells.length > 1 && saysUnit(last.text) ? last : undefined;
}

/** Groups above headings: merged over several of them, or years and known words in a CSV. */
function continuesAbove(sheet: Sheet, row: number, below: number, vocabulary: Headings): boolean {
  // （単位：千円、％） over the last two columns is no group of theirs.
  const cells = ownCells(sheet, row).filter(({ text }) => !saysUnit(text));
  if (cells.length === 0) return false;
  const texts = new Set(cells.map(({ text }) => text));
  const width = columnsUsed(sheet, below);
  // One text over nearly everything is a title or filler.
  if (texts.size === 1 && (cells.length > 2 || spanOf(cells[0]) > width * 0.7)) return false;
  // In a CSV nothing hangs down: 事業名 over a blank is a heading, beside the groups of the row below.
  const named = cells.some(
    ({ text, column }) =>
      sheet.text(below, column) === '' &&
      ['project', 'kpi-name'].includes(readHeading([text], vocabulary).meaning),
  );
  const flat = sheet.data.merges.length === 0 && named;
  const grouping = cells.filter((cell) => {
    const under = sheet.cell(below, cell.column);
    if (flat && under.text === '') return cell.text.length <= 20;
    if (under.text === '' || under.covered) return under.covered && under.at === cell.at;
    const heading = readHeading([cell.text], vocabulary);
    const span = spanOf(cell);
    if (span > 1 && span < width * 0.9) return true;
    return heading.meaning !== 'attribute' && heading.meaning !== 'year';
  });
  return grouping.length / cells.length >= 0.6 && (grouping.length >= 2 || spanOf(grouping[0]) > 1);
}

function spanOf(cell: Cell | undefined): number {
  return cell?.merge ? cell.merge.right - cell.merge.left + 1 : 1;
}

function columnsUsed(sheet: Sheet, row: number): number {
  return Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column)).filter(
    ({ text }) => text !== '',
  ).length;
}

function columnsOf(sheet: Sheet, top: number, bottom: number, vocabulary: Headings): Column[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => groupTexts(sheet, top + index, bottom));
  return Array.from({ length: sheet.width }, (_, index): Column => {
    const path: string[] = [];
    for (const texts of rows) {
      const text = texts[index] ?? '';
      // In JSON the keys that lead to a value stand in one cell.
      for (const part of text.split('\u001f')) if (part !== '' && part !== path.at(-1)) path.push(part);
    }
    const heading = readHeading(path, vocabulary);
    return { index, heading, at: sheet.cell(bottom, index).at };
  });
}

/** A row's texts by column; in a CSV a group's name stands over its first column only and is carried right. */
function groupTexts(sheet: Sheet, row: number, bottom: number): string[] {
  const edge = row === bottom ? undefined : unitAtEdge(sheet, row);
  const own = Array.from({ length: sheet.width }, (_, column) => {
    const { text, at } = sheet.cell(row, column);
    return at === edge?.at ? '' : text;
  });
  if (row === bottom) return own;
  const merged = sheet.data.merges.some((merge) => merge.top <= row && merge.bottom >= row);
  if (merged) return own;
  const below = (column: number) =>
    Array.from({ length: bottom - row }, (_, index) => sheet.cell(row + 1 + index, column).text).some(
      (text) => text !== '',
    );
  let group = '';
  return own.map((text, column) => {
    if (text !== '') {
      group = below(column) ? text : '';
      return text;
    }
    return below(column) ? group : '';
  });
}
