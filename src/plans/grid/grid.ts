// A file as rows of cells, whatever format it came in: the text as shown beside the raw value, merges filled on request.
import type { Page } from '../pages/page.ts';
import { address } from './address.ts';

/** A block of merged cells, zero-based, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One sheet as plain data, so that it can pass between threads. */
export interface SheetData {
  name: string;
  /** Hidden as a whole. */
  hidden: boolean;
  /** Text as shown; line ends are \n; '' is a blank. Rows may be short. */
  texts: string[][];
  /** Numbers the file holds as numbers, by address: `F12` → 0.92. */
  numbers: Record<string, number>;
  /** Number formats other than General, by address. */
  formats: Record<string, string>;
  merges: Merge[];
  /** Zero-based. */
  hiddenRows: number[];
  /** Addresses of cells in hidden columns are not listed; the columns are, zero-based. */
  hiddenColumns: number[];
  /** What an address is: a spreadsheet's, or the path in a JSON array. */
  addressing: 'spreadsheet' | 'json';
  /** Of JSON: which record and which entry of its lists each row below the headings holds, and the keys of those lists. */
  entries?: { rows: { record: number; entry: number }[]; lists: string[] };
  /** Formulas whose result the file does not hold. */
  unresolved: string[];
}

/** A file as sheets of cells. */
export interface Grid {
  /** Name of the file without its folder. */
  file: string;
  format: 'xlsx' | 'csv' | 'tsv' | 'json' | 'pdf' | 'text';
  /** Of a text file: UTF-8, UTF-16, CP932. */
  encoding: string | null;
  /** SHA-256 of the bytes. */
  hash: string;
  sheets: SheetData[];
  /** Of a PDF or a text, which have no sheets. */
  pages?: Page[];
}

/** One cell. */
export interface Cell {
  /** Name of its sheet. */
  sheet: string;
  /** As shown, without blanks around it. */
  text: string;
  /** The number the file holds; null when it holds text or nothing. */
  number: number | null;
  format: string | null;
  /** `F12`; of a merged block the top left cell, wherever in the block one looks. */
  at: string;
  row: number;
  column: number;
  /** The cell lies in a merged block, but is not its first cell. */
  covered: boolean;
  merge: Merge | null;
  /** A formula without a saved result. */
  unresolved: boolean;
  /** The same cell with another content: what a ditto mark stands for, one line of several. */
  saying(instead: Pick<Cell, 'text' | 'number' | 'format'>): Cell;
}

/** A sheet one can look cells up in. */
export interface Sheet {
  name: string;
  height: number;
  width: number;
  data: SheetData;
  /** The cell, of a merged block always its first one. */
  cell(row: number, column: number): Cell;
  /** What the cell shows, without making the cell. */
  text(row: number, column: number): string;
  isHidden(row: number): boolean;
}

/** Opens the plain data for look-ups. */
export function openSheet(data: SheetData): Sheet {
  const covering = new Map<number, Merge>();
  const width = data.texts.reduce((most, row) => Math.max(most, row.length), 0);
  const key = (row: number, column: number) => row * 16_384 + column;
  for (const merge of data.merges) {
    // A merge over a whole column (A1:A1048576) matters only where there are rows.
    const bottom = Math.min(merge.bottom, data.texts.length - 1);
    const right = Math.min(merge.right, width - 1);
    for (let row = merge.top; row <= bottom; row += 1)
      for (let column = merge.left; column <= right; column += 1) covering.set(key(row, column), merge);
  }
  const hidden = new Set(data.hiddenRows);
  // A text file holds no numbers of its own: nothing to look up.
  const plain = Object.keys(data.numbers).length === 0 && Object.keys(data.formats).length === 0;
  const instead = plain ? { number: null, format: null } : undefined;
  const mergeAt = (row: number, column: number) =>
    covering.size === 0 ? null : (covering.get(key(row, column)) ?? null);
  return {
    name: data.name,
    height: data.texts.length,
    width,
    data,
    isHidden: (row) => hidden.has(row),
    text(row, column) {
      const merge = mergeAt(row, column);
      return shownIn(data, merge?.top ?? row, merge?.left ?? column);
    },
    cell: (row, column) => new SheetCell(data, { row, column }, mergeAt(row, column), instead),
  };
}

const shownIn = ({ texts }: SheetData, row: number, column: number) => (texts[row]?.[column] ?? '').trim();

/** A cell that works its address out only when it is asked: a file has millions, few are cited. */
class SheetCell implements Cell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  constructor(
    private readonly data: SheetData,
    { row, column }: { row: number; column: number },
    readonly merge: Merge | null,
    /** Filled in for a ditto mark, or the part of a text that is meant. */
    private readonly instead?: Partial<Pick<Cell, 'text'>> & Pick<Cell, 'number' | 'format'>,
  ) {
    this.row = row;
    this.column = column;
    this.text = instead?.text ?? shownIn(data, merge?.top ?? row, merge?.left ?? column);
  }
  private get own(): string {
    return address(this.merge?.top ?? this.row, this.merge?.left ?? this.column);
  }
  get sheet(): string {
    return this.data.name;
  }
  get number(): number | null {
    return this.instead ? this.instead.number : (this.data.numbers[this.own] ?? null);
  }
  get format(): string | null {
    return this.instead ? this.instead.format : (this.data.formats[this.own] ?? null);
  }
  get at(): string {
    if (this.data.addressing === 'spreadsheet' || this.row === 0) return this.own;
    const key = this.data.texts[0]?.[this.column] ?? String(this.column);
    const { rows, lists } = this.data.entries ?? { rows: [], lists: [] };
    const { record, entry } = rows[this.row - 1] ?? { record: this.row - 1, entry: 0 };
    const list = lists.find((one) => key.startsWith(`${one}\u001f`));
    const path = list === undefined ? key : `${list}[${entry}]${key.slice(list.length)}`;
    return `[${record}].${path.replaceAll('\u001f', '.')}`;
  }
  get covered(): boolean {
    return this.merge !== null && (this.merge.top !== this.row || this.merge.left !== this.column);
  }
  get unresolved(): boolean {
    return this.data.unresolved.length > 0 && this.data.unresolved.includes(this.own);
  }
  saying(instead: Pick<Cell, 'text' | 'number' | 'format'>): Cell {
    return new SheetCell(this.data, this, this.merge, instead);
  }
}

/** A sheet of plain texts. */
export function textSheet(name: string, texts: string[][]): SheetData {
  return {
    name,
    hidden: false,
    texts,
    numbers: {},
    formats: {},
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    addressing: 'spreadsheet',
    unresolved: [],
  };
}
