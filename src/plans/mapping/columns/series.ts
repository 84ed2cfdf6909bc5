// Tables whose rows are items and whose columns are years: accounts of a water works, 量の見込み and 確保方策 of each project.
import { isOfKpi, type PlannedTable, textsOf } from '../column-plan.ts';

/** The same few names again under every section: (1) 延長保育事業 over 量の見込み and 確保方策. The section is the project. */
export function namedBy(planned: PlannedTable): PlannedTable['named'] {
  const { columns, table } = planned;
  const name = columns.find(({ role }) => role === 'kpi-name');
  if (!name || columns.some(({ role }) => role === 'project')) return 'column';
  const sections = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const section = row.sections.at(-1)?.text;
    if (section === undefined) return 'column';
    sections.set(section, (sections.get(section) ?? new Set()).add(row.text(name.position)));
  }
  const names = new Set(textsOf(planned, name));
  const alike = [...sections.values()].every((one) => one.size > 1 && one.size >= names.size * 0.6);
  return sections.size > 1 && alike ? 'section' : 'column';
}

/** A101, B605 number KPIs: where no project is named they are a column like any other. */
export function settleNumbers(planned: PlannedTable): void {
  if (!planned.hasKpi || planned.hasProject) return;
  for (const column of planned.columns) {
    if (column.said || (column.role !== 'number' && column.role !== 'serial')) continue;
    if (textsOf(planned, column).some((text) => !/^\d{1,3}$/.test(text))) column.role = 'attribute';
  }
}

/** Where no project is named, R5決算 of an item is its result and R8計画 what is planned for it; beside targets and results it is an amount. */
export function settleSeries({ columns, hasKpi, hasProject }: PlannedTable): void {
  if (!hasKpi || hasProject) return;
  const figures = columns.some((column) => isOfKpi(column) && column.role !== 'kpi-unit');
  for (const column of columns) {
    if (column.role !== 'money' || column.said) continue;
    if (figures) column.role = 'attribute';
    if (figures || column.fy === null) continue;
    column.role = column.money === 'settled' || column.money === 'executed' ? 'actual' : 'target';
  }
}
