// Questions from their arrival to their answer; a claim is one insert, so that one copy alone answers.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul, withoutTeam } from './use.ts';

/** Questions on their way. */
export function questions(
  use: Use,
): Pick<Store, 'claimQuestion' | 'holdQuestion' | 'answeredQuestion' | 'unansweredQuestions'> {
  return {
    claimQuestion: (question) =>
      use(async (db, team) => {
        const claimed = await db
          .insertInto('questions')
          .values({ team, ...withoutNul(question) })
          .onConflict((conflict) => conflict.columns(['team', 'id']).doNothing())
          .returning('id')
          .execute();
        return claimed.length > 0;
      }),
    holdQuestion: (id, from, by, at) =>
      use(async (db, team) => {
        const held = await db
          .updateTable('questions')
          .set({ claimedBy: by, claimedAt: at.toISOString() })
          .where('team', '=', team)
          .where('id', '=', id)
          .where('state', '=', 'claimed')
          .where('claimedBy', '=', from)
          .returning('id')
          .execute();
        return held.length > 0;
      }),
    answeredQuestion: (id) =>
      use(async (db, team) => {
        // What was said is needed for an answer only: nothing of it is kept.
        await db
          .updateTable('questions')
          .set({ state: 'answered', message: '' })
          .where('team', '=', team)
          .where('id', '=', id)
          .execute();
      }),
    unansweredQuestions: (since) =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('questions')
          .selectAll()
          .where('team', '=', team)
          .where('state', '=', 'claimed')
          .where('askedAt', '>=', since.toISOString())
          .orderBy('askedAt')
          .orderBy('id')
          .execute();
        return rows.map(withoutTeam);
      }),
  };
}
