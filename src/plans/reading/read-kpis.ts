// The KPIs of a row: each name with its unit, base, targets, actuals and rates, several of them where the row holds several.

import { isDash } from '../cells/read-cell.ts';
import type { Cell } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import { oneLine } from '../layout/table.ts';
import type { ColumnPlan } from '../mapping/column-plan.ts';
import { printedDirection } from '../mapping/directions.ts';
import { attributeFigure } from './attribute-cells.ts';
import type { Building } from './collector.ts';
import { type FigureResult, rateFigure, textFigure, unitFigure } from './figures.ts';
import { figuresFor, listedIn } from './kpi-cells.ts';
import { withoutRepeat } from './repeated-rows.ts';
import { type ColumnStates, isAhead, type RowReader, yearIn } from './row-reader.ts';
import { placeOf } from './row-subjects.ts';
import { isTwin, twinColumn } from './twin-names.ts';
import { valueAdder } from './value-adder.ts';

/** Reads every KPI of the row. */
export function readKpis(reader: RowReader, project: Building | null, states: ColumnStates): void {
  const { planned, row } = reader;
  for (const nameColumn of planned.columns) {
    if (nameColumn.role !== 'kpi-name' || nameColumn.leftOut !== null) continue;
    const nameCell = reader.cell(nameColumn);
    if (nameCell.text === '' || isDash(nameCell.text, reader.vocabulary)) continue;
    const names = listedIn(nameCell.text).map(oneLine);
    const columns = planned.columns.filter(
      ({ indicator, role, leftOut }) =>
        leftOut === null && role !== 'kpi-name' && indicator !== null && indicator === nameColumn.indicator,
    );
    names.forEach((written, index) => {
      if (written === '') return;
      const { name: printed, repeated } = withoutRepeat(written);
      const name = toldApart(reader, nameColumn, printed);
      const listed = repeated || row.repeated ? reader.collector.kpiNamed(name) : undefined;
      const scope = project?.key ?? row.path.map((step) => step.name).join('/');
      const key = listed?.key ?? (scope === '' ? name : `${scope}/${name}`);
      const kpi = reader.collector.subject({ kind: 'kpi', key, name, place: placeOf(nameCell) }, row.path);
      if (project && !(kpi.projects ?? []).includes(project.key))
        kpi.projects = [...(kpi.projects ?? []), project.key];
      kpi.takeOffice(row.department?.name);
      readKpi(reader, states, kpi, { nameColumn, columns, index, of: names.length });
      readOwnColumns(reader, states, kpi, project);
    });
  }
}

/** 成人の喫煙率 of 男性 and of 女性 are two KPIs: where a name stands in several rows, a word of the row is put behind it. */
function toldApart({ planned, row }: RowReader, nameColumn: ColumnPlan, name: string): string {
  const column = twinColumn(planned, nameColumn);
  if (!column || !isTwin(planned, nameColumn, row.row)) return name;
  const word = oneLine(row.row.text(column.position));
  return word === '' || name.includes(word) ? name : `${name}（${word}）`;
}

/** 目指す方向: what the column is asked by, as it is printed. */
export function directionColumn({ heading }: ColumnPlan): string {
  return oneLine(heading.label).normalize('NFKC');
}

/** The columns of an indicator, and which of the figures in one cell is meant. */
interface Entry {
  nameColumn: ColumnPlan;
  columns: readonly ColumnPlan[];
  index: number;
  of: number;
}

function readKpi(
  reader: RowReader,
  states: ColumnStates,
  kpi: Building,
  { nameColumn, columns, ...entry }: Entry,
): void {
  const add = valueAdder(reader, kpi);
  const part = (column: ColumnPlan): Cell | null => {
    const cell = reader.cell(column);
    const figures = figuresFor(cell.text, entry.of);
    if (figures === null) {
      add(['', null], mismatch(cell, entry.of), placeOf(cell));
      return null;
    }
    // Of several figures in one cell the raw number is that of none.
    return entry.of === 1 && figures[0] === cell.text
      ? cell
      : cell.saying({ text: figures[entry.index] ?? '', number: null, format: null });
  };
  const single = (role: ColumnPlan['role']) => {
    const column = columns.find((one) => one.role === role);
    return column ? reader.cell(column) : null;
  };
  const unitCell = columns.find(({ role }) => role === 'kpi-unit');
  const unitText = unitCell ? oneLine(part(unitCell)?.text ?? '') : '';
  const direction = printedDirection(single('direction')?.text ?? '') ?? arrowIn(reader);
  if (direction) kpi.direction ??= direction;
  const arrow = columns.find(({ role }) => role === 'direction');
  if (arrow && reader.cell(arrow).text !== '')
    add([directionColumn(arrow), null], textFigure(reader.cell(arrow)), placeOf(reader.cell(arrow)));
  if (nameColumn.group !== null)
    add(
      ['指標の種類', null],
      { figure: { value: null, word: nameColumn.group, text: nameColumn.group, unit: null } },
      placeOf(reader.cell(nameColumn)),
    );
  const resultOf = figureReader(reader, { states, kpi, columns, unitText });
  for (const column of columns) {
    const { attribute, fy } = kpiAttribute(reader, column, single);
    if (attribute === null) continue;
    const cell = part(column);
    if (!cell) continue;
    add([attribute, fy], resultOf(column, cell, attribute), placeOf(cell));
  }
}

