// A form, one project a sheet: a label has its value to the right, small tables stand in between. Read as one row of a table.
import type { Cell, Sheet } from '../grid/grid.ts';
import type { Column } from './header.ts';
import { readHeading } from './heading.ts';
import { type Table, titlesOf } from './table.ts';
import { plainHeading, type Vocabulary } from './vocabulary.ts';

/** A value of a form under the labels that lead to it. */
interface Field {
  path: string[];
  cell: Cell;
}

/** Whether the sheet is a form: right of 事業名 stands a name, below it other labels. */
export function isForm(sheet: Sheet, vocabulary: Vocabulary, others: readonly Sheet[] = []): boolean {
  for (let row = 0; row < Math.min(15, sheet.height); row += 1) {
    for (let column = 0; column < sheet.width; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.covered || readHeading([cell.text], vocabulary).meaning !== 'project') continue;
      const right = rightOf(sheet, cell);
      if (!right || isLabel(right.text, vocabulary)) return false;
      const below = [1, 2, 3].map((step) => {
        // What reaches over from the left is no label of this column.
        const under = sheet.cell(below1(cell) + step - 1, column);
        return under.covered && (under.merge?.left ?? column) < column ? '' : under.text;
      });
      // The same words in the same place of another sheet are printed on the form.
      const isPrinted = (text: string, step: number) =>
        text !== '' && others.some((other) => other.text(below1(cell) + step, column) === text);
      const labels = below.filter(
        (text, step) =>
          isLabel(text, vocabulary) ||
          vocabulary.has(vocabulary.words.formLabels, plainHeading(text)) ||
          isPrinted(text, step),
      ).length;
      const blanks = below.filter((text) => text === '').length;
      return labels >= 1 && labels + blanks >= 2;
    }
  }
  return false;
}

/** The forms of a file as one table: a sheet is a row, a label a column. */
export function readForms(sheets: readonly Sheet[], vocabulary: Vocabulary): Table {
  const columns: Column[] = [];
  const positions = new Map<string, number>();
  const forms = sheets.map((sheet) => ({ sheet, fields: fieldsOf(sheet, vocabulary) }));
  for (const { fields } of forms) {
    for (const { path, cell } of fields) {
      const label = path.join('\u0000');
      if (positions.has(label)) continue;
      positions.set(label, columns.length);
      columns.push({ index: columns.length, heading: readHeading(path, vocabulary), at: cell.at });
    }
  }
  return {
    kind: 'form',
    sheets: sheets.map(({ name }) => name),
    columns,
    rows: forms.map(({ sheet, fields }) => {
      const blank = sheet.cell(0, sheet.width + 1);
      const cells: Cell[] = columns.map(() => blank.saying({ text: '', number: null, format: null }));
      for (const { path, cell } of fields) {
        const position = positions.get(path.join('\u0000')) ?? 0;
        if (cells[position]?.text === '') cells[position] = cell;
      }
      return {
        sheet: sheet.name,
        hidden: false,
        sections: [],
        cell: (position: number) => cells[position] as Cell,
        text: (position: number) => cells[position]?.text ?? '',
      };
    }),
    titles: sheets.flatMap((sheet) => [
      ...titlesOf(sheet, Math.min(3, sheet.height)),
      ...titlesOf(sheet, sheet.height).filter(({ text }) => /単位/.test(text)),
    ]),
    notes: [],
    leftOut: [],
    problems: [],
  };
}

function below1(cell: Cell): number {
  return (cell.merge?.bottom ?? cell.row) + 1;
}

/** The next cell with text right of a cell and its merge. */
function rightOf(sheet: Sheet, cell: Cell): Cell | undefined {
  for (let column = (cell.merge?.right ?? cell.column) + 1; column < sheet.width; column += 1) {
    const right = sheet.cell(cell.row, column);
    if (right.text !== '') return right;
  }
  return undefined;
}

function isLabel(text: string, vocabulary: Vocabulary): boolean {
  if (text === '') return false;
  const { meaning } = readHeading([text], vocabulary);
  return meaning !== 'attribute' && meaning !== 'year-only';
}

function isYear(text: string, vocabulary: Vocabulary): boolean {
  return text !== '' && readHeading([text], vocabulary).meaning === 'year-only';
}

