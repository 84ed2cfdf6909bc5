// The rows below the headings: totals, notes and repeated headings out, ditto marks filled, section rows kept as levels.
import { isDash } from '../cells/read-cell.ts';
import { place } from '../grid/address.ts';
import type { Cell, Sheet } from '../grid/grid.ts';
import type { LeftOut, ReadProblem } from '../read-plan.ts';
import { type Column, findHeader, type Header } from './header.ts';
import { plainHeading, type Vocabulary } from './vocabulary.ts';

/** A row of a table; of a form the whole sheet. */
export interface TableRow {
  sheet: string;
  /** By position in `columns`. */
  cells: Cell[];
  hidden: boolean;
  /** It has more cells than there are headings: nothing of it can be trusted. */
  broken?: true;
  /** Texts of the section rows above it, the widest first. */
  sections: { text: string; place: string }[];
}

/** A table found in a file, whatever it looked like there. */
export interface Table {
  kind: 'table' | 'form';
  sheets: string[];
  columns: Column[];
  rows: TableRow[];
  /** Texts above the table: title, unit, date, publisher. */
  titles: { text: string; place: string }[];
  leftOut: LeftOut[];
  problems: ReadProblem[];
}

/** Reads a sheet as a table; null when it has no headings. */
export function readTable(
  sheet: Sheet,
  { delimited }: { delimited: boolean },
  vocabulary: Vocabulary,
): Table | null {
  const header = findHeader(sheet, vocabulary);
  if (!header) return null;
  const columns = header.columns.filter(({ heading }) => heading.label !== '');
  const table: Table = {
    kind: 'table',
    sheets: [sheet.name],
    columns,
    rows: [],
    titles: titlesOf(sheet, header.top),
    leftOut: [],
    problems: [],
  };
  const width = delimited ? (sheet.data.texts[header.bottom]?.length ?? 0) : null;
  const body = new Body(sheet, { header, width }, table, vocabulary);
  for (let row = header.bottom + 1; row < sheet.height; row += 1) body.add(row);
  if (delimited) table.problems.push(...tooLong(sheet, header));
  else table.leftOut.push(...unheaded(sheet, header));
  return table;
}

/** The texts above row `end`, each merged block once. */
export function titlesOf(sheet: Sheet, end: number): Table['titles'] {
  const titles: Table['titles'] = [];
  for (let row = 0; row < end; row += 1)
    for (let column = 0; column < sheet.width; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.text !== '' && !cell.covered && titles.length < 60)
        titles.push({ text: cell.text, place: place(sheet.name, cell.at) });
    }
  return titles;
}

class Body {
  private readonly above: (Cell | undefined)[] = [];
  private sections: TableRow['sections'] = [];
  private readonly labels: Set<number>;
  private readonly headings: string[];
  private readonly columns: Column[];
  private readonly width: number | null;

  /** `width`: cells of the heading row of a CSV; null for other formats. */
  constructor(
    private readonly sheet: Sheet,
    { header, width }: { header: Header; width: number | null },
    private readonly table: Table,
    private readonly vocabulary: Vocabulary,
  ) {
    const { columns } = table;
    this.columns = columns;
    this.width = width;
    const naming = ['project', 'kpi-name', 'number', 'serial', 'department', 'policy', 'year', 'policy-code'];
    this.labels = new Set(
      columns
        .filter(({ heading }, index) => naming.includes(heading.meaning) || index < 2)
        .map(({ index }) => index),
    );
    this.headings = columns.map(({ index }) => sheet.cell(header.bottom, index).text);
  }

