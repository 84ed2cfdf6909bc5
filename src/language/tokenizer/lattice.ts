// Finds the cheapest cut of a text into words (Viterbi over the dictionary's costs) on typed arrays.
import type { DictionaryArrays as Dictionary } from './dictionary.ts';

/** Class of what char.def does not list, that is, everything outside the basic plane. */
const DEFAULT_CLASS = 0;
const NONE = -1;
/** No path costs as much: a piece has a few thousand words of at most 2 × 32,768 each. */
const MAX_COST = 0x3fffffff;

// Numbers of a node; a node is named by the place of its first one. They lie together because waiting for memory is
// most of the work.
const WORD = 0;
const START = 1;
/** Of the cheapest path from the beginning through this word. */
const COST = 2;
/** The node before it on that path. */
const PREVIOUS = 3;
/** Next node that ends at the same position. */
const NEXT = 4;
/** Row of the word's right id in the cost table. */
const ROW = 5;
const NODE = 6;

/**
 * One reusable lattice. Positions are UTF-16 units; the two units of a pair are never parted.
 * The nodes that end at a position are listed in the order they were found, because among equally cheap paths the
 * first one wins, as in kuromoji.
 */
export class Lattice {
  /** Start and word of each token of the last walk, last token first: `path[2i]`, `path[2i + 1]`. */
  path = new Int32Array(1024);
  private readonly dictionary: Dictionary;
  private readonly units: Uint16Array;
  private readonly firstEnding: Int32Array;
  private readonly lastEnding: Int32Array;
  private node = new Int32Array(4096 * NODE);
  private nodesEnd = 0;
  private cost = 0;

  /** `longest`: most UTF-16 units a walk will be given. */
  constructor(dictionary: Dictionary, longest: number) {
    this.dictionary = dictionary;
    this.units = new Uint16Array(longest);
    this.firstEnding = new Int32Array(longest + 1);
    this.lastEnding = new Int32Array(longest + 1);
  }

  /** Cuts `text[from, to)`; returns the number of tokens in `path`. */
  walk(text: string, from: number, to: number): number {
    const length = to - from;
    this.begin(text, from, length);
    const { classes } = this.dictionary;
    let runEnd = 0; // end of the run that the last grouped unknown word took
    let runClass = NONE;
    for (let at = 0; at < length; at++) {
      // A word always begins where another ended, so nothing is lost by skipping.
      if (this.firstEnding[at] === NONE) continue;
      const found = this.addKnown(at, length);
      const charClass = this.classAt(at);
      if (found && classes[charClass * 4] !== 1) continue;
      let end = at + this.widthAt(at, length);
      if (classes[charClass * 4 + 1] === 1) {
        // Inside a run already measured: measuring it again would make long runs quadratic.
        if (runClass !== charClass || runEnd <= at) {
          while (end < length && this.classAt(end) === charClass) end += this.widthAt(end, length);
          runEnd = end;
          runClass = charClass;
        }
        end = runEnd;
      }
      this.add(classes[charClass * 4 + 2] as number, classes[charClass * 4 + 3] as number, at, end);
    }
    return this.trace(length);
  }

  /** Takes over the text; node 0 is its beginning, which costs nothing and has the right id 0. */
  private begin(text: string, from: number, length: number): void {
    const { units, firstEnding, node } = this;
    for (let i = 0; i < length; i++) {
      units[i] = text.charCodeAt(from + i);
      firstEnding[i + 1] = NONE;
    }
    firstEnding[0] = 0;
    this.nodesEnd = NODE;
    node[COST] = 0;
    node[NEXT] = NONE;
    node[ROW] = rowOf(0, this.dictionary.costs);
  }

