// Small tables inside a form: years side by side over amounts or indicators, and indicators in rows of their own.
import type { Cell, Sheet } from '../grid/grid.ts';
import { isLabel, isYear, ownCells } from './form-cells.ts';
import { belowFigures, belowYears } from './form-heads.ts';
import type { Meaning } from './heading/meaning.ts';
import { readHeading } from './heading.ts';
import { type Headings, plainHeading } from './headings.ts';

/** A value of a form under the labels that lead to it. */
export interface Field {
  path: string[];
  cell: Cell;
  /** What the section it stands in counts in: 予算額・執行額（単位：百万円）. */
  unit?: string | null;
}

/** What a table of a form gives. */
export interface Inner {
  fields: Field[];
  indicators: number;
  /** The last row it covers. */
  end: number;
}

/** R5 | R6 | R7 over rows of 予算, 決算 or of indicators with their target and actual. */
export function yearTable(
  sheet: Sheet,
  heads: { header: number; years: readonly Cell[] },
  vocabulary: Headings,
  counted: number,
): Inner {
  const shape = yearShape(sheet, heads, vocabulary);
  const { firstYear, section, columns, headed, isKpi } = shape;
  const fields: Field[] = [];
  const indicators = new Indicators(shape, vocabulary, counted);
  let row = shape.lastHead + 1;
  for (; row < sheet.height; row += 1) {
    const labels = labelsOf(sheet, row, { firstYear, section });
    const values = columns.map(({ head, under, column }) => ({
      over: under === '' ? [head.text] : [under, head.text],
      cell: sheet.cell(row, column),
    }));
    const told = values.map(({ cell }) => cell);
    if (isSectionRow(sheet, row, firstYear) || endsTable(labels, told, { firstYear, isKpi }, vocabulary))
      break;
    const empty = !ownCells(sheet, row).some((cell) => cell.column >= firstYear);
    if (!isKpi && empty && labels.length >= 2) break;
    if (isKpi) {
      const own = indicators.fieldsOf(labels, values);
      if (own === null) break;
      fields.push(...own);
      continue;
    }
    const path = labels.map(({ text }) => text).filter((text) => text !== headed[0]?.text);
    // 区分 over the labels says nothing of the figures.
    const over = headed.slice(0, 1).filter((cell) => shape.meaningAt(cell.column) !== 'row-kind');
    const named = section && !saysMoneyOnly(section.text) ? [section.text] : [];
    for (const { over: above, cell } of values)
      fields.push({
        path: [...named, ...over.map(({ text }) => text), ...path, ...above],
        cell,
        unit: shape.unit,
      });
  }
  return { fields, indicators: indicators.count, end: Math.max(heads.header, row - 1) };
}

/** What stands over and beside the figures of such a table. */
function yearShape(
  sheet: Sheet,
  { header, years }: { header: number; years: readonly Cell[] },
  vocabulary: Headings,
) {
  const firstYear = Math.min(...years.map(({ column }) => column));
  const heads = Array.from({ length: firstYear }, (_, column) => sheet.cell(header, column));
  const all = heads.filter((cell) => cell.text !== '' && !isYear(cell.text, vocabulary));
  const { columns, lastHead } = belowYears(sheet, { header, years }, vocabulary);
  const section = sectionBeside(sheet, all, { lastHead, firstYear });
  const headed = all.filter((cell) => cell.at !== section?.at);
  const meaningAt = (column: number) => readHeading([sheet.cell(header, column).text], vocabulary).meaning;
  const isKpi = headed.some(({ text }) => readHeading([text], vocabulary).meaning === 'kpi-name');
  const unit = section ? readHeading([section.text], vocabulary).unit : null;
  return { firstYear, columns, lastHead, section, headed, meaningAt, isKpi, unit };
}

/** The indicators of such a table, one after the other. */
class Indicators {
  private nameAt = '';
  private called = '';

  constructor(
    private readonly shape: ReturnType<typeof yearShape>,
    private readonly vocabulary: Headings,
    public count: number,
  ) {}

