// The rows below the headings: totals, notes and repeated headings out, ditto marks filled, section rows kept as levels.
import { chosenIn } from '../cells/choices.ts';
import { isDash } from '../cells/read-cell.ts';
import { place } from '../grid/address.ts';
import type { Cell, Sheet } from '../grid/grid.ts';
import type { LeftOut, ReadProblem } from '../read-plan.ts';
import type { Band } from './bands.ts';
import { type Column, findHeader, type Header, unitAtEdge } from './header.ts';
import { type Headings, plainHeading } from './headings.ts';
import { type LevelRows, levelRowsOf } from './level-rows.ts';
import { levelColumns, type Outline, outlineOf, Standing } from './outline.ts';
import { splitPairs } from './pairs.ts';
import { SheetRow, type TableRow } from './row.ts';
import { joinRowKinds } from './row-kinds.ts';
import { gatherParts } from './row-sums.ts';
import { saysTotal } from './totals.ts';
import { nameHalves } from './upper-lower.ts';

/** A table found in a file, whatever it looked like there. */
export interface Table {
  kind: 'table' | 'form';
  sheets: string[];
  columns: Column[];
  rows: TableRow[];
  /** Texts above the table: title, unit, date, publisher. */
  titles: { text: string; place: string }[];
  /** Of several in a sheet: the text right above, which names what it lists. */
  section?: { text: string; place: string };
  /** Position of the column that was found to name the rows, where no heading says so. */
  elected?: number;
  /** Rows of several levels, each project under its own 款, 項 and 目. */
  outline?: true;
  /** Of sheets that differ in their year: the year of this one's figures. */
  year?: number;
  /** What stands below it: 予算額は最終予算額です. */
  notes: string[];
  leftOut: LeftOut[];
  problems: ReadProblem[];
}

/** Reads rows of a sheet as a table; null when they have no headings. */
export function readTable(
  sheet: Sheet,
  { band, delimited }: { band: Band; delimited: boolean },
  vocabulary: Headings,
): Table | null {
  const header = findHeader(sheet, band, vocabulary);
  if (!header) return null;
  const headed = header.columns.filter(({ heading }) => heading.label !== '');
  const outline = outlineOf(sheet, headed, header.bottom + 1, band.to);
  const columns = outline ? levelColumns(headed, outline) : headed;
  const table: Table = {
    kind: 'table',
    sheets: [sheet.name],
    columns,
    rows: [],
    titles: [...titlesOf(sheet, header.top, band.from), ...unitsIn(sheet, header)],
    notes: [],
    leftOut: [],
    problems: [],
  };
  const width = delimited ? (sheet.data.texts[header.bottom]?.length ?? 0) : null;
  const section = band.several ? sectionOf(table.titles) : undefined;
  if (section) table.section = section;
  if (outline) table.outline = true;
  const body = new Body(sheet, { header, width, outline }, table, vocabulary);
  if (!outline) body.findLevels(header.bottom + 1, band.to);
  for (let row = header.bottom + 1; row <= band.to; row += 1) body.add(row);
  body.sayLevels();
  if (header.top > band.from) body.headFirst(header.top - 1);
  nameHalves(table, sheet, vocabulary);
  splitPairs(table, sheet, vocabulary);
  gatherParts(table, vocabulary);
  joinRowKinds(table, vocabulary);
  if (delimited) table.problems.push(...tooLong(sheet, header, band.to));
  else table.leftOut.push(...unheaded(sheet, header, band.to));
  return table;
}

/** Units at the edge of the rows of headings. */
function unitsIn(sheet: Sheet, { top, bottom }: Header): Table['titles'] {
  return Array.from({ length: bottom - top }, (_, step) => unitAtEdge(sheet, top + step)).flatMap((cell) =>
    cell ? [{ text: cell.text, place: place(sheet.name, cell.at) }] : [],
  );
}

/** The texts from row `from` to above row `end`, each merged block once. */
export function titlesOf(sheet: Sheet, end: number, from = 0): Table['titles'] {
  const titles: Table['titles'] = [];
  for (let row = from; row < end; row += 1)
    for (let column = 0; column < sheet.width; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.text !== '' && !cell.covered && titles.length < 60)
        titles.push({ text: cell.text, place: place(sheet.name, cell.at) });
    }
  return titles;
}