  /** Adds the dictionary's words that begin at a position; false when there is none. */
  private addKnown(at: number, length: number): boolean {
    const { trie, words } = this.dictionary;
    let found = false;
    let node = 0; // of the trie
    for (let i = at; i < length; i++) {
      const unit = this.units[i] as number;
      // NUL ends the trie's keys; halves of pairs stand in no key.
      if (unit === 0 || (unit >= 0xd800 && unit < 0xe000)) break;
      // The bytes of UTF-8: one, two or three.
      if (unit >= 0x800)
        node = below(trie, below(trie, node, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 0x3f));
      else if (unit >= 0x80) node = below(trie, node, 0xc0 | (unit >> 6));
      node = below(trie, node, unit < 0x80 ? unit : 0x80 | (unit & 0x3f));
      if (node === NONE) break;
      // The child by byte 0 ends a word; its base is -(word) - 1.
      const leaf = below(trie, node, 0);
      if (leaf === NONE) continue;
      const word = -(trie[leaf * 2] as number) - 1;
      this.add(word, words[word * 4 + 3] as number, at, i + 1);
      found = true;
    }
    return found;
  }

  /** Adds `count` words from `first` on, all of `[at, end)`, each with the cheapest way to it. */
  private add(first: number, count: number, at: number, end: number): void {
    if (this.nodesEnd + count * NODE > this.node.length) this.node = doubled(this.node);
    const { node, firstEnding, lastEnding } = this;
    const { words, costs } = this.dictionary;
    const before = firstEnding[at] as number;
    let last = firstEnding[end] === NONE ? NONE : (lastEnding[end] as number);
    let added = this.nodesEnd;
    for (let word = first; word < first + count; word++) {
      const previous = this.cheapest(before, words[word * 4] as number);
      node[added + WORD] = word;
      node[added + START] = at;
      node[added + COST] = this.cost + (words[word * 4 + 2] as number);
      node[added + PREVIOUS] = previous;
      node[added + NEXT] = NONE;
      node[added + ROW] = rowOf(words[word * 4 + 1] as number, costs);
      if (last === NONE) firstEnding[end] = added;
      else node[last + NEXT] = added;
      last = added;
      added += NODE;
    }
    lastEnding[end] = last;
    this.nodesEnd = added;
  }

  /** The node from `first` on, among those that end at one position, from which a word with this left id costs least: `cost`. */
  private cheapest(first: number, left: number): number {
    const { node } = this;
    const { costs } = this.dictionary;
    let [least, found] = [MAX_COST, 0];
    for (let i = first; i !== NONE; i = node[i + NEXT] as number) {
      const cost = (node[i + COST] as number) + (costs[(node[i + ROW] as number) + left] as number);
      if (cost < least) {
        least = cost;
        found = i;
      }
    }
    this.cost = least;
    return found;
  }

  /** Follows the cheapest path from the end, whose left id is 0, back to the beginning. */
  private trace(length: number): number {
    const { node } = this;
    const last = this.cheapest(this.firstEnding[length] as number, 0);
    if (this.path.length < length * 2) this.path = new Int32Array(length * 2);
    let tokens = 0;
    for (let i = last; i !== 0; i = node[i + PREVIOUS] as number) {
      this.path[tokens * 2] = node[i + START] as number;
      this.path[tokens * 2 + 1] = node[i + WORD] as number;
      tokens++;
    }
    return tokens;
  }

  /** Units of the character at a position: 2 for a pair. */
  private widthAt(at: number, length: number): 1 | 2 {
    const unit = this.units[at] as number;
    if (unit < 0xd800 || unit > 0xdbff || at + 1 >= length) return 1;
    const low = this.units[at + 1] as number;
    return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
  }

  private classAt(at: number): number {
    const unit = this.units[at] as number;
    // A half that lost its other half is treated as the whole character would be.
    if (unit >= 0xd800 && unit < 0xe000) return DEFAULT_CLASS;
    return this.dictionary.charClass[unit] as number;
  }
}

/** The child of a trie's node by a byte; NONE where there is none, or no node. */
function below(trie: Int32Array, node: number, byte: number): number {
  if (node === NONE) return NONE;
  const child = (trie[node * 2] as number) + byte;
  return trie[child * 2 + 1] === node ? child : NONE;
}

/** Where the costs behind a right id begin: the table's two dimensions come first, then a row for each right id. */
function rowOf(right: number, costs: Int16Array): number {
  return right * (costs[1] as number) + 2;
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
