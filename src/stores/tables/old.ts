// What is forgotten with time: a year of 500 channels would be gigabytes nobody reads.
import { sql } from 'kysely';
import type { Store } from '../../ports/store.ts';
import type { Use } from './use.ts';

const DAY = 86_400_000;
/** Days until results are due that a snooze waits for. */
const YEAR = 365;

/** Forgetting by age; a subscription's last digest stays, as the next one is compared with it. */
export function old(use: Use): Pick<Store, 'forgetOld'> {
  return {
    forgetOld: (at, keep) =>
      use(async (db, team) => {
        const before = (days: number) => new Date(at.getTime() - days * DAY).toISOString();
        await db
          .deleteFrom('digests')
          .where('team', '=', team)
          .where('day', '<', before(keep.digests).slice(0, 10))
          .where('state', 'in', ['posted', 'quiet', 'failed'])
          .where(
            sql<boolean>`seq < (select max(newer.seq) from digests newer where newer.team = digests.team and newer.subscription = digests.subscription and newer.state in ('posted', 'quiet'))`,
          )
          .execute();
        await db
          .deleteFrom('threadQuestions')
          .where('team', '=', team)
          .where('at', '<', before(keep.threads))
          .execute();
        await db
          .deleteFrom('feedback')
          .where('team', '=', team)
          .where('at', '<', before(keep.feedback))
          .execute();
        await db
          .deleteFrom('snoozes')
          .where('team', '=', team)
          .where('until', '<', before(keep.snoozes).slice(0, 10))
          .execute();
        await db
          .deleteFrom('snoozes')
          .where('team', '=', team)
          .where('until', 'is', null)
          .where('createdAt', '<', before(keep.snoozes + YEAR))
          .execute();
        await db.deleteFrom('questions').where('team', '=', team).where('askedAt', '<', before(1)).execute();
        await db
          .deleteFrom('seenEvents')
          .where('team', '=', team)
          .where('at', '<', before(1 / 24))
          .execute();
      }),
  };
}