/** Reads the figures of a KPI: rates, shares that Excel holds as fractions, and everything else in its unit. */
function figureReader(
  reader: RowReader,
  {
    states,
    kpi,
    columns,
    unitText,
  }: { states: ColumnStates; kpi: Building; columns: readonly ColumnPlan[]; unitText: string },
): (column: ColumnPlan, cell: Cell, attribute: string) => FigureResult {
  const { vocabulary } = reader;
  const unit =
    unitText === '' || isDash(unitText, vocabulary) ? null : unitText.replace(/^[(（]|[)）]$/g, '');
  const cells = columns.map(reader.cell);
  const percent = mayBePercent(unitText, cells);
  const sheetUnit = countsMoney(columns) || namesMoney(kpi.name) ? reader.sheetUnit : null;
  const unitOf = (column: ColumnPlan, cell: Cell) =>
    unit ??
    column.unit ??
    unitInName(kpi.name, cell, vocabulary) ??
    unitInRemarks(reader, cell) ??
    kpi.unit() ??
    sheetUnit ??
    reader.countedUnit;
  return (column, cell, attribute) => {
    if (attribute === 'rate') return rateFigure(cell, states.fraction(column), vocabulary);
    const wanted = unitOf(column, cell);
    const isShare =
      percent && (wanted === null || isPercent(wanted)) && isFraction(cell) && !besideLarger(cell, cells);
    return isShare ? rateFigure(cell, 'refuse', vocabulary) : unitFigure(cell, wanted, vocabulary);
  };
}

/** ↓ alone in a column of remarks. */
function arrowIn({ planned, cell }: RowReader): ReturnType<typeof printedDirection> {
  const arrows = planned.columns.filter(
    (column) => column.role === 'attribute' && /^[↑↓→⬆⬇➡↗↘]$/.test(cell(column).text),
  );
  const [only, more] = arrows;
  return only && !more ? printedDirection(cell(only).text) : null;
}

/** 給付費, 寄附額 below （単位：千円）: the KPI's own name says that money is counted. */
function namesMoney(name: string): boolean {
  return /(?:費|額|金|料|税|収入|支出|歳入|歳出|残高)$/.test(name.replace(/[（(][^（()）]*[)）]$/, ''));
}

/** R5決算 | R6決算見込 | R7: the figures are amounts, in the unit above the table. */
function countsMoney(columns: readonly ColumnPlan[]): boolean {
  return columns.some(({ heading }) => heading.meaning === 'money');
}

/** Target, actual, base or rate, and of which year; null for columns that are none of these or are still to be asked. */
function kpiAttribute(
  reader: RowReader,
  column: ColumnPlan,
  single: (role: ColumnPlan['role']) => Cell | null,
): { attribute: string | null; fy: number | null } {
  const { confirmed, rowKind } = reader;
  const paperYear = reader.planned.table.year ?? confirmed.year;
  const own = column.fy ?? (column.relative !== null || column.block ? reader.yearOf(column) : null);
  const fy = own ?? reader.row.fy;
  switch (column.role) {
    case 'baseline':
      return { attribute: 'baseline', fy: own ?? yearIn(single('baseline-year')) };
    case 'current':
      if (confirmed.current === null) return { attribute: null, fy: null };
      return {
        attribute: confirmed.current,
        fy:
          own ??
          yearIn(single('baseline-year')) ??
          (confirmed.current === 'actual' ? (reader.row.fy ?? paperYear) : null),
      };
    case 'target': {
      const said = own ?? yearIn(single('target-year')) ?? reader.row.fy;
      return {
        attribute: 'target',
        fy: said ?? (typeof confirmed.targetYear === 'number' ? confirmed.targetYear : null),
      };
    }
    case 'actual':
    case 'rate':
      return { attribute: column.role, fy: fy ?? paperYear };
    case 'kpi-value':
    case 'amount': {
      const ahead = isAhead(column);
      const kind =
        rowKind && rowKind.role !== 'money'
          ? rowKind.role
          : ahead === null
            ? confirmed.kpiValue
            : ahead
              ? 'target'
              : 'actual';
      return { attribute: kind, fy: fy ?? paperYear };
    }
    default:
      return { attribute: null, fy: null };
  }
}

