// Digests from claim to post; a claim is one insert, so that one copy alone gets it.
import { type Kysely, type Selectable, sql } from 'kysely';
import type { DigestPost, Store } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { type Use, withoutNul } from './use.ts';

/** Digests by subscription and day. */
export const digests = (use: Use) => ({ ...digestMoves(use), ...digestReads(use) });

function digestMoves(use: Use): Pick<Store, 'claimDigest' | 'moveDigest'> {
  return {
    claimDigest: (post) =>
      use(async (db, team) => {
        const claimed = await db
          .insertInto('digests')
          .values({
            team,
            ...withoutNul(post),
            seq: sql<number>`(select coalesce(max(seq), 0) + 1 from digests where team = ${team} and subscription = ${post.subscription})`,
          })
          .onConflict((conflict) => conflict.columns(['team', 'subscription', 'day']).doNothing())
          .returning('day')
          .execute();
        return claimed.length > 0;
      }),
    moveDigest: (subscription, day, from, to) =>
      use(async (db, team) => {
        // The key is what is moved, never part of the move.
        const { subscription: _, day: __, ...changed } = to;
        const moved = await db
          .updateTable('digests')
          .set(withoutNul(changed))
          .where('team', '=', team)
          .where('subscription', '=', subscription)
          .where('day', '=', day)
          .where('state', '=', typeof from === 'string' ? from : from.state)
          .$if(typeof from !== 'string', (query) =>
            query.where('claimedBy', '=', typeof from === 'string' ? '' : from.claimedBy),
          )
          .returning('day')
          .execute();
        return moved.length > 0;
      }),
  };
}

/** All digests of a subscription. */
const digestsOf = (db: Kysely<Tables>, team: string, subscription: string) =>
  db.selectFrom('digests').selectAll().where('team', '=', team).where('subscription', '=', subscription);

function digestReads(use: Use): Pick<Store, 'digest' | 'lastDigest' | 'unsettledDigests'> {
  return {
    digest: (subscription, day) =>
      use(async (db, team) => {
        const found = await digestsOf(db, team, subscription).where('day', '=', day).executeTakeFirst();
        return found ? fromRow(found) : null;
      }),
    lastDigest: (subscription) =>
      use(async (db, team) => {
        const found = await digestsOf(db, team, subscription)
          .where('state', 'in', ['posted', 'quiet'])
          .orderBy('seq', 'desc')
          .orderBy('day', 'desc')
          .limit(1)
          .executeTakeFirst();
        return found ? fromRow(found) : null;
      }),
    unsettledDigests: () =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('digests')
          .selectAll()
          .where('team', '=', team)
          .where('state', 'in', ['claimed', 'posting'])
          .orderBy('claimedAt')
          .orderBy('subscription')
          .execute();
        return rows.map(fromRow);
      }),
  };
}

function fromRow({ team: _, seq: __, ...post }: Selectable<Tables['digests']>): DigestPost {
  return post;
}
