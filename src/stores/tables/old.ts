// What is forgotten with time: a year of 500 channels would be gigabytes nobody reads.
import { sql } from 'kysely';
import type { Store } from '../../ports/store.ts';
import type { Use } from './use.ts';

const DAY = 86_400_000;

/** Forgetting by age; a subscription's last digest stays, as the next one is compared with it. */
export function old(use: Use): Pick<Store, 'forgetOld'> {
  return {
    forgetOld: (at) =>
      use(async (db, team) => {
        const before = (days: number) => new Date(at.getTime() - days * DAY).toISOString();
        await db
          .deleteFrom('digests')
          .where('team', '=', team)
          .where('day', '<', before(60).slice(0, 10))
          .where('state', 'in', ['posted', 'quiet', 'failed'])
          .where(
            sql<boolean>`seq < (select max(newer.seq) from digests newer where newer.team = digests.team and newer.subscription = digests.subscription and newer.state in ('posted', 'quiet'))`,
          )
          .execute();
        await db
          .deleteFrom('threadQuestions')
          .where('team', '=', team)
          .where('at', '<', before(180))
          .execute();
        await db.deleteFrom('questions').where('team', '=', team).where('askedAt', '<', before(1)).execute();
      }),
  };
}