  /** The fields of one row; null where no indicator has been named yet. */
  fieldsOf(labels: readonly Cell[], values: readonly { over: string[]; cell: Cell }[]): Field[] | null {
    const { vocabulary } = this;
    const meaningOf = (cell: Cell) => this.shape.meaningAt(cell.merge?.left ?? cell.column);
    const fields: Field[] = [];
    const name = labels.find((cell) => meaningOf(cell) === 'kpi-name');
    if (name && name.at !== this.nameAt) {
      this.nameAt = name.at;
      this.count += 1;
      this.called = this.groupOf(labels, name);
      fields.push({ path: [this.called, '名称'], cell: name });
    }
    if (this.nameAt === '') return null;
    const unitCell = labels.find((label) => meaningOf(label) === 'unit');
    if (unitCell) fields.push({ path: [this.called, '単位'], cell: unitCell });
    const kinds = kindsIn(
      labels.filter((label) => label !== name && label !== unitCell),
      meaningOf,
      vocabulary,
    );
    for (const { over, cell } of values)
      if (!pullsApart(kinds, over, vocabulary)) fields.push({ path: [this.called, ...kinds, ...over], cell });
    return fields;
  }

  /** 成果指標1: what stands over the indicator, or 指標, with its number. */
  private groupOf(labels: readonly Cell[], name: Cell): string {
    const { section } = this.shape;
    const group = [...labels, ...(section ? [section] : [])]
      .filter((label) => label !== name)
      .map(({ text }) => groupNamed(text, this.vocabulary))
      .find((text) => text !== null);
    return `${group ?? '指標'}${this.count}`;
  }
}

/** Nothing stands left of the figures, or a row goes on with other things. */
function endsTable(
  labels: readonly Cell[],
  told: readonly Cell[],
  { firstYear, isKpi }: { firstYear: number; isKpi: boolean },
  vocabulary: Headings,
): boolean {
  if (labels.length === 0 || (isKpi && remarks(labels, told))) return true;
  return endsYears(told, firstYear, vocabulary);
}

/** 評価 | B | 方向性 | 継続, コメント | 順調 below the indicators: labels with their values again, and no figure. */
function remarks(cells: readonly Cell[], figures: readonly Cell[]): boolean {
  const [first] = cells;
  const label = /^.{0,8}(?:評価|方向性?|コメント|所見|意見|課題|判定|理由|備考|取組|方針)$/;
  return (
    first !== undefined &&
    label.test(plainHeading(first.text)) &&
    figures.every(({ text }) => !/[\d０-９－-]/.test(text))
  );
}

/** 実績 and 達成率 below 最終目標（令和10年度）: there is none. */
function pullsApart(kinds: readonly string[], over: readonly string[], vocabulary: Headings): boolean {
  const meaning = (text: string) => readHeading([text], vocabulary).meaning;
  return (
    over.some((text) => meaning(text) === 'target') &&
    kinds.some((text) => ['actual', 'rate'].includes(meaning(text)))
  );
}

/** The labels left of the years, each merged block once. */
function labelsOf(
  sheet: Sheet,
  row: number,
  { firstYear, section }: { firstYear: number; section: Cell | undefined },
): Cell[] {
  const labels: Cell[] = [];
  for (let column = 0; column < firstYear; column += 1) {
    const cell = sheet.cell(row, column);
    if (cell.text !== '' && cell.at !== section?.at && labels.at(-1)?.at !== cell.at) labels.push(cell);
  }
  return labels;
}

/** A row that goes on with other years, with labels, or with a text over all the years: label → value again. */
function endsYears(cells: readonly Cell[], firstYear: number, vocabulary: Headings): boolean {
  if (cells.some(({ text, merge }) => text !== '' && (merge?.left ?? firstYear) < firstYear)) return true;
  if (cells.filter(({ text }) => isYear(text, vocabulary)).length >= 2) return true;
  return cells.some(({ text }) => isLabel(text, vocabulary));
}

/** 活動指標, and 活動 in a column that says which kind of indicator each is; null for any other text. */
function groupNamed(text: string, vocabulary: Headings): string | null {
  const { kpi, kpiGroups } = vocabulary.words;
  const plain = plainHeading(text);
  if (vocabulary.has(kpi.actual, plain)) return null;
  if (/^(?:活動|成果)$/.test(plain)) return `${plain}指標`;
  return vocabulary.has(kpiGroups, plain) ? plain : null;
}

