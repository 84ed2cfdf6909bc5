// What every group of tables stands on: an open database, and rows both databases accept.
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Runs work on the open database; opens and migrates it first, and names its failures as the port does. */
export type Use = <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** PostgreSQL refuses the NUL character in texts; nobody types it on purpose. */
export function withoutNul<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  ]);
  return Object.fromEntries(entries) as T;
}
