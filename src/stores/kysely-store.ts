// The Store port over kysely: opened on first use, the same for both databases; what differs comes in as `Backend`.
import type { Kysely, Transaction } from 'kysely';
import { type Store, StoreConflict, StoreUnavailable } from '../ports/store.ts';
import type { StoreHouse } from '../ports/workspaces.ts';
import { migrate } from './migrations/migrate.ts';
import { conversations } from './tables/conversations.ts';
import { digests } from './tables/digests.ts';
import { duties } from './tables/duties.ts';
import { old } from './tables/old.ts';
import { people } from './tables/people.ts';
import { planVersions } from './tables/plan-versions.ts';
import { questions } from './tables/questions.ts';
import { recordedEntries } from './tables/recorded-entries.ts';
import { snoozes, subscriptions } from './tables/subscriptions.ts';
import type { Use } from './tables/use.ts';
import { homeTeam, settle, workspaces } from './tables/workspaces.ts';
import { type Tables, unnamedTeam } from './tables.ts';

/** What a database brings along. */
export interface Backend {
  /** Opens a connection (pool); nothing may be created before this is called. */
  connect(): Kysely<Tables>;
  /** Lets one append at a time go on in all copies, until its transaction ends. */
  lockAppends(transaction: Transaction<Tables>): Promise<void>;
  /** Runs work that sees the rows of one workspace only, where the database can hold it to that. */
  inTeam<T>(db: Kysely<Tables>, team: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** All or nothing, over the rows of every workspace. */
  overEvery<T>(db: Kysely<Tables>, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Whether an error means that the database cannot be reached or used now, not that our statement is wrong. */
  isUnavailable(error: unknown): boolean;
}

/** Milliseconds until a process learns that another one has named the single workspace. */
const namedWithin = 5000;

/** A connection that opens and migrates on its first use, and is tried again after a failure. */
function lazyConnection(backend: Backend) {
  let ready: Promise<Kysely<Tables>> | undefined;
  let closed = false;

  async function open(): Promise<Kysely<Tables>> {
    const db = backend.connect();
    try {
      await migrate(db);
      return db;
    } catch (error) {
      await db.destroy().catch(() => undefined);
      // Also a database of a newer version: nothing can be read from it, and questions go on.
      throw new StoreUnavailable('the store cannot be opened', { cause: error });
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

  async function close(): Promise<void> {
    closed = true;
    const db = await ready?.catch(() => undefined);
    ready = undefined;
    await db?.destroy();
  }

  return { use, close };
}

/** A store that connects and migrates on its first use, and tries again after a failure. */
export function createKyselyStore(backend: Backend): StoreHouse {
  const { use, close } = lazyConnection(backend);
  let home = unnamedTeam;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const own: Use = (work) =>
    use(async (db) => {
      // Another process may have named it meanwhile; a name never changes.
      if (home === unnamedTeam && performance.now() - lookedAt > namedWithin) {
        home = (await homeTeam(db)) ?? unnamedTeam;
        lookedAt = performance.now();
      }
      const team = home;
      return await backend.inTeam(db, team, (within) => work(within, team));
    });
  return {
    ...teamTables(own, backend),
    close,
    ofTeam(team) {
      if (!/^[A-Z][A-Z0-9]+$/.test(team)) throw new Error(`no id of a workspace: ${team}`);
      const bound: Use = (work) => use((db) => backend.inTeam(db, team, (within) => work(within, team)));
      return { ...teamTables(bound, backend), close: async () => undefined };
    },
    async settle(workspace) {
      home = await use((db) => settle(db, backend, workspace));
      return home;
    },
    workspaces: workspaces(use, backend),
  };
}

/** Everything one workspace owns. */
function teamTables(use: Use, { lockAppends }: Pick<Backend, 'lockAppends'>): Omit<Store, 'close'> {
  return {
    ...recordedEntries(use, lockAppends),
    ...planVersions(use, lockAppends),
    ...subscriptions(use),
    ...snoozes(use),
    ...digests(use),
    ...questions(use),
    ...duties(use),
    ...conversations(use),
    ...people(use),
    ...old(use),
  };
}
