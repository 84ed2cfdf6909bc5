// A person's reminders and month as a subscription: by its id, which names the person.
import type { Subscription } from '../../ports/store.ts';

/** When reminders come. */
const time = '09:00';
const form = /^(reminder|month):([UW][A-Z0-9]+)$/;

/** A reminder is a digest of one person: the same states, the same claims. Null for the id of a channel's digest. */
export function reminderOf(id: string): Subscription | null {
  const person = form.exec(id)?.[2];
  if (person === undefined) return null;
  return {
    id,
    channel: person,
    owner: person,
    filter: '',
    time,
    weekdays: [1, 2, 3, 4, 5],
    state: 'active',
    stopReason: '',
    refusals: 0,
    createdAt: '2000-01-01T00:00:00.000Z',
  };
}
