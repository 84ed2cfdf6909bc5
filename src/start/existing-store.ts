// The store for those who only read: asking, exporting and listing create no database.
import { existsSync } from 'node:fs';
import type { Store } from '../ports/store.ts';
import { sqliteFileIn } from './sqlite-file.ts';

/** The store when one was set up or written before, else null. Its driver is loaded only then. */
export async function existingStore(where: {
  databaseUrl: string | undefined;
  dataDir: string | undefined;
}): Promise<Store | null> {
  const { databaseUrl } = where;
  const sqliteFile = sqliteFileIn(where.dataDir);
  if (!databaseUrl && !existsSync(sqliteFile)) return null;
  const { openStore } = await import('../stores/open-store.ts');
  return openStore({ databaseUrl, sqliteFile });
}
