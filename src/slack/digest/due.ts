// When a digest is due, and when it is too late for it.
import { isWorkingDay, weekday } from '../../digest/working-days.ts';
import { type Day, dayInJapan } from '../../ports/clock.ts';
import type { Subscription } from '../../ports/store.ts';

/** `09:05` */
function timeInJapan(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
}

/** A day in Japan and the time of it. */
export interface Moment {
  day: Day;
  time: string;
}

/** The day and time it is in Japan. */
export function momentOf(instant: Date): Moment {
  return { day: dayInJapan(instant), time: timeInJapan(instant) };
}

export function isDue(subscription: Subscription, { day, time }: Moment): boolean {
  if (subscription.state !== 'active' || !isWorkingDay(day)) return false;
  if (!subscription.weekdays.includes(weekday(day)) || time < subscription.time) return false;
  if (isTooLate(subscription, time)) return false;
  // Made after today's time: it starts on the next day.
  const made = momentOf(new Date(subscription.createdAt));
  return made.day !== day || made.time <= subscription.time;
}

/** What was missed all day does not come in the evening: the next one has it all. */
export function isTooLate({ time: set }: Pick<Subscription, 'time'>, time: string): boolean {
  const hour = Number(set.slice(0, 2)) + 1;
  const anHourLater = hour > 23 ? '24:00' : `${String(hour).padStart(2, '0')}${set.slice(2)}`;
  return time > (anHourLater > '18:00' ? anHourLater : '18:00');
}
