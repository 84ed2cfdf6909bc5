// Who is told what: a channel's subscriptions and its snoozes.
import type { Store } from '../../ports/store.ts';
import { type Use, withoutNul } from './use.ts';

/** Subscriptions and snoozes of channels. */
export function subscriptions(
  use: Use,
): Pick<
  Store,
  'saveSubscription' | 'removeSubscription' | 'subscriptions' | 'saveSnooze' | 'removeSnooze' | 'snoozes'
> {
  return {
    saveSubscription: (subscription) =>
      use(async (db) => {
        const row = withoutNul({ ...subscription, weekdays: JSON.stringify(subscription.weekdays) });
        const { id: _, ...changed } = row;
        await db
          .insertInto('subscriptions')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
          .execute();
      }),
    removeSubscription: (id) =>
      use(async (db) => {
        const gone = await db.deleteFrom('subscriptions').where('id', '=', id).returning('id').execute();
        return gone.length > 0;
      }),
    subscriptions: (channel) =>
      use(async (db) => {
        const all = db.selectFrom('subscriptions').selectAll().orderBy('createdAt').orderBy('id');
        const rows = await (channel === undefined ? all : all.where('channel', '=', channel)).execute();
        return rows.map((row) => ({ ...row, weekdays: JSON.parse(row.weekdays) as number[] }));
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
