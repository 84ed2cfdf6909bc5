// Planned tables and confirmed answers → subjects with their values, every value with its cell.
import { readYearCell } from '../cells/years.ts';
import { place } from '../grid/address.ts';
import type { Cell } from '../grid/grid.ts';
import { type Headings, plainHeading } from '../layout/headings.ts';
import { oneLine, shortened, type Table } from '../layout/table.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../mapping/column-plan.ts';
import { type RowKind, rowKindOf, rowKindsOf } from '../mapping/columns/row-kind.ts';
import { looksAhead, moneyLabels } from '../mapping/money-words.ts';
import { countedAbove } from '../mapping/paper.ts';
import type { MoneyKind, ReadAttribute, ReadValue } from '../read-plan.ts';
import { type Building, Collector } from './collector.ts';
import type { Confirmed } from './confirmed.ts';
import { type FigureResult, moneyFigure, rateFigure, textFigure, unitFigure, yearFigure } from './figures.ts';
import { hasMarks, markColumn } from './name-marks.ts';
import { readKpis } from './read-kpis.ts';
import { repeatedCell } from './repeated-rows.ts';
import { placeOf, type SubjectRow, subjectRows } from './row-subjects.ts';
import { fractionState, zeroYear } from './suspicious.ts';

/** What a row and its column say of the year and kind of a figure. */
export interface RowReader {
  planned: PlannedTable;
  confirmed: Confirmed;
  vocabulary: Headings;
  collector: Collector;
  row: SubjectRow;
  rowKind: RowKind | null;
  /** The money unit that the sheet prints above the table. */
  sheetUnit: string | null;
  /** What figures of KPIs count, where it is printed above the table. */
  countedUnit: string | null;
  cell(column: ColumnPlan): Cell;
  yearOf(column: ColumnPlan): number | null;
}

/** Reads every table into one collector. */
export function readTables(
  tables: readonly PlannedTable[],
  unitAbove: (table: Table) => string | null,
  confirmed: Confirmed,
  vocabulary: Headings,
): { collector: Collector; attributes: ReadAttribute[] } {
  const collector = new Collector(confirmed);
  for (const planned of tables) {
    collector.leftOut.push(...planned.table.leftOut, ...leftOutColumns(planned));
    collector.problems.push(...planned.table.problems);
    const rows = subjectRows(planned, confirmed, vocabulary, collector);
    const states = columnStates(planned, rows, confirmed);
    const parts = partsOf(
      planned,
      rows.filter(({ repeated, row }) => !repeated && row.part === undefined),
    );
    const sheetUnit = unitAbove(planned.table);
    const taken = new Map<string, SubjectRow[]>();
    const upper = new Map<ColumnPlan, Cell>();
    let last: { row: SubjectRow; keyed: SubjectRow } | null = null;
    for (const row of rows) {
      const kind: RowKind | null =
        row.row.part === undefined ? rowKind(planned, row, vocabulary) : { role: 'part', name: row.row.part };
      // 一般財源 below 事業費 is no project of its own where each row is one.
      const keyed: SubjectRow =
        kind?.role === 'part' && last?.row.key === row.key
          ? { ...row, key: last.keyed.key, name: last.keyed.name }
          : confirmed.grain === 'rows' && !row.repeated
            ? ownRow(row, taken, planned)
            : row;
      last = { row, keyed };
      const reader: RowReader = {
        planned,
        confirmed,
        vocabulary,
        collector,
        row: keyed,
        rowKind: kind,
        sheetUnit,
        countedUnit: countedAbove(planned.table, vocabulary),
        cell: (column) => {
          const cell = named(column, row.row.cell(column.position), kind, upper);
          return row.repeated ? repeatedCell(cell) : cell;
        },
        yearOf: (column) => yearOf(column, row, confirmed, planned),
      };
      const project = keyed.key === null ? null : readProject(reader, states, parts.get(row) ?? null);
      readKpis(reader, project, states);
    }
  }
  return { collector, attributes: attributesOf(tables, vocabulary) };
}

/** The row of 実績 below that of 目標 is about the KPI named there. */
function named(column: ColumnPlan, cell: Cell, kind: RowKind | null, upper: Map<ColumnPlan, Cell>): Cell {
  if (column.role !== 'kpi-name' && column.role !== 'kpi-unit') return cell;
  if (cell.text !== '') upper.set(column, cell);
  const below = kind !== null && kind.role !== 'money' && kind.role !== 'part';
  return cell.text === '' && below ? (upper.get(column) ?? cell) : cell;
}