/** In a table of KPIs alone the other columns are the KPI's; beside projects those that speak of the KPI. */
function readOwnColumns(
  reader: RowReader,
  states: ColumnStates,
  kpi: Building,
  project: Building | null,
): void {
  const add = valueAdder(reader, kpi);
  const { row } = reader;
  if (row.department && project === null)
    add(
      ['department', null],
      { figure: { value: null, word: row.department.name, text: row.department.name, unit: null } },
      row.department.place,
    );
  for (const column of reader.planned.columns) {
    const cell = reader.cell(column);
    if (column.leftOut !== null || cell.text === '' || !column.attribute || column.role !== 'attribute')
      continue;
    if (project !== null && column.attribute.of !== 'kpi') continue;
    const { id, byYear } = column.attribute;
    add([id, byYear ? reader.yearOf(column) : null], attributeFigure(reader, states, column), placeOf(cell));
  }
}

/** 0.3 beside a printed ポイント, or beside a dash for no unit, is 0.3. */
function mayBePercent(unitText: string, cells: readonly Cell[]): boolean {
  return (unitText === '' || isPercent(unitText)) && cells.some(({ text }) => isPercent(text));
}

const isPercent = (text: string) => /[%％]/.test(text);

function isFraction(cell: Cell): boolean {
  const value = Number(cell.text.normalize('NFKC'));
  return cell.text !== '' && !Number.isInteger(value) && Math.abs(value) < 2;
}

/** 1.9 beside 2.1 and 2.6 is 1.9 per cent; 0.9 beside 98 may be 90. */
function besideLarger(cell: Cell, others: readonly Cell[]): boolean {
  const value = Math.abs(Number(cell.text.normalize('NFKC')));
  return others.some(({ text }) => {
    const other = Math.abs(Number(text.normalize('NFKC')));
    return text !== '' && other >= 2 && other <= value * 20;
  });
}

function mismatch(cell: Cell, count: number): FigureResult {
  return {
    problem: {
      place: placeOf(cell),
      what: `1つのセルに指標が${count}個ありますが、このセルの数字は${count}個に分けられません`,
      cure: '指標ごとに行を分けるか、指標と同じ順に1行に1つずつ書いてください',
    },
  };
}

/** 単位：％ in a column of remarks is what the bare figures of its row count. */
function unitInRemarks({ planned, cell: cellOf }: RowReader, cell: Cell): string | null {
  if (!isBare(cell)) return null;
  const units = planned.columns.flatMap((column) => {
    if (!['attribute', 'summary'].includes(column.role)) return [];
    const unit = /^[(（【]?\s*単位\s*[:：]\s*([^\s()（）【】、。]{1,8})\s*[)）】]?$/.exec(
      cellOf(column).text.trim(),
    );
    return unit?.[1] ?? [];
  });
  return units[0] ?? null;
}

const isBare = ({ text }: Cell) => /^[\d,.▲△+-]+$/.test(text.normalize('NFKC').replace(/\s/g, ''));

/** リサイクル率（％）, 排出量（千t-CO2）: the unit of figures that print none. */
function unitInName(name: string, cell: Cell, { words }: Headings): string | null {
  if (!isBare(cell)) return null;
  const inside = /[（(](?:単位[:：]?)?([^（()）]{1,10})[)）]$/.exec(name)?.[1]?.normalize('NFKC');
  if (inside === undefined) return null;
  // 時間／年, 人・累計: how often it is counted is no part of what is counted.
  const plain = inside.toLowerCase().replace(/(?:[/・](?:年度?|月|日|週|累計|延べ|単年度?))$/, '');
  const bare = plain.replace(/^[十百千万億]{1,2}/, '');
  const { money, rate, counted } = words.units;
  const known =
    Object.hasOwn(money, plain) || [...rate, ...counted].some((one) => one === plain || one === bare);
  return known ? inside.replace(/・(?:累計|延べ|単年度?)$/, '') : null;
}
