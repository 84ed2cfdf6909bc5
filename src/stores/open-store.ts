// Chooses the store: PostgreSQL when an address is given, else the SQLite file.
import type { StoreHouse } from '../ports/workspaces.ts';
import { createPostgresStore } from './postgres-store.ts';
import { createSqliteStore } from './sqlite-store.ts';

/** Where results are kept. */
export interface StoreSettings {
  /** `DATABASE_URL`; absent or empty: the embedded store. */
  databaseUrl?: string | undefined;
  /** File of the embedded store, `data/hakaru.sqlite` by default. */
  sqliteFile: string;
}

/** Opens nothing yet: the first use connects and makes the tables. */
export function openStore({ databaseUrl, sqliteFile }: StoreSettings): StoreHouse {
  return databaseUrl ? createPostgresStore(databaseUrl) : createSqliteStore(sqliteFile);
}
