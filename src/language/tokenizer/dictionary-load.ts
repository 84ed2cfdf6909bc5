// Loads the dictionary the fastest way there is: prepared file if it fits, else kuromoji's own files.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Dictionary, DictionaryError } from './dictionary.ts';
import { readPrepared, writePrepared } from './dictionary-cache.ts';
import { FILES, readKuromoji, sourcePath } from './dictionary-kuromoji.ts';

/** Where the dictionary lies. */
export interface DictionaryOptions {
  /** A prepared dictionary: read when it fits kuromoji's files, else written anew for the next start. */
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
export async function loadDictionary(
  options: DictionaryOptions,
): Promise<{ dictionary: Dictionary; cache: Promise<CacheState> }> {
  const { cacheFile, dictionaryFolder: folder = installedFolder() } = options;
  const sources = cacheFile === undefined ? '' : fingerprintOf(folder);
  const prepared = cacheFile === undefined ? undefined : await readPrepared(cacheFile, sources);
  if (prepared) return { dictionary: prepared, cache: Promise.resolve('used') };
  const { dictionary, lines } = await readKuromoji(folder);
  if (cacheFile === undefined) return { dictionary, cache: Promise.resolve('none') };
  const cache = writePrepared(cacheFile, sources, dictionary, lines).then(
    () => 'written' as const,
    () => 'unwritable' as const,
  );
  return { dictionary, cache };
}

/** The `dict` folder of the installed package, wherever npm put it. */
function installedFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
}

/**
 * The last eight bytes of each source file: gzip ends with the CRC-32 and the size of the content, so other content is
 * noticed without reading it, and the same content installed again is not taken for other.
 */
function fingerprintOf(folder: string): string {
  const end = Buffer.alloc(8);
  const ends = FILES.map((name) => {
    const path = sourcePath(folder, name);
    try {
      const file = openSync(path, 'r');
      readSync(file, end, 0, 8, Math.max(0, fstatSync(file).size - 8));
      closeSync(file);
      return end.toString('base64');
    } catch (cause) {
      throw new DictionaryError('dictionary file cannot be read', path, { cause });
    }
  });
  return ends.join(' ');
}
