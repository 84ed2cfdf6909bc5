// Columns that say something of the row's KPI and not of the project it stands beside: 進み具合, データの出典.
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';

/** Where a project has several KPIs, each in a row of its own, what differs from row to row is the KPI's. */
export function settleOfKpi(planned: PlannedTable): void {
  const { columns, table } = planned;
  const names = columns.filter(({ role }) => role === 'kpi-name');
  const project = columns.find(({ role }) => role === 'project');
  const [name, more] = names;
  if (!name || more || !project || columns.some(({ role }) => role === 'money')) return;
  const rows = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    const key = row.text(project.position);
    if (key !== '' && row.text(name.position) !== '') rows.set(key, [...(rows.get(key) ?? []), index]);
  });
  const several = [...rows.values()].filter((own) => own.length > 1);
  const differs = (column: ColumnPlan) =>
    several.some((own) => new Set(own.map((index) => table.rows[index]?.text(column.position))).size > 1);
  for (const column of columns)
    if (
      column.role === 'attribute' &&
      column.attribute &&
      textsOf(planned, column).length > 0 &&
      differs(column)
    )
      column.attribute.of = 'kpi';
}
