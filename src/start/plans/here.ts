// The plans of the settings in the environment: the same for every terminal command.
import { dirname, join } from 'node:path';
import { existingStore } from '../store/existing.ts';
import { sqliteFileIn } from '../store/sqlite-file.ts';
import { type PlanSource, readBrought, seedsOnly, type Written } from './source.ts';

/** What `SEEDS`, `DATABASE_URL` and `DATA_DIR` say. */
export interface DataSettings {
  seeds: boolean;
  databaseUrl: string | undefined;
  dataDir: string | undefined;
}

/** The settings of an environment. An empty variable counts as unset. */
export function dataSettings(environment: NodeJS.ProcessEnv): DataSettings {
  return {
    seeds: environment.SEEDS !== 'none',
    databaseUrl: environment.DATABASE_URL || undefined,
    dataDir: environment.DATA_DIR || undefined,
  };
}

/** Where the index over brought plans lies. */
export function indexFolderIn(dataDir: string | undefined): string {
  return join(dirname(sqliteFileIn(dataDir)), 'index');
}

/** Reads the brought plans once; a store that is down costs one sentence, the other plans are there. */
export async function sourceHere(
  settings: DataSettings,
  warn: (message: string) => void,
  written?: Written,
): Promise<PlanSource> {
  const source = { ...seedsOnly, seeds: settings.seeds, indexFolder: indexFolderIn(settings.dataDir) };
  const store = await existingStore(settings);
  if (!store) return source;
  try {
    return { ...source, ...(await readBrought(store, written)) };
  } catch (error) {
    warn(`取り込んだ計画を読めませんでした: ${(error as Error).message}`);
    return source;
  } finally {
    await store.close();
  }
}
