// Digests from claim to post; a claim is one insert, so that one copy alone gets it.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

/** Digests by subscription and day. */
export function digests(
  use: Use,
): Pick<Store, 'claimDigest' | 'moveDigest' | 'digest' | 'lastDigest' | 'unsettledDigests'> {
  return {
    claimDigest: (post) =>
      use(async (db) => {
        const claimed = await db
          .insertInto('digests')
          .values(withoutNul(post))
          .onConflict((conflict) => conflict.columns(['subscription', 'day']).doNothing())
          .returning('day')
          .execute();
        return claimed.length > 0;
      }),
    moveDigest: (subscription, day, from, to) =>
      use(async (db) => {
        // The key is what is moved, never part of the move.
        const { subscription: _, day: __, ...changed } = to;
        const moved = await db
          .updateTable('digests')
          .set(withoutNul(changed))
          .where('subscription', '=', subscription)
          .where('day', '=', day)
          .where('state', '=', from)
          .returning('day')
          .execute();
        return moved.length > 0;
      }),
    digest: (subscription, day) =>
      use(async (db) => {
        const found = await db
          .selectFrom('digests')
          .selectAll()
          .where('subscription', '=', subscription)
          .where('day', '=', day)
          .executeTakeFirst();
        return found ?? null;
      }),
    lastDigest: (subscription) =>
      use(async (db) => {
        const found = await db
          .selectFrom('digests')
          .selectAll()
          .where('subscription', '=', subscription)
          .where('state', 'in', ['posted', 'quiet'])
          .orderBy('day', 'desc')
          .limit(1)
          .executeTakeFirst();
        return found ?? null;
      }),
    unsettledDigests: () =>
      use((db) =>
        db
          .selectFrom('digests')
          .selectAll()
          .where('state', 'in', ['claimed', 'posting'])
          .orderBy('claimedAt')
          .orderBy('subscription')
          .execute(),
      ),
  };
}
