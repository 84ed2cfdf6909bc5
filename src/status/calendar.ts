// Days and years of judging: when results are due, and how a fiscal year is written (R3, H30).
import type { Plan } from '../data/schemas/plan.ts';
import type { Day } from '../ports/clock.ts';

/** Bands of the status rule in per cent; the plan's own or 100/80/60. */
export function bandsOf(plan: Plan): readonly [number, number, number] {
  return plan.bands ?? [100, 80, 60];
}

/** Last day on which the results of `fy` are still awaited: FY2025 → 2026-09-30. A plan's own 03-31 lies a year later. */
export function dueDay(fy: number, plan: Plan): Day {
  const monthDay = plan.resultsDue ?? '09-30';
  return `${monthDay > '03-31' ? fy + 1 : fy + 2}-${monthDay}`;
}

/** Whether the fiscal year is over on that day: 2027-03-31 is still FY2026. */
export function isOver(fy: number, day: Day): boolean {
  return day > `${fy + 1}-03-31`;
}

/** 2021 → R3, 2018 → H30. */
export function yearLabel(fy: number): string {
  return fy >= 2019 ? `R${fy - 2018}` : `H${fy - 1988}`;
}

/** [2022, 2023] → R4・R5 */
export function yearLabels(years: readonly number[]): string {
  return years.map(yearLabel).join('・');
}
