// Rearranges kuromoji's tables into the arrays of Dictionary.
import type { Dictionary } from './dictionary.ts';

/** Inflated dictionary files; what each holds stands in dictionary-kuromoji. */
interface Tables {
  base: Buffer;
  check: Buffer;
  costs: Buffer;
  charClass: Buffer;
  classes: Buffer;
  known: WordTables;
  unknown: WordTables;
}

interface WordTables {
  groups: WordGroups;
  words: Buffer;
  lines: Buffer;
}

/** A word in kuromoji's table: left and right context, cost (16 bits each), place of its features (32 bits). */
export const BYTES_PER_WORD = 10;
/** Children can lie this far behind the last node. */
const TRIE_MARGIN = 256;

/** The dictionary and its feature lines: those of the words, then those of unknown words. */
export function arrange(tables: Tables): { dictionary: Dictionary; lines: Buffer } {
  const { known, unknown } = tables;
  const { lines, secondAt } = joinLines(known.lines, unknown.lines);
  const firstUnknown = known.groups.words.length;
  const count = firstUnknown + unknown.groups.words.length;
  const words = new Int16Array(count * 4);
  const featureAt = new Uint32Array(count);
  copyWords(known, words, featureAt, 0, 0);
  copyWords(unknown, words, featureAt, firstUnknown, secondAt);
  return {
    dictionary: {
      trie: trieOf(int32(tables.base), int32(tables.check), known.groups),
      words,
      featureAt,
      costs: new Int16Array(tables.costs.buffer, tables.costs.byteOffset, tables.costs.length >> 1),
      charClass: tables.charClass,
      classes: classesOf(tables.classes, unknown.groups, firstUnknown),
    },
    lines,
  };
}

/** Puts the second lines in place of the padding behind the first. */
export function joinLines(first: Buffer, second: Buffer): { lines: Buffer; secondAt: number } {
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
export interface WordGroups {
  /** Bytes in tid.dat, in the order of the groups. */
  words: Int32Array;
  starts: Int32Array;
  counts: Int32Array;
}

/** Reads tid_map.dat or unk_map.dat. */
export function wordGroups(map: Buffer): WordGroups {
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
  { groups, words: source }: WordTables,
  words: Int16Array,
  featureAt: Uint32Array,
  firstWord: number,
  firstLine: number,
): void {
  if (source.length < groups.words.length * BYTES_PER_WORD) throw new RangeError('words are missing');
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
