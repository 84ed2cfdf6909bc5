// Reads the dictionary files of the npm package kuromoji 0.1.2 without its copies, scratch buffers and padding.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Dictionary, DictionaryError } from './dictionary.ts';
import { arrange, BYTES_PER_WORD, joinLines, wordGroups } from './dictionary-arrange.ts';
import { readInflated } from './dictionary-inflate.ts';

/** The files a tokenizer needs: all but unk_compat.dat, which kuromoji loads and never looks at. */
export const FILES = [
  'base', // trie: Int32 a node
  'check', // trie: Int32 a node; negative marks an unused one
  'cc', // connection costs: Int16, the two dimensions first
  'tid', // words, 10 bytes each: Int16 left id, right id, cost, then Int32 place in tid_pos
  'tid_map', // Int32: number of surfaces; then for each its key, its number of words, their bytes in tid
  'tid_pos', // UTF-8 feature lines, each ended by NUL
  'unk', // the same three for unknown words, the key being the character class
  'unk_map',
  'unk_pos',
  'unk_char', // class of each UTF-16 unit, one byte
  'unk_invoke', // classes: byte always, byte group, Int32 longest, name, NUL
] as const;

type FileName = (typeof FILES)[number];

/** More than any feature line or character class takes. */
const LONGEST_RECORD = 4096;

/** Loads the dictionary from kuromoji's `dict` folder. */
export async function readKuromoji(folder: string): Promise<{ dictionary: Dictionary; lines: Buffer }> {
  const file = (name: FileName, used?: number) => readInflated(sourcePath(folder, name), used);
  try {
    const known = file('tid_map').then(wordGroups);
    const unknown = file('unk_map').then(wordGroups);
    // unk.dat and unk_pos.dat are 10 MB each, all but 2 KB of it padding; a third of tid.dat is data.
    const [knownGroups, unknownGroups, ...rest] = await Promise.all([
      known,
      unknown,
      file('base'),
      file('check'),
      file('cc'),
      known.then(({ words }) => file('tid', words.length * BYTES_PER_WORD)),
      file('tid_pos'),
      unknown.then(({ words }) => file('unk', words.length * BYTES_PER_WORD)),
      unknown.then(({ words }) => file('unk_pos', words.length * LONGEST_RECORD)),
      file('unk_char'),
      unknown.then(({ starts }) => file('unk_invoke', starts.length * LONGEST_RECORD)),
    ]);
    const [base, check, costs, words, lines, unknownWords, unknownLines, charClass, classes] = rest;
    return arrange({
      base,
      check,
      costs,
      charClass,
      classes,
      known: { groups: knownGroups, words, lines },
      unknown: { groups: unknownGroups, words: unknownWords, lines: unknownLines },
    });
  } catch (cause) {
    throw new DictionaryError('dictionary files cannot be read', folder, { cause });
  }
}

/** The feature lines alone, at once. */
export function readKuromojiLines(folder: string): Buffer {
  const inflated = (name: FileName) => gunzipSync(readFileSync(sourcePath(folder, name)));
  return joinLines(inflated('tid_pos'), inflated('unk_pos')).lines;
}

/** Where a dictionary file lies. */
export function sourcePath(folder: string, name: FileName): string {
  return join(folder, `${name}.dat.gz`);
}
