// The plan of a column and of a table: what is known of it while a file becomes a plan.
import type { Blocks } from '../layout/blocks.ts';
import type { Meaning } from '../layout/heading/meaning.ts';
import type { Heading } from '../layout/heading.ts';
import type { Table } from '../layout/table.ts';
import type { MoneyKind, ReadAttribute } from '../read-plan.ts';
import type { BlockYear } from './block-years.ts';

/** The plan for one column. */
export interface ColumnPlan {
  /** In `table.columns` and in the cells of a row. */
  position: number;
  heading: Heading;
  /** Its heading, numbered where several are the same: 事業費計（A）＃3. */
  label: string;
  role: Meaning;
  money: MoneyKind | null;
  fy: number | null;
  relative: number | null;
  unit: string | null;
  /** Which of the row's KPIs it belongs to. */
  indicator: string | null;
  /** 活動指標, 成果指標: what kind of KPI it is. */
  group: string | null;
  /** Its round in a run of repeated headings. */
  round: number | null;
  block: BlockYear | null;
  /** Of `attribute`: what it becomes. */
  attribute: {
    id: string;
    type: ReadAttribute['type'];
    byYear: boolean;
    unit: string | null;
    /** It says something of the KPI of the row, and not of the project beside it. */
    of?: 'kpi';
  } | null;
  /** Says why nothing is taken of it. */
  leftOut: string | null;
  /** The person said so. */
  said: boolean;
}

/** A table with the plan of its columns. */
export interface PlannedTable {
  table: Table;
  columns: ColumnPlan[];
  blocks: Blocks[];
  hasKpi: boolean;
  hasProject: boolean;
  /** What names the rows' projects: a column, or the row that stands above a block of them. */
  named: 'column' | 'section';
  /** The column whose year holds for the row. */
  yearColumn: ColumnPlan | null;
  /** That year is not the same in all rows. */
  yearVaries: boolean;
  /** A year that all rows share, from such a column or another of the paper. */
  paperYear: number | null;
}

const kpiRoles: Meaning[] = [
  'kpi-unit',
  'baseline',
  'current',
  'target',
  'actual',
  'rate',
  'target-year',
  'baseline-year',
  'direction',
  'kpi-value',
];

/** Whether a column says something of a KPI that another column names. */
export function isOfKpi({ role }: ColumnPlan): boolean {
  return kpiRoles.includes(role);
}

/** The texts of a column that are not blank. */
export function textsOf({ table }: Pick<PlannedTable, 'table'>, { position }: ColumnPlan): string[] {
  const columns = texts.get(table) ?? new Map<number, string[]>();
  texts.set(table, columns);
  const known = columns.get(position);
  if (known) return known;
  const found = table.rows.map((row) => row.text(position)).filter((text) => text !== '');
  columns.set(position, found);
  return found;
}

/** A table is planned anew with every answer; its texts stay the same. */
const texts = new WeakMap<Table, Map<number, string[]>>();

/** Four hundred texts, evenly taken, tell as much of a column as forty thousand. */
export function sampleOf(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / 400);
  return step <= 1 ? texts : texts.filter((_, index) => index % step === 0);
}
