// The append-only log of results that staff recorded.
import type { Selectable, Transaction } from 'kysely';
import { type RecordedEntry, type Store, StoreConflict } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { inTransaction, type Use, withoutNul } from './use.ts';

/** Recording and reading the log; `lockAppends` lets one append at a time go on in all copies. */
export function recordedEntries(
  use: Use,
  lockAppends: (transaction: Transaction<Tables>) => Promise<void>,
): Pick<Store, 'append' | 'entriesAfter'> {
  return {
    append: (entry, expectedLast) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          await lockAppends(transaction);
          const entries = transaction.selectFrom('recordedEntries').selectAll().where('team', '=', team);
          const repeated = await entries.where('id', '=', entry.id).executeTakeFirst();
          if (repeated) return fromRow(repeated);
          const latest = await entries
            .where('kpi', '=', entry.kpi)
            .where('fy', '=', entry.fy)
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst();
          if (expectedLast !== undefined && latest && latest.seq > expectedLast)
            throw new StoreConflict(fromRow(latest));
          const last = await transaction
            .selectFrom('recordedEntries')
            .select('seq')
            .where('team', '=', team)
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst();
          const row = withoutNul({ ...entry, team, partly: entry.partly ? 1 : 0, seq: (last?.seq ?? 0) + 1 });
          await transaction.insertInto('recordedEntries').values(row).execute();
          return fromRow(row);
        }),
      ),
    entriesAfter: (after) =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('recordedEntries')
          .selectAll()
          .where('team', '=', team)
          .where('seq', '>', after)
          .orderBy('seq')
          .execute();
        return rows.map(fromRow);
      }),
  };
}

function fromRow({ team: _, ...row }: Selectable<Tables['recordedEntries']>): RecordedEntry {
  return { ...row, partly: row.partly === 1 };
}
