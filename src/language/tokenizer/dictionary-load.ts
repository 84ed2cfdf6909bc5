// Loads the dictionary the fastest way there is: prepared file if it fits, else kuromoji's own files.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Dictionary } from './dictionary.ts';
import { readPrepared, writePrepared } from './dictionary-cache.ts';
import { readKuromoji } from './dictionary-kuromoji.ts';

/** Where the dictionary lies. */
export interface DictionaryOptions {
  /** A prepared dictionary: read when it was made from the same files, else written anew for the next start. */
  cacheFile?: string;
  /** Kuromoji's `dict` folder; absent: that of the installed package. */
  dictionaryFolder?: string;
}

/**
 * `none`: no file was asked for. `used`: it was read. `written`: it was missing or did not fit, and stands there now.
 * `unwritable`: the same, but it could not be written; everything works, the next start is as slow.
 */
export type CacheState = 'none' | 'used' | 'written' | 'unwritable';

/**
 * Loads the dictionary. `cache` is never rejected; it waits for the writing, which goes on in the background.
 * @throws DictionaryError when kuromoji's files are missing or broken
 */
export async function loadDictionary({
  cacheFile,
  dictionaryFolder,
}: DictionaryOptions): Promise<{ dictionary: Dictionary; cache: Promise<CacheState> }> {
  const require = createRequire(import.meta.url);
  const sources = dictionaryFolder ?? require('kuromoji/package.json').version;
  const prepared = cacheFile === undefined ? undefined : await readPrepared(cacheFile, sources);
  if (prepared) return { dictionary: prepared, cache: Promise.resolve('used') };
  const folder = dictionaryFolder ?? join(dirname(require.resolve('kuromoji/package.json')), 'dict');
  const { dictionary, lines } = await readKuromoji(folder);
  if (cacheFile === undefined) return { dictionary, cache: Promise.resolve('none') };
  const written = writePrepared(cacheFile, sources, dictionary, lines);
  return {
    dictionary,
    cache: written.then(
      () => 'written' as const,
      () => 'unwritable' as const,
    ),
  };
}
