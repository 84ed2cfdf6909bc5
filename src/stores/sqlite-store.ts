// The embedded store: one SQLite file, created on first need, safe with several processes and after a kill -9.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import type { StoreHouse } from '../ports/workspaces.ts';
import { type Backend, createKyselyStore } from './kysely-store.ts';

/** How long a statement waits for another process: 400 tries, about 25 ms apart, ten seconds in all. */
const BUSY_TRIES = 400;
const BUSY_WAIT_MS = 25;

/** A store in that file; its folder is made when needed. */
export function createSqliteStore(file: string): StoreHouse {
  return createKyselyStore(sqliteBackend(file));
}

/** That file as a database. */
export function sqliteBackend(file: string): Backend {
  return {
    connect: () => new Kysely({ dialect: new PatientDialect(file), plugins: [new CamelCasePlugin()] }),
    // `begin immediate` already holds the only write lock.
    lockAppends: async () => undefined,
    inTeam: (db, _team, work) => work(db),
    overEvery: (db, work) => db.transaction().execute(work),
    isUnavailable(error) {
      const code = codeOf(error);
      if (lacksTable(error) || /destroyed|not open/.test(String(error))) return true;
      if (code.startsWith('SQLITE_'))
        return !/^SQLITE_(ERROR|CONSTRAINT|MISUSE|MISMATCH|RANGE|TOOBIG)/.test(code);
      // The folder cannot be made, the file cannot be opened.
      return /^E[A-Z]+$/.test(code) || /unable to open|ConnectionFailed|not a database/i.test(String(error));
    },
    mustReopen: lacksTable,
  };
}

/** Somebody took a table away. */
function lacksTable(error: unknown): boolean {
  return /no such (?:table|column)/.test(String(error));
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}

class PatientDialect extends SqliteDialect {
  constructor(private readonly file: string) {
    super({ database: async () => openFile(file) });
  }
  override createDriver() {
    return new PatientDriver(this.file);
  }
  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** SQLite can change tables in a transaction; so copies that start together migrate one after the other. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

/**
 * Every write is a transaction that takes the write lock at once (a deferred one would fail when another process wrote
 * since its first read). Only `begin immediate` can then find the file busy, and it goes through `exec`: a prepared
 * statement that met a busy file stays in progress in libsql 0.5 and blocks the next commit (found 2026-11-21).
 */
class PatientDriver extends SqliteDriver {
  readonly #opened: { database?: Database.Database };

  constructor(file: string) {
    const opened: { database?: Database.Database } = {};
    super({
      database: async () => {
        opened.database = await openFile(file);
        return opened.database;
      },
    });
    this.#opened = opened;
  }
  override async acquireConnection() {
    return new PatientConnection(await super.acquireConnection(), this.#database);
  }
  override async beginTransaction() {
    await begin(this.#database);
  }
  override async commitTransaction() {
    this.#database.exec('commit');
  }
  override async rollbackTransaction() {
    // A full disk ends the transaction by itself; rolling back once more would hide the cause.
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
  override async destroy() {
    const { database } = this.#opened;
    // All of it into the one file: what is copied after a clean stop is complete.
    if (database?.open) whenIdle(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    await super.destroy();
  }
  get #database() {
    if (!this.#opened.database) throw new Error('the file is not open');
    return this.#opened.database;
  }
}

/** Runs a write outside of a transaction in one of its own. */
class PatientConnection implements DatabaseConnection {
  constructor(
    private readonly connection: DatabaseConnection,
    private readonly database: Database.Database,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.database.inTransaction || query.query.kind === 'SelectQueryNode')
      return this.connection.executeQuery<R>(query);
    await begin(this.database);
    try {
      const result = await this.connection.executeQuery<R>(query);
      this.database.exec('commit');
      return result;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('rollback');
      throw error;
    }
  }
  streamQuery<R>(query: CompiledQuery, chunkSize: number) {
    return this.connection.streamQuery<R>(query, chunkSize);
  }
}

async function begin(database: Database.Database): Promise<void> {
  await whenFree(() => database.exec('begin immediate'));
}

/**
 * Tries again while another connection holds the lock. SQLite's own waiting would block the whole process, and with it
 * the transaction of another store in the same process that it waits for.
 */
async function whenFree<T>(work: () => T): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work();
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || attempt >= BUSY_TRIES) throw error;
      // Not all at the same beat, else one of several may wait for long.
      await sleep(BUSY_WAIT_MS * (0.2 + Math.random()));
    }
  }
}

/** Another process may hold the file, or it may be gone: closing goes on. */
function whenIdle(work: () => unknown): void {
  try {
    work();
  } catch {
    // The write-ahead log stays beside the file and is taken in at the next start.
  }
}

async function openFile(file: string): Promise<Database.Database> {
  // Results and questions are nobody else's on this machine; SQLite gives the file's mode to the files beside it.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 0');
  // Changing to WAL needs the file alone for a moment.
  await whenFree(() => database.exec('PRAGMA journal_mode = WAL'));
  database.exec('PRAGMA synchronous = FULL');
  return database;
}
