// Who hears of what: a channel's subscriptions and its snoozes.

import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod';
import type { Store, Subscription } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { inTransaction, type Use, withoutNul, withoutTeam } from './use.ts';

/** Days of the week as they stand in a row, Monday 1. */
const weekdaysSchema = z.array(z.int());

/** Subscriptions of channels. */
export function subscriptions(
  use: Use,
): Pick<
  Store,
  'saveSubscription' | 'replaceSubscription' | 'editSubscription' | 'removeSubscription' | 'subscriptions'
> {
  return {
    saveSubscription: (subscription) => use((db, team) => save(db, team, subscription)),
    replaceSubscription: (id, subscription) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          await transaction
            .deleteFrom('subscriptions')
            .where('team', '=', team)
            .where('id', '=', id)
            .execute();
          await save(transaction, team, subscription);
        }),
      ),
    editSubscription: (id, edit) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          // The write comes first: it holds the row in either database until the end.
          const [row] = await transaction
            .updateTable('subscriptions')
            .set({ id })
            .where('team', '=', team)
            .where('id', '=', id)
            .returningAll()
            .execute();
          if (!row) return null;
          const edited = edit(fromRow(row));
          await save(transaction, team, edited);
          return edited;
        }),
      ),
    removeSubscription: (id) =>
      use(async (db, team) => {
        const gone = await db
          .deleteFrom('subscriptions')
          .where('team', '=', team)
          .where('id', '=', id)
          .returning('id')
          .execute();
        return gone.length > 0;
      }),
    subscriptions: (channel) =>
      use(async (db, team) => {
        const all = db
          .selectFrom('subscriptions')
          .selectAll()
          .where('team', '=', team)
          .orderBy('createdAt')
          .orderBy('id');
        const rows = await (channel === undefined ? all : all.where('channel', '=', channel)).execute();
        return rows.map(fromRow);
      }),
  };
}

/** KPIs silenced in channels. */
export function snoozes(use: Use): Pick<Store, 'saveSnooze' | 'removeSnooze' | 'snoozes'> {
  return {
    saveSnooze: (snooze) =>
      use(async (db, team) => {
        const row = withoutNul(snooze);
        const { channel: _, kpi: __, ...changed } = row;
        await db
          .insertInto('snoozes')
          .values({ team, ...row })
          .onConflict((conflict) => conflict.columns(['team', 'channel', 'kpi']).doUpdateSet(changed))
          .execute();
      }),
    removeSnooze: (channel, kpi) =>
      use(async (db, team) => {
        const gone = await db
          .deleteFrom('snoozes')
          .where('team', '=', team)
          .where('channel', '=', channel)
          .where('kpi', '=', kpi)
          .returning('kpi')
          .execute();
        return gone.length > 0;
      }),
    snoozes: (channel) =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('snoozes')
          .selectAll()
          .where('team', '=', team)
          .where('channel', '=', channel)
          .orderBy('createdAt')
          .orderBy('kpi')
          .execute();
        return rows.map(withoutTeam);
      }),
  };
}

async function save(db: Kysely<Tables>, team: string, subscription: Subscription): Promise<void> {
  const row = withoutNul({ ...subscription, weekdays: JSON.stringify(subscription.weekdays) });
  const { id: _, ...changed } = row;
  await db
    .insertInto('subscriptions')
    .values({ team, ...row })
    .onConflict((conflict) => conflict.columns(['team', 'id']).doUpdateSet(changed))
    .execute();
}

function fromRow({ team: _, ...row }: Selectable<Tables['subscriptions']>): Subscription {
  return { ...row, weekdays: weekdaysSchema.parse(JSON.parse(row.weekdays)) };
}
