// The Store port over kysely, the same for both databases; what differs comes in as `Backend`.
import type { Kysely, Selectable, Transaction } from 'kysely';
import { type RecordedEntry, type Store, StoreConflict, StoreUnavailable } from '../ports/store.ts';
import { migrate } from './migrations/migrate.ts';
import type { Tables } from './tables.ts';

/** What a database brings along. */
export interface Backend {
  /** Opens a connection (pool); nothing may be created before this is called. */
  connect(): Kysely<Tables>;
  /** Lets one append at a time go on in all copies, until its transaction ends. */
  lockAppends(transaction: Transaction<Tables>): Promise<void>;
  /** Whether an error means that the database cannot be reached or used now, not that our statement is wrong. */
  isUnavailable(error: unknown): boolean;
}

const HOUR = 3_600_000;

/** A store that connects and migrates on its first use, and tries again after a failure. */
export function createKyselyStore(backend: Backend): Store {
  let ready: Promise<Kysely<Tables>> | undefined;
  let closed = false;

  async function open(): Promise<Kysely<Tables>> {
    const db = backend.connect();
    try {
      await migrate(db);
      return db;
    } catch (error) {
      await db.destroy().catch(() => undefined);
      throw error;
    }
  }

  async function use<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      if (closed) throw new StoreUnavailable('the store is closed');
      ready ??= open();
      const opening = ready;
      const db = await opening.catch((error: unknown) => {
        if (ready === opening) ready = undefined;
        throw error;
      });
      return await work(db);
    } catch (error) {
      if (error instanceof StoreConflict || error instanceof StoreUnavailable) throw error;
      if (closed || backend.isUnavailable(error))
        throw new StoreUnavailable('the store cannot be reached', { cause: error });
      throw error;
    }
  }

  return {
    append: (entry, expectedLast) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          await backend.lockAppends(transaction);
          const entries = transaction.selectFrom('recordedEntries').selectAll();
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
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst();
          const row = withoutNul({ ...entry, partly: entry.partly ? 1 : 0, seq: (last?.seq ?? 0) + 1 });
          await transaction.insertInto('recordedEntries').values(row).execute();
          return fromRow(row);
        }),
      ),
    entriesAfter: (after) =>
      use(async (db) => {
        const rows = await db
          .selectFrom('recordedEntries')
          .selectAll()
          .where('seq', '>', after)
          .orderBy('seq')
          .execute();
        return rows.map(fromRow);
      }),

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

    claimDigest: (post) =>
      use(async (db) => {
        const claimed = await db
          .insertInto('digests')
          .values(withoutNul(post))
          .onConflict((conflict) => conflict.columns(['subscription', 'day']).doNothing())
          .returning('day')
          .execute();
        return claimed.length > 0;
      }),
    moveDigest: (subscription, day, from, to) =>
      use(async (db) => {
        // The key is what is moved, never part of the move.
        const { subscription: _, day: __, ...changed } = to;
        const moved = await db
          .updateTable('digests')
          .set(withoutNul(changed))
          .where('subscription', '=', subscription)
          .where('day', '=', day)
          .where('state', '=', from)
          .returning('day')
          .execute();
        return moved.length > 0;
      }),
    digest: (subscription, day) =>
      use(async (db) => {
        const found = await db
          .selectFrom('digests')
          .selectAll()
          .where('subscription', '=', subscription)
          .where('day', '=', day)
          .executeTakeFirst();
        return found ?? null;
      }),
    lastDigest: (subscription) =>
      use(async (db) => {
        const found = await db
          .selectFrom('digests')
          .selectAll()
          .where('subscription', '=', subscription)
          .where('state', 'in', ['posted', 'quiet'])
          .orderBy('day', 'desc')
          .limit(1)
          .executeTakeFirst();
        return found ?? null;
      }),
    unsettledDigests: () =>
      use((db) =>
        db
          .selectFrom('digests')
          .selectAll()
          .where('state', 'in', ['claimed', 'posting'])
          .orderBy('claimedAt')
          .orderBy('subscription')
          .execute(),
      ),

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

    firstSight: (eventId, at) =>
      use(async (db) => {
        const fresh = await db
          .insertInto('seenEvents')
          .values({ eventId, at: at.toISOString() })
          .onConflict((conflict) => conflict.column('eventId').doNothing())
          .returning('eventId')
          .execute();
        const forgotten = new Date(at.getTime() - HOUR).toISOString();
        if (fresh.length > 0) await db.deleteFrom('seenEvents').where('at', '<', forgotten).execute();
        return fresh.length > 0;
      }),

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

    saveThreadQuestion: (thread, question, at) =>
      use(async (db) => {
        const changed = withoutNul({ question, at: at.toISOString() });
        await db
          .insertInto('threadQuestions')
          .values({ thread, ...changed })
          .onConflict((conflict) => conflict.column('thread').doUpdateSet(changed))
          .execute();
      }),
    threadQuestion: (thread) =>
      use(async (db) => {
        const found = await db
          .selectFrom('threadQuestions')
          .select('question')
          .where('thread', '=', thread)
          .executeTakeFirst();
        return found?.question ?? null;
      }),

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

    async close() {
      closed = true;
      const db = await ready?.catch(() => undefined);
      ready = undefined;
      await db?.destroy();
    },
  };
}

function fromRow(row: Selectable<Tables['recordedEntries']>): RecordedEntry {
  return { ...row, partly: row.partly === 1 };
}

/** PostgreSQL refuses the NUL character in texts; nobody types it on purpose. */
function withoutNul<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  ]);
  return Object.fromEntries(entries) as T;
}
