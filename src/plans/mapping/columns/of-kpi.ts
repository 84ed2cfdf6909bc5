// Columns that say something of the row's KPI and not of the project it stands beside: 進み具合, データの出典.
import type { TableRow } from '../../layout/row.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';

/** Where a project has several KPIs, each in a row of its own, what differs from row to row is the KPI's. */
export function settleOfKpi(planned: PlannedTable): void {
  const { columns, table } = planned;
  const names = columns.filter(({ role }) => role === 'kpi-name');
  const project = columns.find(({ role }) => role === 'project');
  const [name, more] = names;
  if (!name || more || !project) return;
  const amounts = columns.filter(({ role }) => role === 'money');
  const year = amounts.length > 0 ? planned.yearColumn : null;
  const rows = new Map<string, TableRow[]>();
  let above = '';
  for (const row of table.rows) {
    // A row without a project goes on with the one above, as its KPIs do.
    above = row.text(project.position) || above;
    if (above === '' || row.text(name.position) === '') continue;
    const key = `${above}\u0000${year ? row.text(year.position) : ''}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const several = [...rows.values()].filter((own) => own.length > 1);
  // Of amounts merged over the rows a blank beside them may only mean that nobody merged it as well.
  const merged = several.some((own) =>
    own.some((row) => amounts.some(({ position }) => row.cell(position).covered)),
  );
  const differs = ({ position }: ColumnPlan) =>
    several.some((own) => {
      const texts = own.map((row) => row.text(position));
      return new Set(merged ? texts.filter((text) => text !== '') : texts).size > 1;
    });
  // Rows of one project with amounts of their own are about parts of it.
  if (amounts.some(differs) || (amounts.length > 0 && several.length === 0)) return;
  for (const column of columns)
    if (
      column.role === 'attribute' &&
      column.attribute &&
      (amounts.length === 0 || isWords(column)) &&
      textsOf(planned, column).length > 0 &&
      differs(column)
    )
      column.attribute.of = 'kpi';
}

const isWords = ({ attribute }: ColumnPlan) => attribute?.type === 'word' || attribute?.type === 'text';