/** Answers about whole columns, worked out once. */
export interface ColumnStates {
  fraction(column: ColumnPlan): 'percent' | 'plain' | 'refuse';
  /** The year in which a 0 means that nothing was spent yet. */
  unspent(column: ColumnPlan): number | null;
}

function columnStates(
  planned: PlannedTable,
  rows: readonly SubjectRow[],
  confirmed: Confirmed,
): ColumnStates {
  const fractions = new Map<ColumnPlan, 'percent' | 'plain' | 'refuse'>();
  const zeros = new Map<ColumnPlan, number | null>();
  return {
    fraction(column) {
      const known = fractions.get(column);
      if (known) return known;
      const state = fractionState(column, textsOf(planned, column));
      const answer =
        state === 'all' ? (confirmed.fractionOf(column) ?? 'refuse') : state === 'some' ? 'refuse' : 'plain';
      fractions.set(column, answer);
      return answer;
    },
    unspent(column) {
      if (!zeros.has(column))
        zeros.set(
          column,
          confirmed.zeroOf(column) === 'none'
            ? zeroYear(column, rows, (row) => yearOf(column, row, confirmed, planned))
            : null,
        );
      return zeros.get(column) ?? null;
    },
  };
}

/** The year of a figure: its heading's, its block's, its row's, at last the paper's. */
export function yearOf(
  column: ColumnPlan,
  row: SubjectRow,
  confirmed: Confirmed,
  planned: PlannedTable,
): number | null {
  if (column.fy !== null) return column.fy;
  // A year that is the same in every row is the paper's; what a person says of the figures goes before it.
  const said = planned.table.year ?? confirmed.year;
  const base = planned.yearVaries ? (row.fy ?? said) : (said ?? row.fy);
  if (column.relative !== null) return base === null ? null : base + column.relative;
  if (column.block) return column.block.fy;
  return base;
}

function rowKind(planned: PlannedTable, { row }: SubjectRow, vocabulary: Headings): RowKind | null {
  const column = planned.columns.find(({ role }) => role === 'row-kind');
  return column ? rowKindOf(row.text(column.position), vocabulary, textsOf(planned, column)) : null;
}

/** Each row a subject of its own: a second 庶務事務 gets what its row says behind its name. */
function ownRow(row: SubjectRow, taken: Map<string, SubjectRow[]>, { columns }: PlannedTable): SubjectRow {
  if (row.key === null) return row;
  const others = taken.get(row.key) ?? [];
  taken.set(row.key, [...others, row]);
  if (others.length === 0) return row;
  const count = others.length + 1;
  const text = (one: SubjectRow, column: ColumnPlan) => oneLine(one.row.text(column.position));
  const telling = columns.find(
    (column) =>
      (column.attribute?.type === 'word' || column.role === 'department' || column.role === 'policy') &&
      text(row, column) !== '' &&
      others.every((other) => text(other, column) !== text(row, column)),
  );
  const told = telling ? text(row, telling) : '';
  return { ...row, key: `${row.key}#${count}`, name: `${row.name}（${told === '' ? count : told}）` };
}

function readProject(reader: RowReader, states: ColumnStates, part: string | null): Building {
  const { row, collector, planned } = reader;
  const subject = collector.subject(
    { kind: 'project', key: row.key ?? row.name, name: row.name, place: row.namePlace },
    row.path,
  );
  subject.department ??= row.department?.name ?? null;
  const add = valueAdder(reader, subject);
  if (row.department)
    add(
      ['department', null],
      { figure: { value: null, word: row.department.name, text: row.department.name, unit: null } },
      row.department.place,
    );
  if (row.mark !== null)
    add(
      [markColumn, null],
      { figure: { value: null, word: row.mark, text: row.mark, unit: null } },
      row.namePlace,
    );
  if (row.number) add(['number', null], textFigure(row.number), placeOf(row.number));
  for (const column of planned.columns) {
    if (column.leftOut !== null || column.indicator !== null || column.attribute?.of === 'kpi') continue;
    const isMoney = column.role === 'money' || (column.role === 'amount' && !planned.hasKpi);
    // Most cells of a wide file are blank; of those only amounts are read on.
    if (!isMoney && row.row.text(column.position) === '') continue;
    const cell = reader.cell(column);
    if (!isMoney && cell.text === '') continue;
    if (isMoney) {
      readMoney(reader, states, column, { subject, add });
    } else if (column.role === 'summary') {
      const { part: of } = row.row;
      add([of === undefined ? 'summary' : column.label, null], textFigure(cell), placeOf(cell), { part: of });
    } else if (column.role === 'serial') {
      if (!row.number) add(['number', null], textFigure(cell), placeOf(cell));
    } else if (column.role === 'attribute' && column.attribute) {
      const { id, type, byYear } = column.attribute;
      const partOf = part ?? (reader.rowKind?.role === 'part' ? reader.rowKind.name : null);
      const figures = ['money', 'number', 'rate'].includes(type) || row.row.part !== undefined;
      const ofPart = partOf !== null && figures ? partOf : undefined;
      add(
        [id, byYear ? reader.yearOf(column) : null],
        attributeFigure(reader, states, column),
        placeOf(cell),
        {
          part: ofPart,
        },
      );
    }
  }
  return subject;
}

