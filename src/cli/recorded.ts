// Lays results that staff recorded over the printed ones, where a store exists; questions go on without it.
import type { Repository } from '../data/repository.ts';
import { existingStore } from '../start/store/existing.ts';

/** Reads the store once; a store that is down costs one line on standard error. */
export async function layRecorded(repository: Repository): Promise<void> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env;
  const store = await existingStore({ databaseUrl, dataDir });
  if (!store) return;
  try {
    repository.applyEntries(await store.entriesAfter(0));
  } catch (error) {
    process.stderr.write(`登録された実績を読めませんでした: ${(error as Error).message}\n`);
  } finally {
    await store.close();
  }
}