/** R4決算 | R5決算 | R6予算 as well, but not R6決算 | 1,200 | R7予算 | 1,400. */
function yearsSideBySide(cells: readonly Cell[], vocabulary: Vocabulary): Cell[] {
  const bare = cells.filter(({ text }) => isYear(text, vocabulary));
  if (bare.length >= 2) return bare;
  const isHead = ({ text }: Cell) => {
    const { meaning, fy } = readHeading([text], vocabulary);
    return fy !== null && (meaning === 'money' || meaning === 'year-only');
  };
  const first = cells.findIndex(isHead);
  const last = cells.findLastIndex(isHead);
  const between = first < 0 ? [] : cells.slice(first, last + 1);
  return between.every(isHead) ? between : [];
}

/** Each own cell of a row. */
function ownCells(sheet: Sheet, row: number): Cell[] {
  return Array.from({ length: sheet.width }, (_, column) => sheet.cell(row, column)).filter(
    (cell) =>
      cell.text !== '' &&
      !(cell.covered && cell.merge?.left !== cell.column) &&
      !(cell.merge && cell.merge.top !== row),
  );
}

function fieldsOf(sheet: Sheet, vocabulary: Vocabulary): Field[] {
  const fields: Field[] = [];
  let indicators = 0;
  for (let row = 0; row < sheet.height; row += 1) {
    const cells = ownCells(sheet, row);
    const years = yearsSideBySide(cells, vocabulary);
    if (years.length >= 2) {
      const inner = yearTable(sheet, { header: row, years }, vocabulary, indicators);
      fields.push(...inner.fields);
      indicators = inner.indicators;
      row = inner.end;
      continue;
    }
    const records = recordTable(sheet, { header: row, cells }, vocabulary, indicators);
    if (records) {
      fields.push(...records.fields);
      indicators = records.indicators;
      row = records.end;
      continue;
    }
    if (cells.length === 1 && cells[0]) {
      const [only] = cells;
      const under = sheet.cell(below1(only), only.column);
      // 事業概要 in a line of its own with the text below it.
      if (
        readHeading([only.text], vocabulary).meaning === 'summary' &&
        under.text !== '' &&
        !isLabel(under.text, vocabulary)
      )
        fields.push({ path: [only.text], cell: under });
      continue;
    }
    for (let index = 0; index < cells.length; index += 1) {
      const [label, value] = [cells[index], cells[index + 1]];
      if (!label || !value) break;
      // A label is in words; a value that looks like one (担当課 right of 事業名) means that nothing was filled in.
      if (/^[\d,.%▲△+-]+$/.test(label.text.normalize('NFKC'))) continue;
      // （単位：千円） beside the name of a section says what its figures are counted in.
      if (/^[（(]?単位/.test(value.text)) continue;
      // The town in the corner is no label of what stands beside it.
      if (/^[一-龠ヶケ々ぁ-んァ-ン]{1,7}[都道府県市区町村]$/.test(label.text)) continue;
      if (isLabel(value.text, vocabulary)) continue;
      fields.push({ path: [label.text], cell: value });
      index += 1;
    }
  }
  return fields;
}

interface Inner {
  fields: Field[];
  indicators: number;
  /** The last row it covers. */
  end: number;
}

/** R5 | R6 | R7 over rows of 予算, 決算 or of indicators with their target and actual. */
function yearTable(
  sheet: Sheet,
  { header, years }: { header: number; years: readonly Cell[] },
  vocabulary: Vocabulary,
  counted: number,
): Inner {
  const firstYear = Math.min(...years.map(({ column }) => column));
  const heads = Array.from({ length: firstYear }, (_, column) => sheet.cell(header, column));
  const headed = heads.filter((cell) => cell.text !== '' && !isYear(cell.text, vocabulary));
  const meaningAt = (column: number) => readHeading([sheet.cell(header, column).text], vocabulary).meaning;
  const isKpi =
    headed.some(({ text }) => ['kpi-name', 'row-kind'].includes(readHeading([text], vocabulary).meaning)) &&
    headed.some(({ text }) => readHeading([text], vocabulary).meaning === 'kpi-name');
  const fields: Field[] = [];
  let indicators = counted;
  let nameAt = '';
  let called = '';
  let row = header + 1;
  for (; row < sheet.height; row += 1) {
    const labels: Cell[] = [];
    for (let column = 0; column < firstYear; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.text !== '' && labels.at(-1)?.at !== cell.at) labels.push(cell);
    }
    const values = years.map((year) => ({ year, cell: sheet.cell(row, year.column) }));
    const first = labels[0];
    if (isSectionRow(sheet, row, firstYear)) break;
    if (labels.length === 0 || values.every(({ cell }) => cell.text === '' && labels.length < 1)) break;
    if (values.filter(({ cell }) => isYear(cell.text, vocabulary)).length >= 2) break;
    // A row whose values are labels or texts is back to label → value.
    if (values.some(({ cell }) => isLabel(cell.text, vocabulary))) break;
    if (
      first &&
      !isKpi &&
      !ownCells(sheet, row).some((cell) => cell.column >= firstYear) &&
      labels.length >= 2
    )
      break;
    if (!isKpi) {
      const path = labels.map(({ text }) => text).filter((text) => text !== headed[0]?.text);
      // 区分 over the labels says nothing of the figures.
      const over = headed.slice(0, 1).filter((cell) => meaningAt(cell.column) !== 'row-kind');
      for (const { year, cell } of values)
        fields.push({ path: [...over.map(({ text }) => text), ...path, year.text], cell });
      continue;
    }
    const name = labels.find((cell) => meaningAt(cell.merge?.left ?? cell.column) === 'kpi-name');
    if (name && name.at !== nameAt) {
      nameAt = name.at;
      indicators += 1;
      const group = labels.find(({ text }) => vocabulary.has(vocabulary.words.kpiGroups, plainHeading(text)));
      called = `${group && group !== name ? plainHeading(group.text) : '指標'}${indicators}`;
      fields.push({ path: [called, '名称'], cell: name });
    }
    if (nameAt === '') break;
    const kinds: string[] = [];
    for (const label of labels) {
      const meaning = meaningAt(label.merge?.left ?? label.column);
      if (meaning === 'unit') fields.push({ path: [called, '単位'], cell: label });
      else if (vocabulary.has(vocabulary.words.kpiGroups, plainHeading(label.text))) continue;
      else if (label !== name && (meaning === 'row-kind' || isLabel(label.text, vocabulary)))
        kinds.push(label.text);
    }
    for (const { year, cell } of values) fields.push({ path: [called, ...kinds, year.text], cell });
  }
  return { fields, indicators, end: Math.max(header, row - 1) };
}

