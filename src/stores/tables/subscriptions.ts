// Who is told what: a channel's subscriptions and its snoozes.

import type { Kysely, Selectable } from 'kysely';
import type { Store, Subscription } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { type Use, withoutNul } from './use.ts';

/** Subscriptions and snoozes of channels. */
export function subscriptions(
  use: Use,
): Pick<
  Store,
  | 'saveSubscription'
  | 'replaceSubscription'
  | 'editSubscription'
  | 'removeSubscription'
  | 'subscriptions'
  | 'saveSnooze'
  | 'removeSnooze'
  | 'snoozes'
> {
  return {
    saveSubscription: (subscription) => use((db) => save(db, subscription)),
    replaceSubscription: (id, subscription) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('subscriptions').where('id', '=', id).execute();
          await save(transaction, subscription);
        }),
      ),
    editSubscription: (id, edit) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          // The write comes first: it holds the row in either database until the end.
          const [row] = await transaction
            .updateTable('subscriptions')
            .set({ id })
            .where('id', '=', id)
            .returningAll()
            .execute();
          if (!row) return null;
          const edited = edit(fromRow(row));
          await save(transaction, edited);
          return edited;
        }),
      ),
    removeSubscription: (id) =>
      use(async (db) => {
        const gone = await db.deleteFrom('subscriptions').where('id', '=', id).returning('id').execute();
        return gone.length > 0;
      }),
    subscriptions: (channel) =>
      use(async (db) => {
        const all = db.selectFrom('subscriptions').selectAll().orderBy('createdAt').orderBy('id');
        const rows = await (channel === undefined ? all : all.where('channel', '=', channel)).execute();
        return rows.map(fromRow);
      }),

    saveSnooze: (snooze) =>
      use(async (db) => {
        const row = withoutNul(snooze);
        const { channel: _, kpi: __, ...changed } = row;
        await db
          .insertInto('snoozes')
          .values(row)
          .onConflict((conflict) => conflict.columns(['channel', 'kpi']).doUpdateSet(changed))
          .execute();
      }),
    removeSnooze: (channel, kpi) =>
      use(async (db) => {
        const gone = await db
          .deleteFrom('snoozes')
          .where('channel', '=', channel)
          .where('kpi', '=', kpi)
          .returning('kpi')
          .execute();
        return gone.length > 0;
      }),
    snoozes: (channel) =>
      use((db) =>
        db
          .selectFrom('snoozes')
          .selectAll()
          .where('channel', '=', channel)
          .orderBy('createdAt')
          .orderBy('kpi')
          .execute(),
      ),
  };
}

async function save(db: Kysely<Tables>, subscription: Subscription): Promise<void> {
  const row = withoutNul({ ...subscription, weekdays: JSON.stringify(subscription.weekdays) });
  const { id: _, ...changed } = row;
  await db
    .insertInto('subscriptions')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

function fromRow(row: Selectable<Tables['subscriptions']>): Subscription {
  return { ...row, weekdays: JSON.parse(row.weekdays) as number[] };
}
