// What single people left: feedback on answers, and their settings.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul, withoutTeam } from './use.ts';

/** Feedback and preferences. */
export function people(use: Use): Pick<Store, 'saveFeedback' | 'feedback' | 'savePreference' | 'preference'> {
  return {
    saveFeedback: (feedback) =>
      use(async (db, team) => {
        const row = withoutNul(feedback);
        const { id: _, ...changed } = row;
        await db
          .insertInto('feedback')
          .values({ team, ...row })
          .onConflict((conflict) => conflict.columns(['team', 'id']).doUpdateSet(changed))
          .execute();
      }),
    feedback: () =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('feedback')
          .selectAll()
          .where('team', '=', team)
          .orderBy('at')
          .orderBy('id')
          .execute();
        return rows.map(withoutTeam);
      }),

    savePreference: (person, name, value) =>
      use(async (db, team) => {
        const changed = withoutNul({ value });
        await db
          .insertInto('preferences')
          .values({ team, person, name, ...changed })
          .onConflict((conflict) => conflict.columns(['team', 'person', 'name']).doUpdateSet(changed))
          .execute();
      }),
    preference: (person, name) =>
      use(async (db, team) => {
        const found = await db
          .selectFrom('preferences')
          .select('value')
          .where('team', '=', team)
          .where('person', '=', person)
          .where('name', '=', name)
          .executeTakeFirst();
        return found?.value ?? '';
      }),
  };
}
