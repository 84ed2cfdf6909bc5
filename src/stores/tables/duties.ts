// Who answers for what; the duties of a subject change together, and so do those that are handed over.
import type { Duty, Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

/** Owners, deputies and chiefs. */
export function duties(use: Use): Pick<Store, 'saveDuties' | 'handOverDuties' | 'duties'> {
  return {
    saveDuties: (subject, saved, roles) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .deleteFrom('duties')
            .where('subject', '=', subject)
            .where('role', 'in', [...roles])
            .execute();
          for (const duty of saved)
            await transaction
              .insertInto('duties')
              .values(withoutNul({ ...duty, subject }))
              .onConflict((conflict) => conflict.columns(['subject', 'person', 'role']).doNothing())
              .execute();
        }),
      ),
    handOverDuties: (from, to, by, at) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          const handed: Duty[] = await transaction
            .deleteFrom('duties')
            .where('person', '=', from)
            .returningAll()
            .execute();
          for (const duty of handed)
            await transaction
              .insertInto('duties')
              .values({ ...duty, person: to, by, at: at.toISOString() })
              // The other one may have it already.
              .onConflict((conflict) => conflict.columns(['subject', 'person', 'role']).doNothing())
              .execute();
          return new Set(handed.map(({ subject }) => subject)).size;
        }),
      ),
    duties: () =>
      use((db) =>
        db.selectFrom('duties').selectAll().orderBy('subject').orderBy('role').orderBy('person').execute(),
      ),
  };
}
