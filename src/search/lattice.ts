// Finds the cheapest cut of a text into words (Viterbi over the dictionary's costs) on typed arrays.
import type { Dictionary } from './dictionary.ts';

/** Class of what char.def does not list, that is, everything outside the basic plane. */
const DEFAULT_CLASS = 0;
const UNREACHED = -1;
// Numbers a record in the arrays below: what is read together lies together, since waiting for memory is most of the work.
const NODE = 5;
const ENDING = 3;
const ENDING_OF = 2;
const BEST = 3;
/** No path costs as much: a piece has a few thousand words of at most 2 × 32,768 each. */
/** Leaves room for a walk before the counter would exceed 31 bits. */
const LAST_MOMENT = 0x3fffffff;
const MAX_COST = 0x3fffffff;

/**
 * One reusable lattice. Positions are UTF-16 units; two units of a pair are never parted.
 * Nodes are numbered as they are found; those ending at one position form a linked list in that order, because
 * among equally cheap paths the one found first wins, as in kuromoji.
 */
export class Lattice {
  /** Start and word of each token of the last walk, last token first: `path[2i]`, `path[2i + 1]`. */
  path = new Int32Array(1024);
  private readonly dictionary: Dictionary;
  private readonly width: number;
  private readonly units: Uint16Array;
  private readonly firstEnding: Int32Array;
  private readonly lastEnding: Int32Array;
  /** Five numbers a node: word, start, cost of the cheapest way to its end, node before it, next of its list. */
  private node = new Int32Array(4096 * NODE);
  private nodes = 0;
  /** Three numbers for each path that ends where words now begin: its cost, its row in the cost table, its node. */
  private ending = new Int32Array(4096 * ENDING);
  private endings = 0;
  /** Counts the positions visited in all walks, to tell what was noted at the current one. */
  private moment = 0;
  /** Two numbers a right id: the moment it was noted, and its place among the endings then. */
  private readonly endingOf: Int32Array;
  /** Three numbers a left id: the moment it was noted, cost of the cheapest way to such a word, node before it. */
  private readonly best: Int32Array;

  /** `longest`: most UTF-16 units a walk will be given. */
  constructor(dictionary: Dictionary, longest: number) {
    this.dictionary = dictionary;
    const height = dictionary.costs[0] as number;
    this.width = dictionary.costs[1] as number;
    this.units = new Uint16Array(longest + 1);
    this.firstEnding = new Int32Array(longest + 1);
    this.lastEnding = new Int32Array(longest + 1);
    this.endingOf = new Int32Array(height * ENDING_OF);
    this.best = new Int32Array(this.width * BEST);
  }

  /** Cuts `text[from, to)`; returns the number of tokens in `path`. */
  walk(text: string, from: number, to: number): number {
    const length = to - from;
    const { units, firstEnding } = this;
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(from + i);
    firstEnding.fill(UNREACHED, 0, length + 1);
    if (this.moment > LAST_MOMENT) this.forget();
    // Node 0 is the beginning of the text: it costs nothing and its right id is 0.
    this.nodes = 1;
    this.node.fill(0, 0, NODE);
    this.node[4] = UNREACHED;
    firstEnding[0] = 0;
    this.lastEnding[0] = 0;

    let runEnd = 0; // end of the run of one class that the last unknown word took
    let runClass = UNREACHED;
    for (let at = 0; at < length; at++) {
      // A word always starts where another ended, so nothing is lost by skipping.
      if (firstEnding[at] === UNREACHED) continue;
      this.moment++;
      this.gatherEnding(at);
      const found = this.addKnown(at, length);
      const charClass = this.classAt(at);
      const invoked = this.dictionary.classes[charClass * 4] === 1;
      if (found && !invoked) continue;
      let end = at + this.widthAt(at, length);
      if (this.dictionary.classes[charClass * 4 + 1] === 1) {
        // Inside a run already measured: measuring again would make long runs quadratic.
        if (runClass !== charClass || runEnd <= at) {
          while (end < length && this.classAt(end) === charClass) end += this.widthAt(end, length);
          runEnd = end;
          runClass = charClass;
        }
        end = runEnd;
      }
      const first = this.dictionary.classes[charClass * 4 + 2] as number;
      const count = this.dictionary.classes[charClass * 4 + 3] as number;
      this.add(first, count, at, end);
    }
    return this.trace(length);
  }

