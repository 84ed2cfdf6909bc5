// A whole copy of a store in one SQLite file, taken while the bot runs, whichever database the store is.
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import type { Kysely } from 'kysely';
import Database from 'libsql';
import { copyRows, overEveryRow, removeRows } from './copy-rows.ts';
import { migrate, unknownMigrations } from './migrations/migrate.ts';
import type { StoreSettings } from './open-store.ts';
import { postgresBackend } from './postgres-store.ts';
import { sqliteBackend } from './sqlite-store.ts';
import type { Tables } from './tables.ts';

/** Thrown for a database that a newer version has changed: a copy would leave out what this one does not know. */
class NewerStore extends Error {
  readonly code = 'newer-store';
}

/** Writes the copy, of one moment; the new file must not exist yet, so that no older copy is lost. */
export async function backupStore({ databaseUrl, sqliteFile }: StoreSettings, copy: string): Promise<void> {
  closeSync(openSync(copy, 'wx', 0o600));
  try {
    if (databaseUrl) await backupPostgres(databaseUrl, copy);
    else backupSqlite(sqliteFile, copy);
    chmodSync(copy, 0o600);
  } catch (error) {
    for (const file of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(file, { force: true });
    throw error;
  }
}

function backupSqlite(file: string, copy: string): void {
  const database = new Database(file);
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    // Takes in what still lies in the write-ahead log; an empty file may be written to.
    database.exec(`vacuum into '${copy.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
}

async function backupPostgres(databaseUrl: string, copy: string): Promise<void> {
  const from: Kysely<Tables> = postgresBackend(databaseUrl).connect();
  const to: Kysely<Tables> = sqliteBackend(copy).connect();
  try {
    if ((await unknownMigrations(from)).length > 0)
      throw new NewerStore('the database is of a newer version');
    await migrate(to);
    // What others write meanwhile is not seen: the copy is of one moment.
    await from
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (source) => {
        await overEveryRow(source);
        await to.transaction().execute(async (target) => {
          // A new store holds what its migrations put there.
          await removeRows(target, source);
          await copyRows(source, target);
        });
      });
  } finally {
    await Promise.all([from.destroy(), to.destroy()]);
  }
}
