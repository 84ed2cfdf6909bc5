// Puts a backup in the place of what a store holds, all or nothing, into either database.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { copyRows, holdsMore, overEveryRow, removeRows } from './copy-rows.ts';
import type { Backend } from './kysely-store.ts';
import { migrate, unknownMigrations } from './migrations/migrate.ts';
import type { StoreSettings } from './open-store.ts';
import { postgresBackend } from './postgres-store.ts';
import { sqliteBackend } from './sqlite-store.ts';
import type { Tables } from './tables.ts';

/** Thrown when the file is no backup, or one of a newer version. */
export class NoBackup extends Error {
  readonly code = 'no-backup';
}

/** Thrown when the store holds something and nobody said that it may go. */
export class StoreNotEmpty extends Error {
  readonly code = 'store-not-empty';
}

/** What happens with what the store holds. */
export type Existing = 'keep' | 'replace';

/** Reads the backup, of this version or an older one, into the store. The bot should not run meanwhile: it remembers what was there. */
export async function restoreStore(
  backup: string,
  settings: StoreSettings,
  existing: Existing,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-restore-'));
  try {
    // Brought up to this version in a copy: the backup stays as it is.
    const file = join(folder, 'backup.sqlite');
    copyFileSync(backup, file);
    await read({ file, fresh: join(folder, 'fresh.sqlite') }, backendOf(settings), existing);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function backendOf({ databaseUrl, sqliteFile }: StoreSettings): Backend {
  return databaseUrl ? postgresBackend(databaseUrl) : sqliteBackend(sqliteFile);
}

async function read(
  paths: { file: string; fresh: string },
  store: Backend,
  existing: Existing,
): Promise<void> {
  const from = await openBackup(paths.file);
  const fresh: Kysely<Tables> = sqliteBackend(paths.fresh).connect();
  const to = store.connect();
  try {
    await migrate(fresh);
    await migrate(to);
    await to.transaction().execute(async (target) => {
      await overEveryRow(target);
      if (existing === 'keep' && (await holdsMore(target, fresh)))
        throw new StoreNotEmpty('the store is not empty');
      await removeRows(target, from);
      await copyRows(from, target);
    });
  } finally {
    await Promise.all([from.destroy(), fresh.destroy(), to.destroy()]);
  }
}

async function openBackup(file: string): Promise<Kysely<Tables>> {
  const db: Kysely<Tables> = sqliteBackend(file).connect();
  try {
    if ((await unknownMigrations(db)).length > 0) throw new NoBackup('it is of a newer version');
    if (!(await hasMigrations(db))) throw new NoBackup('it holds no tables of ours');
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error instanceof NoBackup ? error : new NoBackup('it cannot be read', { cause: error });
  }
}

async function hasMigrations(db: Kysely<Tables>): Promise<boolean> {
  return (await db.introspection.getTables()).some(({ name }) => name === 'recorded_entries');
}
