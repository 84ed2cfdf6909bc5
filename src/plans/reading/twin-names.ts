// Rows that name the same KPI and speak of different groups: 男性 and 女性, 路線A and 路線B. Which column names the difference.
import type { TableRow } from '../layout/row.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../mapping/column-plan.ts';

/** A table is read anew with every answer. */
const known = new WeakMap<PlannedTable, Map<ColumnPlan, Twins>>();

interface Twins {
  rows: ReadonlySet<TableRow>;
  column: ColumnPlan | null;
}

/** The column whose words tell rows of the same name apart; null where there is none, or nothing to tell apart. */
export function twinColumn(planned: PlannedTable, name: ColumnPlan): ColumnPlan | null {
  return twinsOf(planned, name).column;
}

/** Whether another row has the same name under the same policy. */
export function isTwin(planned: PlannedTable, name: ColumnPlan, row: TableRow): boolean {
  return twinsOf(planned, name).rows.has(row);
}

function twinsOf(planned: PlannedTable, name: ColumnPlan): Twins {
  const columns = known.get(planned) ?? new Map<ColumnPlan, Twins>();
  known.set(planned, columns);
  const twins = columns.get(name) ?? findTwins(planned, name);
  columns.set(name, twins);
  return twins;
}

function findTwins({ columns, table, yearColumn }: PlannedTable, name: ColumnPlan): Twins {
  const above = columns.filter(
    (column) => ['project', 'policy', 'row-kind', 'number'].includes(column.role) || column === yearColumn,
  );
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const text = row.text(name.position);
    if (text === '') continue;
    const sections = row.sections.map((section) => section.text);
    const key = [...sections, ...above.map(({ position }) => row.text(position)), text].join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const twins = [...groups.values()].filter((group) => group.length > 1);
  if (twins.length === 0) return { rows: new Set(), column: null };
  const tells = (column: ColumnPlan) =>
    column.role === 'attribute' &&
    column.leftOut === null &&
    column.fy === null &&
    isWords(table, column) &&
    twins.every((group) => {
      const words = group.map((row) => row.text(column.position));
      return words.every((word) => word !== '' && word.length <= 20) && new Set(words).size === words.length;
    });
  // The nearest to the right of the name: 指標 | 対象 | 単位.
  const right = columns.filter(({ position }) => position > name.position);
  const column = [...right, ...columns].find(tells) ?? null;
  return { rows: new Set(twins.flat()), column };
}

function isWords(table: PlannedTable['table'], column: ColumnPlan): boolean {
  return textsOf({ table }, column).every((text) => /[^\d\s,.%]/.test(text) && !/^[A-Z◎○△×]$/.test(text));
}