/** ３　評価 alone at the left edge heads what comes below; a blank row of 実績 begins further right. */
function isSectionRow(sheet: Sheet, row: number, firstYear: number): boolean {
  const [only, ...others] = ownCells(sheet, row);
  return only !== undefined && others.length === 0 && only.column === 0 && firstYear > 1;
}

/** 指標名 | 単位 | 基準値 | 目標値 (R9) over rows of indicators, without a row of years. */
function recordTable(
  sheet: Sheet,
  { header, cells }: { header: number; cells: readonly Cell[] },
  vocabulary: Vocabulary,
  counted: number,
): Inner | null {
  const headings = cells.map((cell) => ({ cell, heading: readHeading([cell.text], vocabulary) }));
  const name = headings.find(({ heading }) => heading.meaning === 'kpi-name');
  const figures = headings.filter(({ heading }) =>
    ['target', 'actual', 'baseline', 'current', 'rate'].includes(heading.meaning),
  );
  if (!name || figures.length < 1 || headings.length < 3) return null;
  const fields: Field[] = [];
  let indicators = counted;
  let row = header + 1;
  for (; row < sheet.height; row += 1) {
    const own = sheet.cell(row, name.cell.column);
    if (own.text === '' || isLabel(own.text, vocabulary)) break;
    // 総合評価 | A below the indicators is a label with its value again.
    if (figures.every(({ cell }) => sheet.cell(row, cell.column).text === '')) break;
    indicators += 1;
    for (const { cell, heading } of headings) {
      const value = sheet.cell(row, cell.column);
      const part = heading.meaning === 'kpi-name' ? '名称' : heading.meaning === 'unit' ? '単位' : cell.text;
      fields.push({ path: [`指標${indicators}`, part], cell: value });
    }
  }
  return indicators === counted ? null : { fields, indicators, end: row - 1 };
}
