// 量の見込み, 確保方策 and 実績 of a project below each other, the years beside each other: one row a project, each kind with its years.
import { readYears } from '../cells/years.ts';
import type { Cell } from '../grid/grid.ts';
import { rowKindOf } from '../mapping/columns/row-kind.ts';
import type { Column } from './header.ts';
import { readHeading } from './heading.ts';
import type { Headings } from './headings.ts';
import type { TableRow } from './row.ts';
import { oneLine, type Table } from './table.ts';

/** A column of the rows joined: the column it comes from, and of which kind's row. */
interface Source {
  position: number;
  kind: string | null;
}

/** Joins the rows of each project where they differ in what is counted; rows that are nothing but amounts stay as they are. */
export function joinRowKinds(table: Table, vocabulary: Headings): void {
  const positions = (meaning: string) =>
    table.columns.flatMap(({ heading }, position) => (heading.meaning === meaning ? [position] : []));
  const [name] = positions('project');
  const figures = table.columns.flatMap(({ heading }, position) => (isYear(heading) ? [position] : []));
  const years = new Set(figures.map((position) => table.columns[position]?.heading.fy));
  if (name === undefined || figures.length < 2 || years.size !== figures.length) return;
  if (positions('kpi-name').length > 0 || positions('money').length > 0) return;
  for (const kind of positions('row-kind')) {
    const groups = groupsOf(table.rows, { name, kind });
    const kinds = groups && kindsIn(groups, kind);
    if (!kinds || kinds.every((one) => isAmount(one, kinds, vocabulary))) continue;
    spread(table, { groups, kinds, kind, figures }, vocabulary);
    return;
  }
}

/** A year and nothing else, whatever period of the plan stands above it. */
function isYear({ meaning, fy, counts }: Column['heading']): boolean {
  return fy !== null && !counts && (meaning === 'year-only' || meaning === 'attribute');
}

function isAmount(kind: string, beside: readonly string[], vocabulary: Headings): boolean {
  const role = rowKindOf(kind, vocabulary, beside)?.role;
  return role === 'money' || role === 'part';
}

/** The rows of each project; null where a kind stands in two of them, or in none. */
function groupsOf(
  rows: readonly TableRow[],
  { name, kind }: { name: number; kind: number },
): TableRow[][] | null {
  const groups: TableRow[][] = [];
  let at = '';
  for (const row of rows) {
    if (row.part !== undefined || row.text(kind) === '') return null;
    const own = row.text(name) === '' ? at : row.cell(name).at;
    const last = groups.at(-1);
    // The name stands once, is merged over its rows, or stands again in each of them.
    const again =
      last?.[0]?.text(name) === row.text(name) && !last.some((one) => one.text(kind) === row.text(kind));
    if (last && (own === at || again)) last.push(row);
    else groups.push([row]);
    at = own;
  }
  const apart = groups.every((group) => new Set(group.map((row) => row.text(kind))).size === group.length);
  return apart && groups.some((group) => group.length > 1) ? groups : null;
}

/** Two to eight kinds, most of them in every project. */
function kindsIn(groups: readonly TableRow[][], kind: number): string[] | null {
  const kinds = [...new Set(groups.flat().map((row) => oneLine(row.text(kind))))];
  const filled = groups.reduce((sum, group) => sum + group.length, 0) / (groups.length * kinds.length);
  const short = kinds.every((one) => one.length <= 20);
  return kinds.length >= 2 && kinds.length <= 8 && short && filled >= 0.6 ? kinds : null;
}

interface Spread {
  groups: TableRow[][];
  kinds: string[];
  kind: number;
  figures: number[];
}

function spread(table: Table, { groups, kinds, kind, figures }: Spread, vocabulary: Headings): void {
  const columns: Column[] = [];
  const sources: Source[] = [];
  const add = (column: Column, source: Source) => {
    columns.push(column);
    sources.push(source);
  };
  table.columns.forEach((column, position) => {
    if (position === kind || figures.includes(position)) return;
    if (!differs(groups, position)) add(column, { position, kind: null });
    else
      for (const one of kinds)
        add(
          { ...column, heading: readHeading([`${one} ${column.heading.label}`], vocabulary) },
          { position, kind: one },
        );
  });
  const unit = table.columns.findIndex(({ heading }) => heading.meaning === 'unit');
  for (const one of kinds)
    for (const position of figures) {
      const column = table.columns[position] as Column;
      const money = moneyOf(one, groups, { kind, unit }, vocabulary);
      const heading = readHeading([`${one}${money}`, yearOf(column)], vocabulary);
      add({ ...column, heading }, { position, kind: one });
    }
  table.rows = groups.map((rows) => new JoinedRow(rows, sources, { kind, unit }));
  table.columns = columns;
}

/** （千円） where all rows of the kind are counted in it; '' for other kinds. */
function moneyOf(
  one: string,
  groups: readonly TableRow[][],
  at: { kind: number; unit: number },
  { words }: Headings,
): string {
  if (at.unit < 0) return '';
  const rows = groups.flat().filter((row) => oneLine(row.text(at.kind)) === one);
  const [unit = '', more] = new Set(rows.map((row) => row.text(at.unit)));
  return more === undefined && Object.hasOwn(words.units.money, unit) ? `（${unit}）` : '';
}

/** 第３期計画期間 令和７年度(2025) → 令和7年度. */
function yearOf({ heading }: Column): string {
  const label = heading.label.normalize('NFKC');
  const [span] = readYears(label);
  const year = span ? label.slice(span.start, span.end) : String(heading.fy);
  return /年度?$/.test(year) ? year : `${year}年度`;
}

/** Rows of one project say different things in the column. */
function differs(groups: readonly TableRow[][], position: number): boolean {
  return groups.some((rows) => {
    const cells = rows.map((row) => row.cell(position)).filter(({ text }) => text !== '');
    return new Set(cells.map(({ text }) => text)).size > 1;
  });
}

/** The rows of one project as one. */
class JoinedRow implements TableRow {
  private readonly first: TableRow;

  constructor(
    private readonly rows: readonly TableRow[],
    private readonly sources: readonly Source[],
    private readonly at: { kind: number; unit: number },
  ) {
    this.first = rows[0] as TableRow;
  }

  get sheet(): string {
    return this.first.sheet;
  }
  get hidden(): boolean {
    return this.rows.every(({ hidden }) => hidden);
  }
  get broken(): true | undefined {
    return this.rows.some(({ broken }) => broken) || undefined;
  }
  get sections(): TableRow['sections'] {
    return this.first.sections;
  }

  cell(position: number): Cell {
    const { position: from } = this.source(position);
    const row = this.rowOf(position);
    return row ? row.cell(from) : this.first.cell(from).saying({ text: '', number: null, format: null });
  }

  text(position: number): string {
    return this.rowOf(position)?.text(this.source(position).position) ?? '';
  }

  unit(position: number): string | null {
    const row = this.rowOf(position);
    if (!row || this.at.unit < 0) return null;
    // 人 stands in the first row of the project alone, or in each of them.
    const above = this.rows.slice(0, this.rows.indexOf(row) + 1).map((one) => one.text(this.at.unit));
    return above.findLast((text) => text !== '') ?? null;
  }

  private source(position: number): Source {
    return this.sources[position] ?? { position, kind: null };
  }

  private rowOf(position: number): TableRow | undefined {
    const { position: from, kind } = this.source(position);
    if (kind === null) return this.rows.find((row) => row.text(from) !== '') ?? this.first;
    return this.rows.find((row) => oneLine(row.text(this.at.kind)) === kind);
  }
}
