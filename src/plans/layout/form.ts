// A form, one project a sheet: a label has its value to the right, small tables stand in between. Read as one row of a table.
import { chosenIn, isChoice } from '../cells/choices.ts';
import { place } from '../grid/address.ts';
import type { Cell, Sheet } from '../grid/grid.ts';
import type { LeftOut } from '../read-plan.ts';
import { below, isLabel, ownCells, rightOf, yearsSideBySide } from './form-cells.ts';
import { type Field, recordTable, yearTable } from './form-tables.ts';
import { yearRows } from './form-year-rows.ts';
import type { Column } from './header.ts';
import { readHeading } from './heading.ts';
import { type Headings, plainHeading } from './headings.ts';
import { type Table, titlesOf } from './table.ts';

/** Whether the sheet is a form: right of 事業名 stands a name, below it other labels. */
export function isForm(sheet: Sheet, vocabulary: Headings, others: readonly Sheet[] = []): boolean {
  for (let row = 0; row < Math.min(15, sheet.height); row += 1) {
    for (let column = 0; column < sheet.width; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.covered || readHeading([cell.text], vocabulary).meaning !== 'project') continue;
      const right = rightOf(sheet, cell);
      if (!right || isLabel(right.text, vocabulary)) return false;
      const under = [1, 2, 3].map((step) => {
        // What reaches over from the left is no label of this column.
        const own = sheet.cell(below(cell) + step - 1, column);
        return own.covered && (own.merge?.left ?? column) < column ? '' : own.text;
      });
      // The same words in the same place of another sheet are printed on the form.
      const isPrinted = (text: string, step: number) =>
        text !== '' && others.some((other) => other.text(below(cell) + step, column) === text);
      const labels = under.filter(
        (text, step) => isLabel(text, vocabulary) || isFormLabel(text, vocabulary) || isPrinted(text, step),
      ).length;
      const blanks = under.filter((text) => text === '').length;
      return labels >= 1 && labels + blanks >= 2;
    }
  }
  return false;
}

/** A form that nobody filled in: all that it prints stands in the same places of other sheets, beside what was filled in there. */
export function isBlankForm(sheet: Sheet, others: readonly Sheet[]): boolean {
  const cells = Array.from({ length: sheet.height }, (_, row) => ownCells(sheet, row)).flat();
  const rows = new Set(cells.map(({ row }) => row));
  if (rows.size < 5) return false;
  const filled = others.filter(
    (other) =>
      other.data !== sheet.data &&
      cells.every(({ row, column, text }) => other.text(row, column) === text) &&
      Array.from({ length: other.height }, (_, row) => ownCells(other, row)).flat().length > cells.length,
  );
  return filled.length >= 2;
}

/** The forms of a file as one table: a sheet is a row, a label a column. */
export function readForms(sheets: readonly Sheet[], vocabulary: Headings): Table {
  const columns: Column[] = [];
  const positions = new Map<string, number>();
  const forms = sheets.map((sheet) => ({ sheet, fields: fieldsOf(sheet, vocabulary) }));
  for (const { fields } of forms) {
    for (const { path, cell, unit = null } of fields) {
      const label = path.join('\u0000');
      if (positions.has(label)) continue;
      positions.set(label, columns.length);
      const heading = readHeading(path, vocabulary);
      if (unit !== null && !heading.counts) heading.unit ??= unit;
      columns.push({ index: columns.length, heading, at: cell.at });
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
        if (cells[position]?.text === '') cells[position] = chosen(cell);
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
    leftOut: forms.flatMap(({ sheet, fields }) => figuresUntold(sheet, fields)),
    problems: [],
  };
}

/** 今後の方向性 with a ticked box is what is ticked. */
function chosen(cell: Cell): Cell {
  const text = chosenIn(cell.text);
  return text === cell.text ? cell : cell.saying({ text, number: null, format: null });
}

/** Figures that stand in a form without a label that leads to them: none is dropped in silence. */
function figuresUntold(sheet: Sheet, fields: readonly Field[]): LeftOut[] {
  const taken = new Set(fields.flatMap(({ cell, path }) => (path.length > 0 ? [cell.at] : [])));
  const untold = Array.from({ length: sheet.height }, (_, row) => ownCells(sheet, row))
    .flat()
    .filter(({ text, at }) => !taken.has(at) && isFigure(text));
  const [first] = untold;
  if (!first) return [];
  const named = untold.slice(0, 5).map(({ at }) => at);
  return [
    {
      what: `様式「${sheet.name}」の数字${untold.length}個（${named.join('、')}${untold.length > 5 ? ' ほか' : ''}）`,
      why: '何の数字か読み取れないため',
      place: place(sheet.name, first.at),
    },
  ];
}

/** 1,200, ▲3.5%: nothing but a figure. */
function isFigure(text: string): boolean {
  // ① is the mark of a row.
  return !/^[①-⑳]$/.test(text) && /^[\d,.%▲△+-]*\d[\d,.%]*$/.test(text.normalize('NFKC'));
}

function fieldsOf(sheet: Sheet, vocabulary: Headings): Field[] {
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
    const records =
      yearRows(sheet, { header: row, cells }, vocabulary, indicators) ??
      recordTable(sheet, { header: row, cells }, vocabulary, indicators);
    if (records) {
      fields.push(...records.fields);
      indicators = records.indicators;
      row = records.end;
      continue;
    }
    if (cells.length === 1 && cells[0]) {
      const [only] = cells;
      const under = sheet.cell(below(only), only.column);
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
      if (isFigure(label.text)) continue;
      // （単位：千円） beside the name of a section says what its figures are counted in.
      if (/^[（(]?単位/.test(value.text)) continue;
      // The town in the corner is no label of what stands beside it.
      if (/^[一-龠ヶケ々ぁ-んァ-ン]{1,7}[都道府県市区町村]$/.test(label.text)) continue;
      if (isLabel(value.text, vocabulary) || isFormLabel(value.text, vocabulary)) continue;
      // 行政事業レビューシート beside the ministry is the title.
      if (/(?:シート|調書|個票|カード|評価[表票])(?:[(（][^)）]*[)）])?$/.test(label.text)) continue;
      const choices = choicesFrom(cells, index + 1);
      const all = choices.map(({ text }) => text).join(' ');
      fields.push({
        path: [label.text],
        cell: choices.length > 1 ? value.saying({ text: all, number: null, format: null }) : value,
      });
      index += Math.max(1, choices.length);
    }
  }
  return fields;
}

/** □拡充 | ■現状維持 | □縮小 in cells of their own. */
function choicesFrom(cells: readonly Cell[], from: number): Cell[] {
  const end = cells.findIndex(({ text }, index) => index >= from && !isChoice(text));
  return cells.slice(from, end < 0 ? cells.length : end);
}

function isFormLabel(text: string, vocabulary: Headings): boolean {
  return vocabulary.has(vocabulary.words.formLabels, plainHeading(text));
}
