// Who answers for what; the duties of a subject change together, and so do those that are handed over.
import type { Store } from '../../ports/store.ts';
import { inTransaction, type Use, withoutNul, withoutTeam } from './use.ts';

/** Owners, deputies and chiefs. */
export function duties(use: Use): Pick<Store, 'saveDuties' | 'handOverDuties' | 'duties'> {
  return {
    saveDuties: (subject, saved, roles) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          await transaction
            .deleteFrom('duties')
            .where('team', '=', team)
            .where('subject', '=', subject)
            .where('role', 'in', [...roles])
            .execute();
          for (const duty of saved)
            await transaction
              .insertInto('duties')
              .values(withoutNul({ ...duty, subject, team }))
              .onConflict((conflict) => conflict.columns(['team', 'subject', 'person', 'role']).doNothing())
              .execute();
        }),
      ),
    handOverDuties: (from, to, by, at) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          const handed = await transaction
            .deleteFrom('duties')
            .where('team', '=', team)
            .where('person', '=', from)
            .returningAll()
            .execute();
          for (const duty of handed)
            await transaction
              .insertInto('duties')
              .values({ ...duty, person: to, by, at: at.toISOString() })
              // The other one may have it already.
              .onConflict((conflict) => conflict.columns(['team', 'subject', 'person', 'role']).doNothing())
              .execute();
          return new Set(handed.map(({ subject }) => subject)).size;
        }),
      ),
    duties: () =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('duties')
          .selectAll()
          .where('team', '=', team)
          .orderBy('subject')
          .orderBy('role')
          .orderBy('person')
          .execute();
        return rows.map(withoutTeam);
      }),
  };
}