  add(row: number): void {
    const own = this.columns.map(({ index }) => this.sheet.cell(row, index));
    const filled = own.filter((cell) => cell.text !== '');
    const inRow = filled.filter((cell) => !cell.covered);
    if (filled.length === 0 || this.isHeadingAgain(own)) return;
    const first = filled[0] as Cell;
    const at = place(this.sheet.name, first.at);
    if (this.isTotal(own)) {
      this.table.leftOut.push({
        what: `合計の行「${oneLine(first.text)}」`,
        why: '足し合わせると二重になるため',
        place: at,
      });
      return;
    }
    if (inRow.length === 1 && new Set(filled.map((cell) => cell.at)).size === 1) {
      const text = oneLine(first.text);
      if (/^(?:[※＊*]|（?注|\(注|資料[:：]|出典|備考[:：])/.test(text)) {
        this.table.leftOut.push({ what: `注記「${shortened(text)}」`, why: '表の外の説明のため', place: at });
        return;
      }
      if (this.isSection(first)) {
        const level = sectionLevel(text);
        this.sections = [
          ...this.sections.filter((one) => sectionLevel(one.text) < level),
          { text, place: at },
        ];
        return;
      }
    }
    // A row that only hangs from merged cells above adds nothing.
    if (inRow.length === 0 && filled.every((cell, index) => this.above[index]?.at === cell.at)) return;
    const cells = own.map((cell, index) => this.withoutDitto(cell, index));
    cells.forEach((cell, index) => {
      this.above[index] = cell;
    });
    this.table.rows.push({
      sheet: this.sheet.name,
      cells,
      hidden: this.sheet.isHidden(row),
      ...(this.isTooLong(row) ? { broken: true as const } : {}),
      sections: this.sections,
    });
  }

  private isTooLong(row: number): boolean {
    return this.width !== null && (this.sheet.data.texts[row]?.length ?? 0) > this.width;
  }

  private isHeadingAgain(cells: readonly Cell[]): boolean {
    const compared = cells.filter((cell, index) => cell.text !== '' || this.headings[index] !== '');
    const same = cells.filter((cell, index) => cell.text !== '' && cell.text === this.headings[index]);
    return same.length >= 2 && same.length / compared.length > 0.7;
  }

  private isTotal(cells: readonly Cell[]): boolean {
    const named = cells.filter((cell) => this.labels.has(cell.column) && cell.text !== '');
    // Most rows say nothing of the kind; spelling every cell would take seconds.
    if (!named.some(({ text }) => text.length <= 30 && /計|全体|総額/.test(text))) return false;
    if (named.some(({ text }) => this.vocabulary.has(this.vocabulary.words.totals, plainHeading(text))))
      return true;
    const [only] = named;
    return (
      only !== undefined &&
      named.length <= 2 &&
      named.some(({ text }) =>
        /(?:部|局|課|室|款|項|目|会計|分野|施策|政策|目標)(?:合計|小計|計|の計)$|(?:合計|小計|総計)$/.test(
          plainHeading(text),
        ),
      )
    );
  }

  /** One text over the width of the table, or one that is marked as a heading. */
  private isSection(cell: Cell): boolean {
    const span = cell.merge ? cell.merge.right - cell.merge.left + 1 : 1;
    if (span >= 3 || (span >= 2 && span >= this.columns.length / 2)) return true;
    if (
      /^(?:【.*】|[■◆●○◎▼]|第[\d０-９一-十]+[章節部編]|(?:基本目標|基本方針|政策|施策|重点)[\d０-９一-十ⅠⅡⅢⅣⅤ])/.test(
        cell.text,
      )
    )
      return true;
    const column = this.columns.find(({ index }) => index === cell.column);
    return cell.text.length > 1 && !this.labels.has(column?.index ?? -1)
      ? false
      : column?.heading.meaning === 'serial';
  }

  private withoutDitto(cell: Cell, index: number): Cell {
    const { ditto } = this.vocabulary.words;
    const before = this.above[index];
    if (!before || !ditto.includes(cell.text) || isDash(cell.text, this.vocabulary)) return cell;
    return cell.saying({ text: before.text, number: before.number, format: before.format });
  }
}

/** 第1章 stands above 第1節, 【…】 above ■: the rank of a section by its mark. */
function sectionLevel(text: string): number {
  if (/^(?:第[\d０-９一-十]+[章部編]|基本目標|基本方針|【)/.test(text)) return 0;
  if (/^(?:第[\d０-９一-十]+節|政策|■|◆)/.test(text)) return 1;
  return 2;
}

/** Rows of a CSV longer than its headings: a comma without quotes has cut a cell in two. */
function tooLong(sheet: Sheet, header: Header): ReadProblem[] {
  const width = sheet.data.texts[header.bottom]?.length ?? 0;
  return sheet.data.texts.flatMap((texts, row): ReadProblem[] => {
    if (row <= header.bottom || texts.length <= width) return [];
    return [
      {
        place: place(sheet.name, sheet.cell(row, width).at),
        what: `${row + 1}行目のセルが見出しより多くあります（見出し${width}列、この行${texts.length}列）`,
        cure: '「2,961人」のようにコンマを含むセルを " で囲むか、コンマを除いてください',
      },
    ];
  });
}

/** Columns that hold something and have no heading. */
function unheaded(sheet: Sheet, header: Header): LeftOut[] {
  return header.columns.flatMap(({ index, heading }): LeftOut[] => {
    if (heading.label !== '') return [];
    for (let row = header.bottom + 1; row < sheet.height; row += 1) {
      const cell = sheet.cell(row, index);
      // A merged block that begins under a heading belongs there.
      if (cell.text === '' || (cell.merge && cell.merge.left < index)) continue;
      return [
        {
          what: `見出しのない列（${shortened(oneLine(cell.text))} …）`,
          why: '何の列か分からないため',
          place: place(sheet.name, cell.at),
        },
      ];
    }
    return [];
  });
}

/** Line breaks of a cell belong to its width, not to its text. */
export function oneLine(text: string): string {
  return text
    .replace(/(?<=[a-z0-9])[^\S\n]*\n\s*(?=[a-z0-9])/gi, ' ')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

/** The first thirty characters. */
export function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
