// Reads the dictionary files of the npm package kuromoji 0.1.2 without its copies, scratch buffers and padding.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gunzipSync, type InputType, type ZlibOptions } from 'node:zlib';
import { type Dictionary, DictionaryError } from './dictionary.ts';

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

const inflate = promisify<InputType, ZlibOptions, Buffer>(gunzip);
/** Of the last node, children can lie this far behind it. */
const TRIE_MARGIN = 256;

/** The dictionary and its feature lines: those of the words, then those of unknown words. */
export interface KuromojiFiles {
  dictionary: Dictionary;
  lines: Buffer;
}

/** Loads the dictionary from kuromoji's `dict` folder. */
export async function readKuromoji(folder: string): Promise<KuromojiFiles> {
  try {
    const entries = FILES.map(async (name) => [name, await readInflated(sourcePath(folder, name))] as const);
    return arrange(Object.fromEntries(await Promise.all(entries)) as Record<FileName, Buffer>);
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

async function readInflated(path: string): Promise<Buffer> {
  const packed = await readFile(path);
  // A gzip file ends with the inflated size: one chunk of that size saves the joining of thousands.
  return inflate(packed, { chunkSize: Math.max(64, packed.readUInt32LE(packed.length - 4)) });
}

function arrange(files: Record<FileName, Buffer>): KuromojiFiles {
  const known = wordGroups(files.tid_map);
  const unknown = wordGroups(files.unk_map);
  const { lines, secondAt } = joinLines(files.tid_pos, files.unk_pos);
  const firstUnknown = known.words.length;
  const words = new Int16Array((firstUnknown + unknown.words.length) * 4);
  const featureAt = new Uint32Array(firstUnknown + unknown.words.length);
  copyWords(files.tid, known, words, featureAt, 0, 0);
  copyWords(files.unk, unknown, words, featureAt, firstUnknown, secondAt);
  return {
    dictionary: {
      trie: trieOf(int32(files.base), int32(files.check), known),
      words,
      featureAt,
      costs: new Int16Array(files.cc.buffer, files.cc.byteOffset, files.cc.length >> 1),
      charClass: files.unk_char,
      classes: classesOf(files.unk_invoke, unknown, firstUnknown),
    },
    lines,
  };
}

/** Puts the second lines in place of the padding behind the first. */
function joinLines(first: Buffer, second: Buffer): { lines: Buffer; secondAt: number } {
  const secondAt = usedBytes(first);
  const added = second.subarray(0, usedBytes(second));
  const end = secondAt + added.length;
  if (end > first.length) return { lines: Buffer.concat([first.subarray(0, secondAt), added]), secondAt };
  first.set(added, secondAt);
  return { lines: first.subarray(0, end), secondAt };
}

/** Where the NUL of the last line stands, and after it; the rest is padding of zeros. */
function usedBytes(lines: Buffer): number {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === 0) end--;
  return end + 1;
}

/** Words that share a surface (or class) follow each other: group k is `words[starts[k], starts[k] + counts[k])`. */
interface WordGroups {
  /** Bytes in tid.dat, in the order of the groups. */
  words: Int32Array;
  starts: Int32Array;
  counts: Int32Array;
}

function wordGroups(map: Buffer): WordGroups {
  const numbers = int32(map);
  const groups = numbers[0] as number;
  let keys = 0;
  let total = 0;
  for (let group = 0, at = 1; group < groups; group++, at += 2 + (numbers[at + 1] as number)) {
    keys = Math.max(keys, (numbers[at] as number) + 1);
    total += numbers[at + 1] as number;
  }
  const result = { words: new Int32Array(total), starts: new Int32Array(keys), counts: new Int32Array(keys) };
  let next = 0;
  for (let group = 0, at = 1; group < groups; group++) {
    const key = numbers[at] as number;
    const count = numbers[at + 1] as number;
    result.starts[key] = next;
    result.counts[key] = count;
    for (let i = 0; i < count; i++) result.words[next++] = numbers[at + 2 + i] as number;
    at += 2 + count;
  }
  return result;
}

function copyWords(
  source: Buffer,
  groups: WordGroups,
  words: Int16Array,
  featureAt: Uint32Array,
  firstWord: number,
  firstLine: number,
): void {
  const shorts = new Int16Array(source.buffer, source.byteOffset, source.length >> 1);
  const units = new Uint16Array(source.buffer, source.byteOffset, source.length >> 1);
  for (let i = 0; i < groups.words.length; i++) {
    const from = (groups.words[i] as number) >> 1;
    const to = (firstWord + i) * 4;
    words[to] = shorts[from] as number;
    words[to + 1] = shorts[from + 1] as number;
    words[to + 2] = shorts[from + 2] as number;
    featureAt[firstWord + i] =
      firstLine + (units[from + 3] as number) + (units[from + 4] as number) * 0x10000;
  }
  for (let key = 0; key < groups.starts.length; key++) {
    const count = groups.counts[key] as number;
    if (count > 0) words[(firstWord + (groups.starts[key] as number)) * 4 + 3] = count;
  }
}

/** Lays base and check side by side, cuts the unused tail, and lets leaves name our words instead of map keys. */
function trieOf(base: Int32Array, check: Int32Array, known: WordGroups): Int32Array {
  let nodes = check.length;
  while (nodes > 1 && (check[nodes - 1] as number) < 0) nodes--;
  const trie = new Int32Array((nodes + TRIE_MARGIN) * 2).fill(-1);
  for (let node = 0; node < nodes; node++) {
    const target = base[node] as number;
    const parent = check[node] as number;
    const leaf = parent >= 0 && target < 0;
    trie[node * 2] = leaf ? -(known.starts[-target - 1] as number) - 1 : target;
    trie[node * 2 + 1] = parent;
  }
  return trie;
}

function classesOf(invoke: Buffer, unknown: WordGroups, firstWord: number): Int32Array {
  const classes = new Int32Array(unknown.starts.length * 4);
  let at = 0;
  for (let i = 0; i < unknown.starts.length; i++) {
    classes[i * 4] = invoke[at] as number;
    classes[i * 4 + 1] = invoke[at + 1] as number;
    classes[i * 4 + 2] = firstWord + (unknown.starts[i] as number);
    classes[i * 4 + 3] = unknown.counts[i] as number;
    at = invoke.indexOf(0, at + 6) + 1;
  }
  return classes;
}

function int32(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}
