// Questions from their arrival to their answer; a claim is one insert, so that one copy alone answers.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

/** Questions on their way. */
export function questions(
  use: Use,
): Pick<Store, 'claimQuestion' | 'holdQuestion' | 'answeredQuestion' | 'unansweredQuestions'> {
  return {
    claimQuestion: (question) =>
      use(async (db) => {
        const claimed = await db
          .insertInto('questions')
          .values(withoutNul(question))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute();
        return claimed.length > 0;
      }),
    holdQuestion: (id, from, by, at) =>
      use(async (db) => {
        const held = await db
          .updateTable('questions')
          .set({ claimedBy: by, claimedAt: at.toISOString() })
          .where('id', '=', id)
          .where('state', '=', 'claimed')
          .where('claimedBy', '=', from)
          .returning('id')
          .execute();
        return held.length > 0;
      }),
    answeredQuestion: (id) =>
      use(async (db) => {
        // What was said is needed for an answer only: nothing of it is kept.
        await db
          .updateTable('questions')
          .set({ state: 'answered', message: '' })
          .where('id', '=', id)
          .execute();
      }),
    unansweredQuestions: (since) =>
      use((db) =>
        db
          .selectFrom('questions')
          .selectAll()
          .where('state', '=', 'claimed')
          .where('askedAt', '>=', since.toISOString())
          .orderBy('askedAt')
          .orderBy('id')
          .execute(),
      ),
  };
}
