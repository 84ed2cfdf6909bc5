// What outlives a message: event ids that were seen, and each thread's last question.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

const HOUR = 3_600_000;

/** Seen events and threads. */
export function conversations(use: Use): Pick<Store, 'firstSight' | 'saveThreadQuestion' | 'threadQuestion'> {
  return {
    firstSight: (eventId, at) =>
      use(async (db, team) => {
        const fresh = await db
          .insertInto('seenEvents')
          .values({ team, eventId, at: at.toISOString() })
          .onConflict((conflict) => conflict.columns(['team', 'eventId']).doNothing())
          .returning('eventId')
          .execute();
        const forgotten = new Date(at.getTime() - HOUR).toISOString();
        if (fresh.length > 0)
          await db.deleteFrom('seenEvents').where('team', '=', team).where('at', '<', forgotten).execute();
        return fresh.length > 0;
      }),

    saveThreadQuestion: (thread, { question, queries }, at) =>
      use(async (db, team) => {
        const changed = withoutNul({ question, queries, at: at.toISOString() });
        await db
          .insertInto('threadQuestions')
          .values({ team, thread, ...changed })
          .onConflict((conflict) => conflict.columns(['team', 'thread']).doUpdateSet(changed))
          .execute();
      }),
    threadQuestion: (thread) =>
      use(async (db, team) => {
        const found = await db
          .selectFrom('threadQuestions')
          .select(['question', 'queries'])
          .where('team', '=', team)
          .where('thread', '=', thread)
          .executeTakeFirst();
        return found ?? null;
      }),
  };
}