/** An attribute's cell by the type of its column. */
export function attributeFigure(reader: RowReader, states: ColumnStates, column: ColumnPlan): FigureResult {
  const cell = reader.cell(column);
  switch (column.attribute?.type) {
    case 'money':
      return moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary);
    case 'rate':
      return rateFigure(cell, states.fraction(column), reader.vocabulary);
    case 'number':
      return unitFigure(cell, column.attribute.unit, reader.vocabulary);
    case 'year':
      return yearFigure(cell);
    default:
      return textFigure(cell);
  }
}

/** The unit of an amount: its heading's, its row's, the sheet's, at last the one that was confirmed. */
function moneyUnit(reader: RowReader, column: ColumnPlan): string | null {
  const { planned, vocabulary, confirmed, sheetUnit } = reader;
  const isMoney = (unit: string | null) =>
    unit !== null && Object.hasOwn(vocabulary.words.units.money, unit) ? unit : null;
  const unitColumn = planned.columns.find(({ role }) => role === 'unit');
  const row = unitColumn ? plainHeading(reader.cell(unitColumn).text) : null;
  return isMoney(column.unit) ?? isMoney(row) ?? sheetUnit ?? confirmed.unit;
}

function readMoney(
  reader: RowReader,
  states: ColumnStates,
  column: ColumnPlan,
  { subject, add }: { subject: Building; add: ReturnType<typeof valueAdder> },
): void {
  const { rowKind: kindOfRow, confirmed } = reader;
  const kind: MoneyKind | null =
    column.money ??
    (kindOfRow?.role === 'money' ? kindOfRow.money : null) ??
    column.block?.kind ??
    confirmed.kindOf(column);
  // Without its kind or year an amount says nothing; both are asked.
  const fy = reader.yearOf(column);
  if (kindOfRow?.role === 'part') {
    const id = partId(kindOfRow.name, kind, reader.planned);
    const cell = reader.cell(column);
    if (fy !== null && cell.text !== '')
      add([id, fy], moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary), placeOf(cell));
    return;
  }
  if (kind === null || fy === null) return;
  const cell = reader.cell(column);
  if (cell.text === '' && !cell.unresolved && subject.knows('budget', fy, kind)) return;
  const merged = sharedMoney(reader, column);
  const result = merged ?? moneyFigure(cell, moneyUnit(reader, column), reader.vocabulary);
  if ('figure' in result && result.figure.value === 0 && states.unspent(column) === fy) {
    result.figure.value = null;
    result.figure.word = kind === 'executed' ? '未執行' : '未確定';
  }
  add(['budget', fy], result, placeOf(cell), { kind });
}

/** 一般財源; where the table prints several kinds of money, 一般財源 決算. */
function partId(name: string, kind: MoneyKind | null, { columns }: PlannedTable): string {
  const kinds = new Set(columns.flatMap(({ money }) => money ?? []));
  return kinds.size > 1 && kind !== null ? `${name} ${moneyLabels[kind]}` : name;
}

/** One amount merged over several projects belongs to none of them alone. */
function sharedMoney(reader: RowReader, column: ColumnPlan): FigureResult | null {
  const cell = reader.cell(column);
  const { merge } = cell;
  if (!merge || merge.bottom === merge.top || cell.text === '') return null;
  const name = reader.planned.columns.find(({ role }) => role === 'project');
  if (!name) return null;
  const own = reader.cell(name);
  const spans = own.merge ? own.merge.bottom - own.merge.top : 0;
  if (merge.bottom - merge.top <= spans || own.text === '') return null;
  const others = reader.planned.table.rows.filter((row) => {
    const named = row.text(name.position);
    return (
      row.sheet === cell.sheet &&
      row.cell(column.position).at === cell.at &&
      named !== '' &&
      named !== own.text
    );
  });
  if (others.length === 0) return null;
  return {
    problem: {
      place: placeOf(cell),
      what: `「${shortened(cell.text)}」が結合セルで2つ以上の事業にまたがっています`,
      cure: '事業ごとの金額に分けるか、結合を解いてください',
    },
  };
}

