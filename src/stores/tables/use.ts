// What every group of tables stands on: an open database, the workspace whose rows it is about, and rows both databases accept.
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Runs work on the open database for one workspace; opens and migrates it first, and names its failures as the port does.
 * Every statement on a table with a `team` names it: in PostgreSQL one that forgets finds nothing (row-level security).
 */
export type Use = <T>(work: (db: Kysely<Tables>, team: string) => Promise<T>) => Promise<T>;

/** PostgreSQL refuses the NUL character in texts; nobody types it on purpose. */
export function withoutNul<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  ]);
  return Object.fromEntries(entries) as T;
}

/** All or nothing; within a transaction that is already open it is part of that one. */
export function inTransaction<T>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}

/** A row as its workspace knows it. */
export function withoutTeam<T extends { team: string }>({ team: _, ...row }: T): Omit<T, 'team'> {
  return row;
}
