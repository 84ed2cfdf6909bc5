// R6決算 | うち一般財源 | R7予算 | うち一般財源: a part without a year is of the year of the amount it stands behind.
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';

/** Gives parts the year of the amount to their left; twins of other years are then one column by year. */
export function settlePartYears({ columns }: PlannedTable): void {
  for (const column of columns) {
    if (!isOpenPart(column)) continue;
    const whole = columns.findLast((one) => one.position < column.position && !isPart(one));
    if (whole?.role !== 'money' || whole.fy === null || whole.leftOut !== null) continue;
    column.fy = whole.fy;
    column.label = column.label.replace(/＃\d+$/, '');
  }
}

const isPart = ({ role, heading }: ColumnPlan) =>
  role === 'attribute' && /^(?:うち|内訳)/.test(heading.base.split('|').at(-1) ?? '');

function isOpenPart(column: ColumnPlan): boolean {
  const { said, fy, relative, block, round } = column;
  return isPart(column) && !said && fy === null && relative === null && block === null && round === null;
}
