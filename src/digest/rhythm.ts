// The year's rhythm of a town hall: when results are asked for, when they are not, and what the year still holds.
import { type Day, fiscalYearOf } from '../ports/clock.ts';
import { isOver } from '../status/calendar.ts';
import type { CountLine, DigestItem } from './digest.ts';
import { byWeight, countBy, digestItem } from './item.ts';
import type { DayView } from './snapshot.ts';
import { weekday } from './working-days.ts';

/** April and May: the accounts are still open, nobody is pressed. */
export function isResting(day: Day): boolean {
  return day.slice(5, 7) === '04' || day.slice(5, 7) === '05';
}

/** May to July: the results of the year that just ended are asked for. */
export function asksForResults(day: Day): boolean {
  return day.slice(5, 7) >= '05' && day.slice(5, 7) <= '07';
}

/** January to March: what is due this year is listed. */
export function listsThisYear(day: Day): boolean {
  return day.slice(5, 7) <= '03';
}

/**
 * Mondays ask the departments, Tuesday or later lists what is still missing, once a week.
 * `since` is the day of the post before; a subscription without a later day lists on Monday.
 */
export function weeklyPart(
  day: Day,
  since: Day | null,
  monday: Day,
  weekdays: readonly number[],
): 'ask' | 'list' | null {
  if (since === null) return null;
  if (weekday(day) === 1) return weekdays.some((one) => one > 1) ? 'ask' : 'list';
  const listedAlready = since > monday;
  return listedAlready ? null : 'list';
}

/** KPIs whose year is over and whose results are awaited, not yet overdue. */
export function awaited(view: DayView, keep: (kpi: string) => boolean): DigestItem[] {
  return pick(view, keep, (id, fy) => view.snapshot.kpis[id]?.due === 'waiting' && isOver(fy, view.day));
}

/** KPIs with a target for the running fiscal year and no result yet. */
export function dueThisYear(view: DayView, keep: (kpi: string) => boolean): DigestItem[] {
  const running = fiscalYearOf(view.day);
  return pick(view, keep, (id, fy) => view.snapshot.kpis[id]?.due === 'waiting' && fy === running);
}

/** KPIs whose results are overdue and nobody has recorded. */
export function unrecorded(view: DayView, keep: (kpi: string) => boolean): DigestItem[] {
  return pick(view, keep, (id) => view.snapshot.kpis[id]?.due === 'overdue');
}

/** The sentence that nobody is pressed now comes once, with the first post of April. */
export function startsResting(day: Day, since: Day | null): boolean {
  return isResting(day) && (since === null || since < `${day.slice(0, 4)}-04-01`);
}

/** The lines of the season, if the season has any. */
export function seasonLines(view: DayView, since: Day | null, keep: (kpi: string) => boolean): CountLine[] {
  const lines: CountLine[] = [];
  if (asksForResults(view.day)) lines.push(countLine('awaited', awaited(view, keep)));
  if (listsThisYear(view.day)) lines.push(countLine('due-this-year', dueThisYear(view, keep)));
  const shown = lines.filter((line) => line.items.length > 0);
  return startsResting(view.day, since) ? [...shown, countLine('resting', [])] : shown;
}

/** Counts items by plan; year and due day only where all share them. */
export function countLine(kind: CountLine['kind'], items: DigestItem[]): CountLine {
  const years = new Set(items.map((item) => item.entry.state.inputs.fy));
  const days = new Set(items.map((item) => item.entry.state.inputs.due));
  return {
    kind,
    items,
    fy: years.size === 1 ? ([...years][0] ?? null) : null,
    due: days.size === 1 ? ([...days][0] ?? null) : null,
    byPlan: countBy(items, (item) => item.entry.plan.shortName),
  };
}

function pick(
  view: DayView,
  keep: (kpi: string) => boolean,
  fits: (id: string, fy: number) => boolean,
): DigestItem[] {
  return [...view.entries.values()]
    .filter(({ id, state }) => keep(id) && state.inputs.fy !== null && fits(id, state.inputs.fy))
    .map((entry) => digestItem(entry, '期限超過', view.repository))
    .sort(byWeight);
}
