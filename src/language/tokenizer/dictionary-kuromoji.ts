// Reads the dictionary files of the npm package kuromoji 0.1.2 and rearranges its tables into the arrays of Dictionary.
import { readFile } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import { type Dictionary, DictionaryError } from './dictionary.ts';

/** The files a tokenizer needs: all but unk_compat.dat, which kuromoji loads and never looks at. */
export const FILES = [
  'base', // trie: Int32 a node
  'check', // trie: Int32 a node; negative marks an unused one
  'cc', // connection costs: Int16, the two dimensions first
  'tid', // words, 10 bytes each: Int16 left id, right id, cost, then Int32 place in tid_pos
  'tid_map', // Int32: number of surfaces; then for each its key, its number of words, their bytes in tid
  'tid_pos', // UTF-8 feature lines, each ended by NUL, and padding
  'unk', // the same three for unknown words, the key being the character class
  'unk_map',
  'unk_pos',
  'unk_char', // class of each UTF-16 unit, one byte
  'unk_invoke', // classes: byte always, byte group, Int32 longest, name, NUL
] as const;

const inflate = promisify(gunzip);
const readWhole = promisify(readFile);
/** 10 MB each, all but 2 KB at the beginning padding. */
const PADDED = new Set<string>(['unk', 'unk_pos']);
/** More than any of the files holds; a greater size is no size but the end of something else. */
const MOST_BYTES = 64 * 1024 * 1024;
const LEAST_CHUNK = 64 * 1024;
/** Children can lie this far behind the last node. */
const TRIE_MARGIN = 256;

/** The dictionary, and its feature lines: those of the words, then those of unknown words. */
export async function readKuromoji(folder: string): Promise<{ dictionary: Dictionary; lines: Buffer[] }> {
  try {
    const files = await Promise.all(
      FILES.map((name) => inflated(sourcePath(folder, name), PADDED.has(name))),
    );
    const [base, check, costs, tid, tidMap, tidPos, unk, unkMap, unkPos, charClass, invoke] = files as Files;
    const [known, unknown] = [wordGroups(tidMap), wordGroups(unkMap)];
    const [knownLines, unknownLines] = [usedLines(tidPos), usedLines(unkPos)];
    const count = known.words.length + unknown.words.length;
    const [words, featureAt] = [new Int16Array(count * 4), new Uint32Array(count)];
    copyWords(known, int16(tid), words, featureAt, 0, 0);
    copyWords(unknown, int16(unk), words, featureAt, known.words.length, knownLines.length);
    const trie = trieOf(int32(base), int32(check), known);
    const classes = classesOf(invoke, unknown, known.words.length);
    const line = (at: number) =>
      at < knownLines.length ? lineAt(knownLines, at) : lineAt(unknownLines, at - knownLines.length);
    return {
      dictionary: { trie, featureAt, classes, words, costs: int16(costs), charClass, line },
      lines: [knownLines, unknownLines],
    };
  } catch (cause) {
    throw new DictionaryError('dictionary files cannot be read', folder, { cause });
  }
}

function lineAt(lines: Buffer, at: number): string {
  return lines.toString('utf8', at, lines.indexOf(0, at));
}

type Files = [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];

/** Where a dictionary file lies. */
export function sourcePath(folder: string, name: (typeof FILES)[number]): string {
  return join(folder, `${name}.dat.gz`);
}

/** The content of a gzip file, which ends with its size: with room for all of it, nothing needs to be joined. */
async function inflated(path: string, padded: boolean): Promise<Buffer> {
  const packed = await readWhole(path);
  if (padded) return await inflate(packed.subarray(0, 2048), { finishFlush: constants.Z_SYNC_FLUSH });
  const size = packed.readUInt32LE(packed.length - 4);
  return await inflate(packed, { chunkSize: Math.min(Math.max(size, LEAST_CHUNK), MOST_BYTES) });
}

function int32(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

function int16(bytes: Buffer): Int16Array {
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}

/** Lines without the zeros behind the NUL of the last one. */
function usedLines(lines: Buffer): Buffer {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === 0) end--;
  return lines.subarray(0, end + 1);
}

/** Words that share a surface (or class) follow each other: group k is `words[starts[k], starts[k] + counts[k])`. */
interface WordGroups {
  /** Bytes in tid.dat, in the order of the groups. */
  words: Int32Array;
  starts: Int32Array;
  counts: Int32Array;
}

/** Reads tid_map.dat or unk_map.dat. */
function wordGroups(map: Buffer): WordGroups {
  const numbers = int32(map);
  const room = () => new Int32Array(numbers.length);
  const [words, starts, counts] = [room(), room(), room()];
  let [total, keys] = [0, 0];
  for (let group = numbers[0] as number, at = 1; group > 0; group--) {
    const key = numbers[at++] as number;
    const count = numbers[at++] as number;
    keys = Math.max(keys, key + 1);
    starts[key] = total;
    counts[key] = count;
    for (let i = 0; i < count; i++) words[total++] = numbers[at++] as number;
  }
  return {
    words: words.subarray(0, total),
    starts: starts.subarray(0, keys),
    counts: counts.subarray(0, keys),
  };
}

function copyWords(
  groups: WordGroups,
  source: Int16Array,
  words: Int16Array,
  featureAt: Uint32Array,
  firstWord: number,
  firstLine: number,
): void {
  for (let i = 0; i < groups.words.length; i++) {
    const from = (groups.words[i] as number) >> 1;
    const to = (firstWord + i) * 4;
    for (let part = 0; part < 3; part++) words[to + part] = source[from + part] as number;
    const line = ((source[from + 3] as number) & 0xffff) + (source[from + 4] as number) * 0x10000;
    featureAt[firstWord + i] = firstLine + line;
  }
  groups.counts.forEach((count, key) => {
    if (count > 0) words[(firstWord + (groups.starts[key] as number)) * 4 + 3] = count;
  });
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
  let at = 0;
  const classes = [...unknown.starts].map((start, key) => {
    const [always = 0, group = 0] = invoke.subarray(at, at + 2);
    at = invoke.indexOf(0, at + 6) + 1;
    return [always, group, firstWord + start, unknown.counts[key] as number];
  });
  return Int32Array.from(classes.flat());
}
