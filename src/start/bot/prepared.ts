// What is worked out of plans, word lists and lexicon at every start, kept in a file beside the index.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PreparedVocabulary } from '../../bot.ts';
import type { LexiconTexts } from '../../language/words/lexicon-texts.ts';
import type { PreparedWords } from '../../search/search-index.ts';

/** Plain data that a start takes as it is. */
export interface Prepared {
  words: PreparedWords;
  vocabulary: PreparedVocabulary;
}

/**
 * The bundled code by the name of its file, which holds a hash of its content; null when run from the sources,
 * where nothing shows that they changed: then everything is worked out anew.
 */
export function bundledCode(url: string): string | null {
  return /^chunk-[A-Z0-9]{8}\.js$/.exec(basename(url))?.[0] ?? null;
}

/** What a preparation stands on; a file with another hash is stale. `index`: the hash of plans and word lists. */
export function preparedHash(code: string, index: string, lexicon: LexiconTexts): string {
  return createHash('sha256')
    .update(JSON.stringify([code, index, lexicon]))
    .digest('hex');
}

/** The preparation; undefined when there is none, or it is torn, damaged or made from something else. */
export function readPrepared(file: string, hash: string): Prepared | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const [madeFrom, checksum] = bytes.toString('latin1', 0, end).split(' ');
    const content = bytes.subarray(end + 1);
    if (madeFrom !== hash || crc32(content) !== Number(checksum)) return undefined;
    return JSON.parse(content.toString()) as Prepared;
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step; where nothing can be written, the next start works it out again. */
export function writePrepared(file: string, hash: string, prepared: Prepared): void {
  const pending = `${file}.${process.pid}.tmp`;
  try {
    const content = Buffer.from(JSON.stringify(prepared));
    writeFileSync(pending, Buffer.concat([Buffer.from(`${hash} ${crc32(content)}\n`), content]));
    renameSync(pending, file);
  } catch {
    rmSync(pending, { force: true });
  }
}