/** What a row of an indicator holds: 目標, 実績. */
function kindsIn(
  labels: readonly Cell[],
  meaningOf: (cell: Cell) => Meaning,
  vocabulary: Headings,
): string[] {
  return labels.flatMap((label) => {
    // 活動実績 beside the years is what they hold, 活動指標 is what the name is one of.
    if (vocabulary.has(vocabulary.words.kpi.actual, plainHeading(label.text))) return ['実績'];
    if (groupNamed(label.text, vocabulary) !== null) return [];
    return meaningOf(label) === 'row-kind' || isLabel(label.text, vocabulary) ? [label.text] : [];
  });
}

/** 予算額・執行額 merged beside the years and all the rows below them. */
function sectionBeside(
  sheet: Sheet,
  heads: readonly Cell[],
  { lastHead, firstYear }: { lastHead: number; firstYear: number },
): Cell | undefined {
  const [first] = heads;
  if (!first?.merge || first.merge.bottom <= lastHead) return undefined;
  for (let column = first.merge.right + 1; column < firstYear; column += 1)
    if (sheet.text(lastHead, column) !== '' || sheet.text(lastHead + 1, column) !== '') return first;
  return undefined;
}

/** ３　評価 alone at the left edge heads what comes below; a blank row of 実績 begins further right. */
function isSectionRow(sheet: Sheet, row: number, firstYear: number): boolean {
  const [only, ...others] = ownCells(sheet, row);
  return only !== undefined && others.length === 0 && only.column === 0 && firstYear > 1;
}

/** 指標名 | 単位 | 基準値 | 目標値 (R9) over rows of indicators, without a row of years. */
export function recordTable(
  sheet: Sheet,
  { header, cells }: { header: number; cells: readonly Cell[] },
  vocabulary: Headings,
  counted: number,
): Inner | null {
  const headings = cells.map((cell) => ({ cell, heading: readHeading([cell.text], vocabulary) }));
  const name = headings.find(({ heading }) => heading.meaning === 'kpi-name');
  const figures = headings.filter(({ heading }) =>
    ['target', 'actual', 'baseline', 'current', 'rate'].includes(heading.meaning),
  );
  if (!name || figures.length < 1 || headings.length < 3) return null;
  const fields: Field[] = [];
  const heads = figures.map(({ cell }) => cell);
  const { columns, lastHead } = belowFigures(sheet, { header, heads }, vocabulary);
  let indicators = counted;
  let row = lastHead + 1;
  for (; row < sheet.height; row += 1) {
    const own = sheet.cell(row, name.cell.column);
    if (own.text === '' || isLabel(own.text, vocabulary)) break;
    // 総合評価 | A below the indicators is a label with its value again.
    const told = columns.map(({ column }) => sheet.cell(row, column));
    if (told.every(({ text }) => text === '') || remarks(ownCells(sheet, row), told)) break;
    // ３　評価 over the whole width heads the next section; a text over several figures is none of them.
    if (columns.some(({ column }) => (sheet.cell(row, column).merge?.left ?? column) < column)) break;
    indicators += 1;
    for (const { head, under, column } of columns) {
      const path = [`指標${indicators}`, head.text, ...(under === '' ? [] : [under])];
      fields.push({ path, cell: sheet.cell(row, column) });
    }
    for (const { cell, heading } of headings) {
      if (heads.includes(cell)) continue;
      const value = sheet.cell(row, cell.column);
      const part = heading.meaning === 'kpi-name' ? '名称' : heading.meaning === 'unit' ? '単位' : cell.text;
      fields.push({ path: [`指標${indicators}`, part], cell: value });
    }
  }
  return indicators === counted ? null : { fields, indicators, end: row - 1 };
}

/** 予算額・執行額（単位：百万円）: the rows say themselves which of them they are. */
function saysMoneyOnly(text: string): boolean {
  const plain = plainHeading(text).replace(/\(?単位.*$/, '');
  return /^(?:予算|執行|決算|事業費|コスト|経費|実績|計画|推移|状況|額|[・、/及びと()の])+$/.test(plain);
}
