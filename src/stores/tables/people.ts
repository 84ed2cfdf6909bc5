// What single people left: feedback on answers, and their settings.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

/** Feedback and preferences. */
export function people(use: Use): Pick<Store, 'saveFeedback' | 'feedback' | 'savePreference' | 'preference'> {
  return {
    saveFeedback: (feedback) =>
      use(async (db) => {
        const row = withoutNul(feedback);
        const { id: _, ...changed } = row;
        await db
          .insertInto('feedback')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
          .execute();
      }),
    feedback: () => use((db) => db.selectFrom('feedback').selectAll().orderBy('at').orderBy('id').execute()),

    savePreference: (person, name, value) =>
      use(async (db) => {
        const changed = withoutNul({ value });
        await db
          .insertInto('preferences')
          .values({ person, name, ...changed })
          .onConflict((conflict) => conflict.columns(['person', 'name']).doUpdateSet(changed))
          .execute();
      }),
    preference: (person, name) =>
      use(async (db) => {
        const found = await db
          .selectFrom('preferences')
          .select('value')
          .where('person', '=', person)
          .where('name', '=', name)
          .executeTakeFirst();
        return found?.value ?? '';
      }),
  };
}
