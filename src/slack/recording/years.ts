// Which fiscal years a result can be recorded for, and which one is offered first.
import type { KpiRecord } from '../../data/repository.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import { type Day, fiscalYearOf } from '../../ports/clock.ts';
import { isOver } from '../../status/calendar.ts';
import { currentYear } from '../../status/judge-now.ts';
import { resultsOf } from '../../status/result-of-year.ts';
import { isUsable, targetOf } from '../../status/target-of-year.ts';

/** From the plan's first year (or an earlier result) to the running year, newest first; the future has no results. */
export function recordableYears(kpi: KpiRecord, plan: Plan, asOf: Day): number[] {
  const now = fiscalYearOf(asOf);
  const years = new Set<number>([now]);
  for (let fy = Math.min(plan.period.from, now); fy <= now; fy += 1) years.add(fy);
  for (const fy of resultsOf(kpi).keys()) if (fy <= now) years.add(fy);
  return [...years].sort((a, b) => b - a).slice(0, 60);
}

/** The latest year that is over, has a target and no result yet; else the year the state is about. */
export function yearToRecord(kpi: KpiRecord, plan: Plan, asOf: Day): number {
  const years = recordableYears(kpi, plan, asOf);
  const results = resultsOf(kpi);
  const open = years.find((fy) => {
    // A target for every year ends with the plan.
    if (fy > plan.period.to && !kpi.targets.some((own) => own.fy === fy)) return false;
    const target = targetOf(kpi, fy, plan);
    return target !== undefined && isUsable(target) && isOver(fy, asOf) && !results.has(fy);
  });
  const current = currentYear(kpi, asOf, plan);
  if (open !== undefined) return open;
  if (current !== null && years.includes(current)) return current;
  return years.find((fy) => isOver(fy, asOf)) ?? years[0] ?? fiscalYearOf(asOf);
}
