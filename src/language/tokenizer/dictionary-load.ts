// Loads the dictionary the fastest way there is: prepared file if it fits, else kuromoji's own files.
import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DictionaryError, type LoadedDictionary } from './dictionary.ts';
import { readPrepared } from './dictionary-file.ts';
import { FILES, readKuromoji, readKuromojiLines, sourcePath } from './dictionary-kuromoji.ts';
import { linesInMemory } from './dictionary-lines.ts';
import { writePrepared } from './dictionary-write.ts';

/**
 * `none`: no file was asked for. `used`: it was read. `written`: it was missing or did not fit, and stands there now.
 * `unwritable`: the same, but it could not be written; everything works, the next start is as slow.
 */
export type CacheState = 'none' | 'used' | 'written' | 'unwritable';

/** A loaded dictionary, and what became of its prepared file. */
export interface DictionaryLoad {
  loaded: LoadedDictionary;
  /** Never rejected; waits for the writing, which goes on in the background. */
  cache: Promise<CacheState>;
}

/** Loads the dictionary; throws a DictionaryError when kuromoji's files are missing or broken. */
export async function loadDictionary(options: {
  cacheFile?: string;
  dictionaryFolder?: string;
}): Promise<DictionaryLoad> {
  const folder = options.dictionaryFolder ?? installedFolder();
  const { cacheFile } = options;
  if (cacheFile === undefined) {
    const { dictionary, lines } = await readKuromoji(folder);
    return { loaded: { dictionary, lines: linesInMemory(lines) }, cache: Promise.resolve('none') };
  }

  const fingerprint = fingerprintOf(folder);
  const whenDamaged = () => {
    rmSync(cacheFile, { force: true });
    return linesInMemory(readKuromojiLines(folder));
  };
  const prepared = await readPrepared(cacheFile, fingerprint, whenDamaged);
  if (prepared) return { loaded: prepared, cache: Promise.resolve('used') };

  const { dictionary, lines } = await readKuromoji(folder);
  const loaded: LoadedDictionary = { dictionary, lines: linesInMemory(lines) };
  const cache = writePrepared(cacheFile, fingerprint, dictionary, lines, whenDamaged).then(
    (written): CacheState => {
      // From here on the 36 MB of lines need not stay in memory.
      loaded.lines = written;
      return 'written';
    },
    (): CacheState => 'unwritable',
  );
  return { loaded, cache };
}

/** The `dict` folder of the installed package, wherever npm put it. */
function installedFolder(): string {
  const packageFile = createRequire(import.meta.url).resolve('kuromoji/package.json');
  return join(dirname(packageFile), 'dict');
}

/**
 * Size and last eight bytes of each source file: gzip ends with the CRC-32 and the size of the content, so other
 * content is noticed without reading it, and the same content installed again is not taken for other.
 */
function fingerprintOf(folder: string): Uint32Array {
  const fingerprint = new Uint32Array(FILES.length * 3);
  FILES.forEach((name, i) => {
    const path = sourcePath(folder, name);
    try {
      const file = openSync(path, 'r');
      try {
        const { size } = fstatSync(file);
        fingerprint[i * 3] = size;
        readSync(file, fingerprint.subarray(i * 3 + 1, i * 3 + 3), 0, 8, Math.max(0, size - 8));
      } finally {
        closeSync(file);
      }
    } catch (cause) {
      throw new DictionaryError('dictionary file cannot be read', path, { cause });
    }
  });
  return fingerprint;
}
