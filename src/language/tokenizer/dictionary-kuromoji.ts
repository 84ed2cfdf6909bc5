// Reads the dictionary files of the npm package kuromoji 0.1.2 and rearranges its tables into the arrays of Dictionary.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Dictionary, DictionaryError } from './dictionary.ts';

/** The files a tokenizer needs: all but unk_compat.dat, which kuromoji loads and never looks at. */
const FILES = [
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
const inflated = async (path: string) => inflate(await readFile(path), { chunkSize: 1024 * 1024 });
/** Children can lie this far behind the last node. */
const TRIE_MARGIN = 256;

/** The dictionary, and its feature lines: those of the words, then those of unknown words. */
export async function readKuromoji(folder: string): Promise<{ dictionary: Dictionary; lines: Buffer[] }> {
  try {
    const files = await Promise.all(FILES.map((name) => inflated(join(folder, `${name}.dat.gz`))));
    const [base, check, costs, tid, tidMap, tidPos, unk, unkMap, unkPos, charClass, invoke] = files as Files;
    const [known, unknown] = [wordGroups(tidMap), wordGroups(unkMap)];
    const [knownLines, unknownLines] = [usedLines(tidPos), usedLines(unkPos)];
    const [first, count] = [known.words.length, known.words.length + unknown.words.length];
    const into = { words: new Int16Array(count * 4), featureAt: new Uint32Array(count) };
    copyWords(known, int16(tid), into, { word: 0, line: 0 });
    copyWords(unknown, int16(unk), into, { word: first, line: knownLines.length });
    const trie = trieOf(int32(base), int32(check), known);
    const classes = classesOf(invoke, unknown, first);
    const line = (at: number) =>
      at < knownLines.length ? lineAt(knownLines, at) : lineAt(unknownLines, at - knownLines.length);
    const dictionary = { ...into, trie, classes, costs: int16(costs), charClass, line };
    return { dictionary, lines: [knownLines, unknownLines] };
  } catch (cause) {
    throw new DictionaryError('dictionary files cannot be read', folder, { cause });
  }
}

type Files = [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];

const lineAt = (lines: Buffer, at: number) => lines.toString('utf8', at, lines.indexOf(0, at));
const int32 = (bytes: Buffer) => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
const int16 = (bytes: Buffer) => new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
/** Lines without the zeros behind the NUL of the last one. */
const usedLines = (lines: Buffer) => lines.subarray(0, lines.indexOf('\0\0') + 1 || lines.length);

type WordGroups = ReturnType<typeof wordGroups>;

/**
 * Reads tid_map.dat or unk_map.dat: bytes in tid.dat. Words that share a surface (or class) follow each other, those of
 * group k are `words[starts[k], starts[k] + counts[k])`.
 */
function wordGroups(map: Buffer) {
  const numbers = int32(map);
  const room = () => new Int32Array(numbers.length);
  const [words, starts, counts] = [room(), room(), room()];
  let total = 0;
  for (let group = numbers[0] as number, at = 1; group > 0; group--) {
    const key = numbers[at++] as number;
    const count = numbers[at++] as number;
    starts[key] = total;
    counts[key] = count;
    for (let i = 0; i < count; i++) words[total++] = numbers[at++] as number;
  }
  return { words: words.subarray(0, total), starts, counts };
}

/** Copies words and their lines behind those that stand there already: `first` of each. */
function copyWords(
  groups: WordGroups,
  source: Int16Array,
  { words, featureAt }: Pick<Dictionary, 'words' | 'featureAt'>,
  first: { word: number; line: number },
): void {
  groups.words.forEach((byte, i) => {
    const from = byte >> 1;
    for (let part = 0; part < 3; part++) words[(first.word + i) * 4 + part] = source[from + part] as number;
    const line = ((source[from + 3] as number) & 0xffff) + (source[from + 4] as number) * 0x10000;
    featureAt[first.word + i] = first.line + line;
  });
  groups.counts.forEach((count, key) => {
    if (count > 0) words[(first.word + (groups.starts[key] as number)) * 4 + 3] = count;
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
  const classes: number[] = [];
  for (let key = 0, at = 0; (unknown.counts[key] ?? 0) > 0; key++) {
    const [always = 0, group = 0] = invoke.subarray(at, at + 2);
    classes.push(always, group, firstWord + (unknown.starts[key] as number), unknown.counts[key] as number);
    at = invoke.indexOf(0, at + 6) + 1;
  }
  return Int32Array.from(classes);
}
