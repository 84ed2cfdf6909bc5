// The store for those who only read: asking, exporting and listing create no database.
import { existsSync } from 'node:fs';
import type { Store } from '../../ports/store.ts';
import { openStoreHere, type StorePlace } from './here.ts';
import { sqliteFileIn } from './sqlite-file.ts';

/** The store when one was set up or written before, else null. Its driver is loaded only then. */
export async function existingStore(where: StorePlace): Promise<Store | null> {
  if (!where.databaseUrl && !existsSync(sqliteFileIn(where.dataDir))) return null;
  return await openStoreHere(where);
}
