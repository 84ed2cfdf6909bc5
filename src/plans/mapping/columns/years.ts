// The column whose year holds for the whole row.
import { readYearCell } from '../../cells/years.ts';
import type { Headings } from '../../layout/headings.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';

/** Of several columns of years one holds for the figures; the others are columns of the plan. */
export function settleYears(planned: PlannedTable, { words }: Headings): void {
  const { columns } = planned;
  const candidates = columns.filter(({ role }) => role === 'year');
  const usable: { column: ColumnPlan; years: Set<number>; own: boolean }[] = [];
  for (const column of candidates) {
    const texts = textsOf(planned, column);
    const years = texts.map((text) => readYearCell(text)?.fy);
    if (texts.length === 0 || years.some((fy) => fy === undefined)) {
      column.role = 'attribute';
      continue;
    }
    const own = words.ownYear.includes(column.heading.base);
    usable.push({ column, years: new Set(years as number[]), own });
  }
  const chosen = usable.find(({ own }) => own) ?? usable.find(({ years }) => years.size > 1) ?? usable[0];
  for (const { column } of usable) if (column !== chosen?.column) column.role = 'attribute';
  const constant = usable.find(({ years }) => years.size === 1);
  planned.paperYear = constant ? ([...constant.years][0] ?? null) : null;
  if (!chosen) return;
  // A bare 7 in a column that is the same everywhere is the year of the paper, said by nobody to be that of the figures.
  planned.yearColumn = chosen.column;
  planned.yearVaries = chosen.years.size > 1;
}
