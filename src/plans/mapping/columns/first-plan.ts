// The plan of a column by its heading alone.
import type { Heading } from '../../layout/heading.ts';
import { oneLine } from '../../layout/table.ts';
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';

/** What the heading says; everything else is still open. */
export function firstPlan(heading: Heading, position: number): ColumnPlan {
  return {
    position,
    heading,
    label: oneLine(heading.label),
    role: heading.meaning,
    money: heading.money,
    fy: heading.fy,
    relative: heading.relative,
    unit: heading.unit,
    indicator: heading.indicator ? `${heading.indicator.group}${heading.indicator.ordinal}` : null,
    group:
      heading.indicator && !/^(?:指標|kpi|)$/.test(heading.indicator.group) ? heading.indicator.group : null,
    round: null,
    block: null,
    attribute: null,
    leftOut: null,
    said: false,
  };
}

/** 備考, 備考 → 備考, 備考＃2. */
export function nameTwins({ columns }: PlannedTable): void {
  const seen = new Map<string, number>();
  for (const column of columns) {
    const count = (seen.get(column.label) ?? 0) + 1;
    seen.set(column.label, count);
    if (count > 1) column.label = `${column.label}＃${count}`;
  }
}
