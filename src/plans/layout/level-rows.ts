// Rows without a name of their own that head those below them, with what these come to: １款 総務費, １項 総務管理費 over their projects.
import type { Sheet } from '../grid/grid.ts';
import type { Column } from './header.ts';

/** What a row heads. */
export interface LevelRow {
  text: string;
  /** Position of its label in the table's columns. */
  position: number;
  /** 0 for the widest. */
  depth: number;
}

/** The rows of levels by their row, and the column whose texts beside a project are the finest level. */
export interface LevelRows {
  rows: ReadonlyMap<number, LevelRow>;
  finest: number | null;
}

interface Candidate {
  row: number;
  position: number;
  text: string;
  /** 0 款, 1 項, 2 目; null for other labels. */
  rank: number | null;
  figures: Map<number, number>;
}

const none: LevelRows = { rows: new Map(), finest: null };

/** ２款　総務費, 第１項 総務管理費. */
const account = /^[\s\u3000]*第?\s*[\d０-９]{1,2}\s*([款項目])[\s\u3000:：]*[^\s\u3000計]/;

/** Finds the rows of levels between two rows; none where every row has a name. */
export function levelRowsOf(
  sheet: Sheet,
  columns: readonly Column[],
  { from, to, isTotal }: { from: number; to: number; isTotal: (texts: readonly string[]) => boolean },
): LevelRows {
  const name = columns.findIndex(({ heading }) => heading.meaning === 'project');
  if (name <= 0) return none;
  const text = (row: number, position: number) => sheet.text(row, columns[position]?.index ?? 0);
  const named: { row: number; figures: Map<number, number> }[] = [];
  const found: Candidate[] = [];
  let end = to + 1;
  for (let row = from; row <= to; row += 1) {
    const texts = columns.map((_, position) => text(row, position));
    if (isTotal(texts)) {
      // 合計 ends what the last level heads; 小計 ends nothing.
      if (/^[\s\u3000]*(?:歳出|総)?合?[\s\u3000]*計/.test(texts.find((one) => one !== '') ?? ''))
        end = Math.min(end, row);
      continue;
    }
    if (texts.every((one, position) => one === '' || one === columns[position]?.heading.label)) continue;
    const figures = figuresIn(texts, columns);
    const label = labelOf(sheet, columns, { row, name, texts });
    if (label !== null)
      found.push({
        row,
        position: label,
        text: texts[label] ?? '',
        rank: rankOf(texts[label] ?? ''),
        figures,
      });
    else if (texts[name] !== '') named.push({ row, figures });
  }
  const rows = nested(found, named, end);
  if (rows.size === 0) return none;
  return { rows, finest: finestIn([...rows.values()], { named, text }) };
}

/** The one text before the name of a row that has none; null where the row says more, or nothing. */
function labelOf(
  sheet: Sheet,
  columns: readonly Column[],
  { row, name, texts }: { row: number; name: number; texts: readonly string[] },
): number | null {
  const nameCell = sheet.cell(row, columns[name]?.index ?? 0);
  const first = columns[0]?.index ?? 0;
  // Merged over label and name: it is the label's.
  const own = texts[name] !== '' && !(nameCell.covered && nameCell.merge && nameCell.merge.left >= first);
  if (own || (nameCell.covered && nameCell.merge && nameCell.merge.top < row)) return null;
  const before = columns.slice(0, name).flatMap((_, position) => (texts[position] === '' ? [] : [position]));
  const labels = new Set(before.map((position) => sheet.cell(row, columns[position]?.index ?? 0).at));
  const [label] = before;
  if (label === undefined || labels.size !== 1) return null;
  if (sheet.cell(row, columns[label]?.index ?? 0).covered) return null;
  if (!/[^\d０-９\s\u3000.,]/.test(texts[label] ?? '')) return null;
  // A text behind the name is what a row tells of itself.
  const tells = columns.some(
    ({ heading }, position) =>
      position > name &&
      texts[position] !== '' &&
      texts[position] !== texts[label] &&
      (figureIn(texts[position] ?? '') === null || heading.meaning === 'number'),
  );
  return tells ? null : label;
}

/** Candidates that are levels: by what they are called, or because the rows below come to their figures. */
function nested(
  found: readonly Candidate[],
  named: readonly { row: number; figures: Map<number, number> }[],
  end: number,
): Map<number, LevelRow> {
  const rows = new Map<number, LevelRow>();
  const open: { depth: number; end: number; rank: number | null }[] = [];
  for (const [index, { row, position, text, rank, figures }] of found.entries()) {
    const ends = [...found.slice(index + 1).map((one) => one.row), end];
    const last = ends.find((one) => comesTo(figures, named, { from: row, to: one }));
    if (rank === null && last === undefined) continue;
    while (open.length > 0) {
      const above = open.at(-1) as (typeof open)[number];
      const over = rank !== null && above.rank !== null ? above.rank < rank : row < above.end;
      if (over) break;
      open.pop();
    }
    const depth = rank ?? open.length;
    rows.set(row, { text, position, depth });
    open.push({ depth, end: last ?? end, rank });
  }
  return rows;
}

/** The figures of a row are what the named rows below it add up to. */
function comesTo(
  figures: ReadonlyMap<number, number>,
  named: readonly { row: number; figures: Map<number, number> }[],
  { from, to }: { from: number; to: number },
): boolean {
  const below = named.filter(({ row }) => row > from && row < to);
  if (below.length === 0) return false;
  const agreed = [...figures].filter(([position, figure]) => {
    const sum = below.reduce((total, one) => total + (one.figures.get(position) ?? 0), 0);
    return figure !== 0 && Math.abs(sum - figure) <= (below.length - 1) / 2;
  });
  // One row below with the same figure may be chance.
  return agreed.length >= (below.length > 1 ? 1 : 2);
}

function rankOf(text: string): number | null {
  const [, unit] = account.exec(text) ?? [];
  return unit === undefined ? null : ['款', '項', '目'].indexOf(unit);
}

/** 目 beside the first of its projects, in the column where 款 and 項 stand in rows of their own. */
function finestIn(
  levels: readonly LevelRow[],
  { named, text }: { named: readonly { row: number }[]; text: (row: number, position: number) => string },
): number | null {
  const [first] = levels;
  if (!first || levels.some(({ position }) => position !== first.position)) return null;
  const beside = named.map(({ row }) => text(row, first.position));
  const filled = beside.filter((one) => one !== '');
  const accounts = filled.every((one) => rankOf(one) !== null);
  return filled.length > 0 && (accounts || (filled.length < beside.length && beside[0] !== ''))
    ? first.position
    : null;
}

/** Amounts of a row by position; years and numbers of rows are none. */
function figuresIn(texts: readonly string[], columns: readonly Column[]): Map<number, number> {
  const figures = new Map<number, number>();
  texts.forEach((text, position) => {
    const value = figureIn(text);
    if (value !== null && !['number', 'serial', 'year'].includes(columns[position]?.heading.meaning ?? ''))
      figures.set(position, value);
  });
  return figures;
}

/** 2,750 → 2750, △10 → -10, － → 0; null for words. */
function figureIn(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s%]|(?:千|百万|万)?円$/g, '')
    .replace(/^[△▲−]/, '-');
  if (plain === '') return null;
  if (/^[-–—―ー]$/.test(plain)) return 0;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
