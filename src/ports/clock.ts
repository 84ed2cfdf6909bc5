// Time is a port: the core never asks the machine for it.

/** The current instant; a fixed clock in tests, a movable one in the playground. */
export interface Clock {
  now(): Date;
}

/** A calendar day in Asia/Tokyo, `YYYY-MM-DD`. */
export type Day = string;

/** The day it is in Japan at `instant`. */
export function dayInJapan(instant: Date): Day {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** The fiscal year `day` lies in: 2027-03-31 → 2026. */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}
