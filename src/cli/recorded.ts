// Lays results that staff recorded over the printed ones, where a store exists; questions go on without it.
import { existsSync } from 'node:fs';
import type { Repository } from '../data/repository.ts';
import { sqliteFileIn } from '../start/sqlite-file.ts';

/** Reads the store once; a store that is down costs one line on standard error. */
export async function layRecorded(repository: Repository): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  const sqliteFile = sqliteFileIn(process.env.DATA_DIR);
  if (!databaseUrl && !existsSync(sqliteFile)) return;
  const { openStore } = await import('../stores/open-store.ts');
  const store = openStore({ databaseUrl, sqliteFile });
  try {
    repository.applyEntries(await store.entriesAfter(0));
  } catch (error) {
    process.stderr.write(`登録された実績を読めませんでした: ${(error as Error).message}\n`);
  } finally {
    await store.close();
  }
}