/** Adds values of a row to a subject; a refusal becomes a problem instead. */
export function valueAdder(reader: RowReader, subject: Building) {
  const { collector, planned, row } = reader;
  const names = planned.columns.filter(({ role }) => role === 'kpi-name');
  const listing = [
    ...row.path.map(({ name }) => name),
    ...names.map((column) => reader.cell(column).text),
  ].join('\u0000');
  return (
    [attribute, fy]: [string, number | null],
    result: FigureResult,
    at: string,
    more: { kind?: MoneyKind; part?: string | undefined } = {},
  ): void => {
    if ('problem' in result) {
      if (!collector.problems.some(({ place: known }) => known === result.problem.place))
        collector.problems.push(result.problem);
      return;
    }
    const { figure } = result;
    if (figure.word !== null && attribute !== 'budget') {
      const said = `${attribute}\u0000${fy}\u0000${figure.word}`;
      if (subject.said.has(said)) return;
      subject.said.add(said);
    }
    const value: ReadValue = {
      attribute,
      fy: fy ?? figure.fy ?? null,
      value: figure.value,
      word: figure.word,
      text: figure.text,
      unit: figure.unit,
      place: at,
    };
    if (figure.relation) value.relation = figure.relation;
    if (figure.approximate) value.approximate = figure.approximate;
    if (figure.cumulative) value.cumulative = figure.cumulative;
    if (more.kind) value.kind = more.kind;
    if (more.part) value.part = more.part;
    subject.add(value, { listing, repeated: row.repeated });
  };
}

