// Lays results that staff recorded over the printed ones, where a store exists; questions go on without it.
import type { Repository } from '../data/repository.ts';
import { existingStore } from '../start/store/existing.ts';

/** Reads the store once; a store that is down costs one line on standard error. False when there are results that were not read. */
export async function layRecorded(repository: Repository): Promise<boolean> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env;
  const store = await existingStore({ databaseUrl, dataDir });
  if (!store) return true;
  try {
    repository.applyEntries(await store.entriesAfter(0));
    return true;
  } catch (error) {
    process.stderr.write(`登録された実績を読めませんでした: ${(error as Error).message}\n`);
    return false;
  } finally {
    await store.close();
  }
}
