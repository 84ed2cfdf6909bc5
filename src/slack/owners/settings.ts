// What a person has set for their reminders: off, or once more on a later day.
import { addDays, nextWorkingDay } from '../../digest/working-days.ts';
import type { Day } from '../../ports/clock.ts';
import type { SlackContext } from '../context.ts';

const offKey = 'reminders';
const againKey = 'reminders-again';

export interface ReminderSettings {
  off: boolean;
  /** The day from which all reminders come once more; '' when not wished. */
  again: string;
}

export async function reminderSettings({ store }: SlackContext, person: string): Promise<ReminderSettings> {
  const [off, again] = [await store.preference(person, offKey), await store.preference(person, againKey)];
  return { off: off === 'off', again };
}

export async function switchReminders(
  { store }: SlackContext,
  person: string,
  to: 'on' | 'off',
): Promise<void> {
  await store.savePreference(person, offKey, to === 'off' ? 'off' : '');
}

/** Wishes to hear of everything once more, on the first working day that many days from now; gives that day. */
export async function remindAgain(
  { store }: SlackContext,
  person: string,
  { today, days }: { today: Day; days: number },
): Promise<Day> {
  const day = nextWorkingDay(addDays(today, days - 1));
  await store.savePreference(person, againKey, day);
  return day;
}

/** The key of a wish whose day has come; null before it. */
export function readAgain(again: string, today: Day): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(again) && again <= today ? `again ${again}` : null;
}