/** １　重点事業（単位：千円） above one of several tables. */
function sectionOf(titles: Table['titles']): NonNullable<Table['section']> | undefined {
  const plain = titles.map(({ text, place: at }) => ({
    text: oneLine(text)
      .replace(/[（(]?単位.*$/, '')
      .replace(/^(?:[0-9０-９]{1,2}|[①-⑳]|[（(][0-9０-９]{1,2}[)）])[\s.．、]*/, '')
      .trim(),
    place: at,
  }));
  return plain.findLast(({ text }) => text.length >= 2 && text.length <= 30 && !/現在|[。]/.test(text));
}

class Body {
  private before: SheetRow | undefined;
  /** The last text of each label since the last row that names a project: what 〃 below it repeats. */
  private readonly labelled = new Map<number, Cell>();
  private sections: TableRow['sections'];
  /** The sections of the rows above the first section row. */
  private readonly first: TableRow['sections'];
  /** The headings stand again below a section row. */
  private blocks = 0;
  /** Position of the column that says 目標, 実績, 国庫支出金, 計; -1 where there is none. */
  private readonly kind: number;
  /** The rows are those of a total. */
  private inTotal = false;
  /** The last row was a note. */
  private inNotes = false;
  private readonly labels: Set<number>;
  /** Of each row of headings. */
  private readonly headings: string[][];
  /** Where the row stands in an outline; null where the table is none. */
  private readonly standing: Standing | null;
  private readonly columns: Column[];
  private readonly width: number | null;
  /** Rows without a name that head those below them. */
  private levels: LevelRows = { rows: new Map(), finest: null };
  /** The levels above the row being read, the widest first. */
  private under: { depth: number; section: TableRow['sections'][number] }[] = [];

  /** `width`: cells of the heading row of a CSV; null for other formats. */
  constructor(
    private readonly sheet: Sheet,
    { header, width, outline }: { header: Header; width: number | null; outline: Outline | null },
    private readonly table: Table,
    private readonly vocabulary: Headings,
  ) {
    const { columns } = table;
    this.columns = columns;
    this.width = width;
    this.kind = columns.findIndex(({ heading }) => heading.meaning === 'row-kind');
    this.first = table.section ? [table.section] : [];
    this.sections = this.first;
    const naming = ['project', 'kpi-name', 'number', 'serial', 'department', 'policy', 'year', 'policy-code'];
    this.labels = new Set(
      columns.flatMap(({ heading }, position) =>
        naming.includes(heading.meaning) || position < 2 ? [position] : [],
      ),
    );
    this.headings = Array.from({ length: header.bottom - header.top + 1 }, (_, step) =>
      columns.map(({ index }) => sheet.text(header.top + step, index)),
    );
    this.standing = outline && new Standing(outline);
  }

  /** Looks for rows of levels before any is read. */
  findLevels(from: number, to: number): void {
    const isTotal = (texts: readonly string[]) => this.isTotal(texts) && !this.isWhole(texts);
    this.levels = levelRowsOf(this.sheet, this.columns, { from, to, isTotal });
    const column = this.levels.finest === null ? undefined : this.columns[this.levels.finest];
    if (column && column.heading.meaning === 'attribute')
      this.columns[this.levels.finest as number] = {
        ...column,
        heading: { ...column.heading, meaning: 'policy' },
      };
  }

  add(row: number): void {
    const texts = this.columns.map(({ index }) => this.sheet.text(row, index));
    const filled = texts.flatMap((text, position) => (text === '' ? [] : [position]));
    const [leftmost] = filled;
    if (leftmost === undefined) return;
    if (this.isHeadingAgain(texts)) {
      if (this.sections !== this.first) this.blocks += 1;
      return;
    }
    const own = new SheetRow(this.sheet, row, this.columns, this.sections);
    const goesOn = this.goesOnWithTotal(texts);
    if (goesOn || (this.isTotal(texts) && !this.isWhole(texts))) {
      const first = own.cell(leftmost);
      const said = filled.find((position) => !own.cell(position).covered) ?? leftmost;
      if (!goesOn && this.addsUpAbove(said)) {
        own.total = oneLine(texts[said] ?? '');
        this.table.rows.push(own);
        return;
      }
      this.table.leftOut.push({
        what: `合計の行「${oneLine(first.text)}」`,
        why: '足し合わせると二重になるため',
        place: place(this.sheet.name, first.at),
      });
      return;
    }
    if (this.headsRows(own, row)) return;
    if (this.isAside(own, filled) || this.hangsFromAbove(own, filled)) return;
    this.inNotes = false;
    for (const position of filled) {
      this.fillDitto(own, position, texts[position] ?? '');
      const chosen = chosenIn(texts[position] ?? '');
      if (chosen !== texts[position])
        own.fill(position, own.cell(position).saying({ text: chosen, number: null, format: null }));
    }
    this.keepLabels(own, filled);
    if (this.isTooLong(row)) own.broken = true;
    if (this.standing && this.isOtherLevel(own, texts, this.standing)) return;
    this.takeFinest(own);
    const part = this.partOf(texts);
    if (part !== null) own.part = part;
    else this.before = own;
    this.table.rows.push(own);
  }

  /** １款 総務費 with what its projects come to: a level, whose amounts are totals. */
  private headsRows(own: SheetRow, row: number): boolean {
    const level = this.levels.rows.get(row);
    if (!level) return false;
    const cell = own.cell(level.position);
    this.enter(level.depth, cell);
    return true;
  }

  /** The rows of levels in one line: a settlement has dozens. */
  sayLevels(): void {
    const [first] = this.levels.rows;
    if (!first) return;
    const [row, { text, position }] = first;
    const count = this.levels.rows.size;
    this.table.leftOut.push({
      what: `「${shortened(oneLine(text).trim())}」${count > 1 ? `など${count}行` : 'の行'}の金額`,
      why: '下の事業の合計のため（名前は事業の上位の区分として取り込みます）',
      place: place(this.sheet.name, this.sheet.cell(row, this.columns[position]?.index ?? 0).at),
    });
  }

  private enter(depth: number, cell: Cell): void {
    const level = this.levelName(cell);
    const section = { text: oneLine(cell.text), place: place(this.sheet.name, cell.at), ...level };
    this.under = [...this.under.filter((one) => one.depth < depth), { depth, section }];
    this.sections = [...this.first, ...this.under.map((one) => one.section)];
  }

  /** 分野 over the labels of levels; 款項目 names three of them. */
  private levelName({ column }: Cell): { level?: string } {
    const heading = this.columns.find(({ index }) => index === column)?.heading;
    return heading && !/[款項目]{2}|科目/.test(heading.label) ? { level: oneLine(heading.label) } : {};
  }

  /** １目 一般管理費 beside the first of its projects heads the rows below as well. */
  private takeFinest(own: SheetRow): void {
    const { finest, rows } = this.levels;
    if (finest === null) return;
    const cell = own.cell(finest);
    if (cell.text === '') return;
    this.enter(Math.max(...[...rows.values()].map(({ depth }) => depth)) + 1, cell);
    own.sections = this.sections;
    own.fill(finest, cell.saying({ text: '', number: null, format: null }));
  }

  /** 計 to the right of the name, which the row leaves blank: of the project above, or of the table. */
  private addsUpAbove(position: number): boolean {
    const name = this.columns.findIndex(({ heading }) => heading.meaning === 'project');
    return name >= 0 && position > name && this.before !== undefined;
  }

  /** 款, 項 and 目 above 事業 are totals of it and name what it stands under; 節 below it are its parts. */
  private isOtherLevel(own: SheetRow, texts: readonly string[], standing: Standing): boolean {
    const { levels, project } = standing.outline;
    const depth = standing.depthOf(texts);
    const level = levels[depth];
    if (!level) return false;
    const name = own.cell(level.name);
    if (depth > project) {
      own.part = oneLine(name.text);
      this.table.rows.push(own);
      return true;
    }
    if (depth === project) {
      for (const [position, cell] of standing.cells) if (texts[position] === '') own.fill(position, cell);
      return false;
    }
    standing.enter(depth, (position) => own.cell(position));
    // A level without figures of its own says nothing else.
    if (texts.every((text, position) => text === '' || level.positions.includes(position))) return true;
    this.table.leftOut.push({
      what: `${this.columns[level.name]?.heading.label ?? ''}の行「${shortened(oneLine(name.text))}」`,
      why: '下の事業の合計のため',
      place: place(this.sheet.name, name.at),
    });
    return true;
  }

  /** うち賄材料費 below a project, without a number of its own, is a part of the project's amounts. */
  private partOf(texts: readonly string[]): string | null {
    const name = this.columns.findIndex(({ heading }) => heading.meaning === 'project');
    const [, part] = /^[（(]?うち[、・：:\s]*(.{2,}?)[）)]?$/.exec(oneLine(texts[name] ?? '')) ?? [];
    const numbered = this.columns.some(
      ({ heading }, position) => ['number', 'serial'].includes(heading.meaning) && texts[position] !== '',
    );
    return part === undefined || numbered || !this.before ? null : part;
  }

  /** Blocks with headings of their own, each under its title: the first one's title stands above the headings. */
  headFirst(row: number): void {
    const texts = this.columns
      .map(({ index }) => this.sheet.cell(row, index))
      .filter(({ text }) => text !== '');
    const [title] = texts;
    if (this.blocks === 0 || this.first.length > 0 || !title) return;
    if (new Set(texts.map(({ at }) => at)).size > 1 || !this.isSection(title)) return;
    this.first.push({ text: oneLine(title.text), place: place(this.sheet.name, title.at) });
  }

  /** A note below the table, or a row that heads those below it. */
  private isAside(own: SheetRow, filled: readonly number[]): boolean {
    // Merged or not, more than one text is a row of the table.
    if (filled.length > 1 && this.sheet.data.merges.length === 0) return false;
    const cells = filled.map((position) => own.cell(position));
    const first = cells[0] as Cell;
    const inRow = cells.filter((cell) => !cell.covered);
    if (inRow.length !== 1 || new Set(cells.map((cell) => cell.at)).size !== 1) return false;
    const text = oneLine(first.text);
    const at = place(this.sheet.name, first.at);
    // （注）１ … and below it ２ …: its second sentence.
    const goesOn =
      this.inNotes && text.length >= 12 && (/。$/.test(text) || /^(?:[\s\d０-９]|[①-⑳])/.test(first.text));
    if (goesOn || /^(?:[※＊*]|（?注|\(注|資料[:：]|出典|備考[:：])/.test(text)) {
      this.inNotes = true;
      this.table.notes.push(text);
      this.table.leftOut.push({ what: `注記「${shortened(text)}」`, why: '表の外の説明のため', place: at });
      return true;
    }
    if (!this.isSection(first)) return false;
    const level = sectionLevel(text);
    this.sections = [...this.sections.filter((one) => sectionLevel(one.text) < level), { text, place: at }];
    return true;
  }

  /** A row that only hangs from merged cells above adds nothing. */
  private hangsFromAbove(own: SheetRow, filled: readonly number[]): boolean {
    if (this.sheet.data.merges.length === 0) return false;
    const cells = filled.map((position) => own.cell(position));
    return cells.every(
      (cell, index) => cell.covered && this.before?.cell(filled[index] as number).at === cell.at,
    );
  }

  private isTooLong(row: number): boolean {
    return this.width !== null && (this.sheet.data.texts[row]?.length ?? 0) > this.width;
  }

  private isHeadingAgain(texts: readonly string[]): boolean {
    return this.headings.some((headings) => {
      let compared = 0;
      let same = 0;
      texts.forEach((text, position) => {
        if (text !== '' || headings[position] !== '') compared += 1;
        if (text !== '' && text === headings[position]) same += 1;
      });
      return same >= 2 && same / compared > 0.7;
    });
  }

  private isTotal(texts: readonly string[]): boolean {
    // 総務部　計, merged over 部, 課 and 事業名, is one label.
    const labels = texts.filter((text, position) => text !== '' && this.labels.has(position));
    const named = [...new Set(labels)];
    // Most rows say nothing of the kind; spelling every cell would take seconds.
    if (!named.some((text) => text.length <= 30 && /計|全体|総額/.test(text))) return false;
    if (named.some((text) => saysTotal(plainHeading(text), this.vocabulary))) return true;
    // 重点事業　計, with a blank before it.
    if (named.length <= 2 && named.some((text) => /[\s\u3000](?:合\s*)?計$/.test(text.trim()))) return true;
    return (
      named.length <= 2 &&
      named.some((text) =>
        /(?:部|局|課|室|款|項|目|会計|分野|施策|政策|目標|額|費)(?:合計|小計|計|の計)$|(?:合計|小計|総計)$/.test(
          plainHeading(text).replace(/(?<=.)\([^()]*\)$/, ''),
        ),
      )
    );
  }

  /** 合計 国庫支出金, and below it 一般財源 without a name: rows of the total. */
  private goesOnWithTotal(texts: readonly string[]): boolean {
    if (this.kind < 0) return false;
    const named = texts.filter((_, position) => position !== this.kind && this.labels.has(position));
    const nameless = named.every((text) => text === '');
    if (!nameless) this.inTotal = named.some((text) => saysTotal(plainHeading(text), this.vocabulary));
    return nameless && this.inTotal;
  }

  /** 計 below 国庫支出金 and 一般財源 of one project is its amount, and no total of the table. */
  private isWhole(texts: readonly string[]): boolean {
    const { moneyAttributes } = this.vocabulary.words;
    if (this.inTotal || !this.before || !saysTotal(plainHeading(texts[this.kind] ?? ''), this.vocabulary))
      return false;
    const before = plainHeading(this.before.text(this.kind));
    return this.vocabulary.has(moneyAttributes, before) || /^その他(?:財源|特財)?$/.test(before);
  }

  /** One text over the width of the table, or one that is marked as a heading. */
  private isSection(cell: Cell): boolean {
    const span = cell.merge ? cell.merge.right - cell.merge.left + 1 : 1;
    if (span >= 3 || (span >= 2 && span >= this.columns.length / 2)) return true;
    if (
      /^(?:【.*】|[■◆●○◎▼]|第?[\d０-９]{1,2}\s*款|第[\d０-９一-十]+[章節部編]|(?:基本目標|基本方針|政策|施策|重点)[\d０-９一-十ⅠⅡⅢⅣⅤ])/.test(
        cell.text,
      )
    )
      return true;
    const position = this.columns.findIndex(({ index }) => index === cell.column);
    return cell.text.length > 1 && !this.labels.has(position)
      ? false
      : this.columns[position]?.heading.meaning === 'serial';
  }

  /** A row without a name goes on with the one above: the office it leaves blank is that one's. */
  private keepLabels(own: SheetRow, filled: readonly number[]): void {
    const named = this.columns.findIndex(({ heading }) => heading.meaning === 'project');
    if (named < 0 || filled.includes(named)) this.labelled.clear();
    for (const position of filled)
      if (this.labels.has(position)) this.labelled.set(position, own.cell(position));
  }

  private fillDitto(own: SheetRow, position: number, text: string): void {
    if (!this.vocabulary.words.ditto.includes(text) || isDash(text, this.vocabulary)) return;
    const right = this.before?.cell(position);
    const before = right?.text ? right : (this.labelled.get(position) ?? right);
    if (!before) return;
    const { number, format } = before;
    own.fill(position, own.cell(position).saying({ text: before.text, number, format }));
  }
}

/** 第1章 stands above 第1節, 【…】 above ■: the rank of a section by its mark. */
function sectionLevel(text: string): number {
  if (/^(?:第[\d０-９一-十]+[章部編]|基本目標|基本方針|【)/.test(text)) return 0;
  if (/^(?:第[\d０-９一-十]+節|政策|■|◆)/.test(text)) return 1;
  return 2;
}

/** Rows of a CSV longer than its headings: a comma without quotes has cut a cell in two. */
function tooLong(sheet: Sheet, header: Header, end: number): ReadProblem[] {
  const width = sheet.data.texts[header.bottom]?.length ?? 0;
  return sheet.data.texts.flatMap((texts, row): ReadProblem[] => {
    if (row <= header.bottom || row > end || texts.length <= width) return [];
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
function unheaded(sheet: Sheet, header: Header, end: number): LeftOut[] {
  return header.columns.flatMap(({ index, heading }): LeftOut[] => {
    if (heading.label !== '') return [];
    for (let row = header.bottom + 1; row <= end; row += 1) {
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