/** Rows of one project and year that differ in a word (会計区分, 勘定) are parts of it, named by that word. */
function partsOf({ columns }: PlannedTable, rows: readonly SubjectRow[]): Map<SubjectRow, string> {
  const groups = new Map<string, SubjectRow[]>();
  for (const row of rows) {
    const key = `${row.key}\u0000${row.fy}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const words = columns.filter(({ attribute, leftOut }) => attribute?.type === 'word' && leftOut === null);
  const parts = new Map<SubjectRow, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const text = (row: SubjectRow, column: ColumnPlan) => oneLine(row.row.text(column.position));
    const telling = words.filter((column) => new Set(group.map((row) => text(row, column))).size > 1);
    for (const row of group) {
      const names = [...new Set(telling.map((column) => text(row, column)).filter((name) => name !== ''))];
      if (names.length > 0) parts.set(row, names.join(' '));
    }
  }
  return parts;
}

function leftOutColumns({ table, columns }: PlannedTable) {
  return columns.flatMap(({ leftOut, label, position }) =>
    leftOut === null
      ? []
      : [
          {
            what: `列「${label}」`,
            why: leftOut,
            place: place(table.sheets[0] ?? '', table.columns[position]?.at ?? 'A1'),
          },
        ],
  );
}

const core: Record<string, Pick<ReadAttribute, 'label' | 'type' | 'byYear' | 'of'> & { adds?: boolean }> = {
  budget: { label: '予算・決算', type: 'money', byYear: true, of: ['project'], adds: true },
  department: { label: '担当課', type: 'reference', byYear: false, of: ['project'] },
  number: { label: '事業番号', type: 'word', byYear: false, of: ['project'] },
  summary: { label: '概要', type: 'text', byYear: false, of: ['project'] },
  policy: { label: '施策', type: 'reference', byYear: false, of: ['project', 'kpi'] },
  baseline: { label: '基準値', type: 'number', byYear: true, of: ['kpi'] },
  target: { label: '目標値', type: 'number', byYear: true, of: ['kpi'] },
  actual: { label: '実績値', type: 'number', byYear: true, of: ['kpi'] },
  rate: { label: '達成率', type: 'rate', byYear: true, of: ['kpi'] },
};

/** Core ids and the words of the columns that became them. */
const coreOf: Partial<Record<ColumnPlan['role'], string>> = {
  money: 'budget',
  amount: 'budget',
  department: 'department',
  number: 'number',
  serial: 'number',
  summary: 'summary',
  policy: 'policy',
  baseline: 'baseline',
  current: 'baseline',
  target: 'target',
  actual: 'actual',
  rate: 'rate',
};

function attributesOf(tables: readonly PlannedTable[], vocabulary: Headings): ReadAttribute[] {
  const { words } = vocabulary;
  const found = new Map<string, ReadAttribute>();
  for (const planned of tables) {
    for (const id of partsIn(planned, vocabulary))
      found.set(id, {
        id,
        label: id,
        words: [id, ...(words.askedAs[id] ?? [])],
        of: ['project'],
        type: 'money',
        byYear: true,
        adds: true,
      });
    if (hasMarks(planned))
      found.set(markColumn, {
        id: markColumn,
        label: markColumn,
        words: [markColumn, '新規・拡充'],
        of: ['project'],
        type: 'word',
        byYear: false,
      });
    for (const column of planned.columns) {
      if (column.leftOut !== null) continue;
      const id = column.attribute?.id ?? coreOf[column.role];
      if (id === undefined) continue;
      const heading = column.attribute ? id : oneLine(column.heading.label);
      const of = planned.hasProject && column.attribute?.of !== 'kpi' ? 'project' : 'kpi';
      const known = found.get(id);
      if (known) {
        if (!known.words.includes(heading) && known.words.length < 20) known.words.push(heading);
        if (column.attribute && !known.of.includes(of)) known.of.push(of);
        continue;
      }
      const base = core[id];
      if (base && !column.attribute) found.set(id, { id, ...base, words: [heading] });
      else if (column.attribute) {
        const { type, byYear, unit } = column.attribute;
        found.set(id, {
          id,
          label: id,
          words: [
            id,
            ...(words.askedAs[id] ??
              askedByForm(id, type, words.askedAs) ??
              words.askedAs[bareName(id)] ??
              []),
          ],
          of: [of],
          type,
          byYear,
          ...(unit === null ? {} : { unit }),
          ...(type === 'money' ? { adds: true } : {}),
        });
      }
    }
  }
  return [...found.values()];
}

/** What rows of 一般財源 and 特定財源 below 事業費 become. */
function partsIn(planned: PlannedTable, vocabulary: Headings): string[] {
  const kinds = [
    null,
    ...planned.columns.flatMap(({ role, money }) => (role === 'money' && money !== null ? [money] : [])),
  ];
  const said = rowKindsOf(planned, vocabulary).flatMap((kind) => (kind.role === 'part' ? [kind.name] : []));
  const names = new Set([...said, ...planned.table.rows.flatMap(({ part }) => part ?? [])]);
  return [...names].flatMap((name) => [...new Set(kinds.map((money) => partId(name, money, planned)))]);
}

/** 事業期間（開始） is asked for as 開始年度, しゅん工年 as 建築年, データ出典 as 出典. */
function askedByForm(
  id: string,
  type: ReadAttribute['type'],
  askedAs: Readonly<Record<string, string[]>>,
): string[] | undefined {
  const known: [RegExp, string][] =
    type === 'year'
      ? [
          [/開始|始期|創設|着手|発足/, '開始年度'],
          [/終了|終期|完了|満了/, '終了年度'],
          [/建築|建設|竣工|しゅん工|完成/, '建築年度'],
        ]
      : [
          [/(?:開始|着手|着工).*(?:年月日|日|年月|時期)$/, '開始年度'],
          [/(?:終了|完了|完成|竣工|しゅん工|満了).*(?:年月日|日|年月|時期)$/, '終了年度'],
          [/出典|データソース|出所|調査名/, '出典'],
          [/^(?:関係|関連|協力|連携)(?:部|局|課|室|部署|部課|所属)/, '関係課'],
          [/^[2-9二三四五]\s*[かヶカケ箇]?年(?:度|間)?の?(?:合?計|総額|総事業費)/, '複数年の合計'],
          [/^(?:総|トータル|フル)コスト$|^総(?:事業)?費用?$|人件費(?:込み?|含)/, '総コスト'],
        ];
  const like = known.find(([form]) => form.test(id.normalize('NFKC')))?.[1];
  return like === undefined ? undefined : askedAs[like];
}

/** 交付先（対象者） → 交付先, 予算科目 款 → 款. */
function bareName(id: string): string {
  const plain = id.normalize('NFKC').replace(/\s*\([^()]*\)$/, '');
  return plain.split(/\s+/).at(-1) ?? plain;
}

/** Whether the block beside a KPI's figure looks ahead, so that the figure is a target. */
export function isAhead(column: ColumnPlan): boolean | null {
  return column.block?.kind ? looksAhead(column.block.kind) : null;
}

/** 目標年度 of the row: R9. */
export function yearIn(cell: Cell | null): number | null {
  return cell ? (readYearCell(cell.text)?.fy ?? null) : null;
}