  /** Adds the dictionary's words that begin at a position; false when there is none. */
  private addKnown(at: number, length: number): boolean {
    const { units } = this;
    const { trie, words } = this.dictionary;
    let found = false;
    let node = 0;
    for (let i = at; i < length; i++) {
      const unit = units[i] as number;
      // NUL ends the trie's keys; halves of pairs stand in no key.
      if (unit === 0 || (unit >= 0xd800 && unit < 0xe000)) break;
      let child: number;
      if (unit < 0x80) {
        child = (trie[node] as number) + unit;
      } else {
        if (unit < 0x800) {
          child = (trie[node] as number) + (0xc0 | (unit >> 6));
        } else {
          child = (trie[node] as number) + (0xe0 | (unit >> 12));
          if (trie[child * 2 + 1] !== node >> 1) break;
          node = child * 2;
          child = (trie[node] as number) + (0x80 | ((unit >> 6) & 0x3f));
        }
        if (trie[child * 2 + 1] !== node >> 1) break;
        node = child * 2;
        child = (trie[node] as number) + (0x80 | (unit & 0x3f));
      }
      if (trie[child * 2 + 1] !== node >> 1) break;
      node = child * 2;
      // The child by byte 0 ends a word; its base is -(word) - 1.
      const leaf = trie[node] as number;
      if (trie[leaf * 2 + 1] === child) {
        const word = -(trie[leaf * 2] as number) - 1;
        this.add(word, words[word * 4 + 3] as number, at, i + 1);
        found = true;
      }
    }
    return found;
  }

  /** Adds `count` words from `first` on, all of `[at, end)`, each with its cheapest way back. */
  private add(first: number, count: number, at: number, end: number): void {
    if ((this.nodes + count) * NODE > this.node.length) this.node = doubled(this.node);
    const { node, best, moment, firstEnding, lastEnding } = this;
    const { words } = this.dictionary;
    let last = firstEnding[end] === UNREACHED ? UNREACHED : (lastEnding[end] as number);
    for (let word = first; word < first + count; word++) {
      const left = (words[word * 4] as number) * BEST;
      if (best[left] !== moment) this.reach(left);
      const added = this.nodes++;
      const at5 = added * NODE;
      node[at5] = word;
      node[at5 + 1] = at;
      node[at5 + 2] = (best[left + 1] as number) + (words[word * 4 + 2] as number);
      node[at5 + 3] = best[left + 2] as number;
      node[at5 + 4] = UNREACHED;
      if (last === UNREACHED) firstEnding[end] = added;
      else node[last * NODE + 4] = added;
      last = added;
    }
    lastEnding[end] = last;
  }

  /**
   * Lists the paths that end at a position, one for each right id: of two with the same, the dearer can never win.
   * A cheaper one found later is listed anew, so that the order among equally cheap paths stays.
   */
  private gatherEnding(at: number): void {
    const { endingOf, moment, node, width } = this;
    const { words } = this.dictionary;
    let { ending } = this;
    let count = 0;
    for (
      let ends = this.firstEnding[at] as number;
      ends !== UNREACHED;
      ends = node[ends * NODE + 4] as number
    ) {
      const right = ends === 0 ? 0 : (words[(node[ends * NODE] as number) * 4 + 1] as number);
      const cost = node[ends * NODE + 2] as number;
      if (endingOf[right * ENDING_OF] === moment) {
        const earlier = (endingOf[right * ENDING_OF + 1] as number) * ENDING;
        if ((ending[earlier] as number) <= cost) continue;
        ending[earlier] = MAX_COST;
      }
      if ((count + 1) * ENDING > ending.length) ending = this.ending = doubled(ending);
      endingOf[right * ENDING_OF] = moment;
      endingOf[right * ENDING_OF + 1] = count;
      ending[count * ENDING] = cost;
      ending[count * ENDING + 1] = right * width + 2;
      ending[count * ENDING + 2] = ends;
      count++;
    }
    this.endings = count;
  }

  /** Finds the cheapest path to this position for a next word of a left id; `left` is its place in `best`. */
  private reach(left: number): void {
    const { ending, best } = this;
    const { costs } = this.dictionary;
    const column = left / BEST;
    const end = this.endings * ENDING;
    let cheapest = MAX_COST;
    let node = 0;
    for (let i = 0; i < end; i += ENDING) {
      const cost = (ending[i] as number) + (costs[(ending[i + 1] as number) + column] as number);
      if (cost < cheapest) {
        cheapest = cost;
        node = ending[i + 2] as number;
      }
    }
    best[left] = this.moment;
    best[left + 1] = cheapest;
    best[left + 2] = node;
  }

  /** Follows the cheapest path from the end (left id 0, cost 0) back to the beginning. */
  private trace(length: number): number {
    this.moment++;
    this.gatherEnding(length);
    this.reach(0);
    const { node } = this;
    if (this.path.length < length * 2) this.path = new Int32Array(length * 2);
    let tokens = 0;
    for (let i = (this.best[2] as number) * NODE; i !== 0; i = (node[i + 3] as number) * NODE) {
      this.path[tokens * 2] = node[i + 1] as number;
      this.path[tokens * 2 + 1] = node[i] as number;
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

  private forget(): void {
    this.moment = 0;
    this.endingOf.fill(0);
    this.best.fill(0);
  }
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
