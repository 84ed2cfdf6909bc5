// Which days in Japan are working days of a town hall, and the days around them.
import holidayJp from '@holiday-jp/holiday_jp';
import type { Day } from '../ports/clock.ts';

/** Day → name of the public holiday; the package's table holds 振替休日 and 国民の休日 as well. */
export type HolidayTable = Readonly<Record<string, unknown>>;

const publicHolidays: HolidayTable = holidayJp.holidays;

/** `addDays('2026-11-30', 1)` → 2026-12-01 */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of the week `day` lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** False on Saturdays, Sundays, public holidays and from 12/29 to 1/3. */
export function isWorkingDay(day: Day, holidays: HolidayTable = publicHolidays): boolean {
  const monthDay = day.slice(5);
  if (weekday(day) > 5 || monthDay >= '12-29' || monthDay <= '01-03') return false;
  return !(day in holidays);
}

/** The first working day after `day` that is one of `weekdays` (1 Monday … 5 Friday). */
export function nextWorkingDay(day: Day, weekdays: readonly number[] = [1, 2, 3, 4, 5]): Day {
  let next = addDays(day, 1);
  // A wrong or empty choice of weekdays must not run for ever.
  for (let tries = 0; tries < 60 && !(isWorkingDay(next) && weekdays.includes(weekday(next))); tries += 1)
    next = addDays(next, 1);
  return next;
}

/** Whether no earlier working day of the week is one of `weekdays`: 2026-11-24 (Tue), as 11-23 is a holiday. */
export function isWeeksFirst(day: Day, weekdays: readonly number[] = [1, 2, 3, 4, 5]): boolean {
  if (!isWorkingDay(day)) return false;
  for (let before = mondayOf(day); before < day; before = addDays(before, 1))
    if (isWorkingDay(before) && weekdays.includes(weekday(before))) return false;
  return true;
}

/** A sentence for the log once the table of holidays ends within a year of `day`; null before that. */
export function holidayTableWarning(day: Day, holidays: HolidayTable = publicHolidays): string | null {
  const last = Object.keys(holidays).sort().at(-1) ?? '';
  const end = `${last.slice(0, 4)}-12-31`;
  if (last !== '' && addDays(day, 366) <= end) return null;
  return `祝日の表は${last === '' ? '空です' : `${last.slice(0, 4)}年までです`}。@holiday-jp/holiday_jp を更新してください。`;
}
