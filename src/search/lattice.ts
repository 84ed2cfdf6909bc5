// Finds the cheapest cut of a text into words (Viterbi over the dictionary's costs) on typed arrays.
import type { Dictionary } from './dictionary.ts';

/** Class of what char.def does not list, that is, everything outside the basic plane. */
const DEFAULT_CLASS = 0;
const UNREACHED = -1;
/** No path costs as much: a piece has a few thousand words of at most 2 × 32,768 each. */
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
  // Per node. Node 0 is the beginning of the text.
  private nodes = 0;
  private word = new Int32Array(4096);
  private start = new Int32Array(4096);
  private cost = new Int32Array(4096);
  private previous = new Int32Array(4096);
  private nextEnding = new Int32Array(4096);
  // The paths that end where words now begin: their nodes, costs and rows in the cost table.
  private endings = 0;
  private endingNode = new Int32Array(4096);
  private endingCost = new Int32Array(4096);
  private endingRow = new Int32Array(4096);
  /** Place among the endings of the path with this right id, and the position it was noted at. */
  private readonly endingOf: Int32Array;
  private readonly endingSeenAt: Int32Array;
  /** Cheapest way to reach the current position when the next word has this left id; valid if seen at it. */
  private readonly bestCost: Int32Array;
  private readonly bestNode: Int32Array;
  private readonly bestSeenAt: Int32Array;

  /** `longest`: most UTF-16 units a walk will be given. */
  constructor(dictionary: Dictionary, longest: number) {
    this.dictionary = dictionary;
    const height = dictionary.costs[0] as number;
    this.width = dictionary.costs[1] as number;
    this.units = new Uint16Array(longest + 1);
    this.firstEnding = new Int32Array(longest + 1);
    this.lastEnding = new Int32Array(longest + 1);
    this.endingOf = new Int32Array(height);
    this.endingSeenAt = new Int32Array(height);
    this.bestCost = new Int32Array(this.width);
    this.bestNode = new Int32Array(this.width);
    this.bestSeenAt = new Int32Array(this.width);
  }

  /** Cuts `text[from, to)`; returns the number of tokens in `path`. */
  walk(text: string, from: number, to: number): number {
    const length = to - from;
    const { units, firstEnding } = this;
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(from + i);
    firstEnding.fill(UNREACHED, 0, length + 1);
    this.endingSeenAt.fill(UNREACHED);
    this.bestSeenAt.fill(UNREACHED);
    this.nodes = 1;
    this.cost[0] = 0;
    this.word[0] = UNREACHED;
    this.nextEnding[0] = UNREACHED;
    firstEnding[0] = 0;
    this.lastEnding[0] = 0;

    let runEnd = 0; // end of the run of one class that the last unknown word took
    let runClass = UNREACHED;
    for (let at = 0; at < length; at++) {
      // A word always starts where another ended, so nothing is lost by skipping.
      if (firstEnding[at] === UNREACHED) continue;
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
    if (this.nodes + count > this.word.length) this.grow();
    const { words } = this.dictionary;
    for (let word = first; word < first + count; word++) {
      const left = words[word * 4] as number;
      if (this.bestSeenAt[left] !== at) this.reach(left, at);
      const node = this.nodes++;
      this.word[node] = word;
      this.start[node] = at;
      this.cost[node] = (this.bestCost[left] as number) + (words[word * 4 + 2] as number);
      this.previous[node] = this.bestNode[left] as number;
      this.nextEnding[node] = UNREACHED;
      if (this.firstEnding[end] === UNREACHED) this.firstEnding[end] = node;
      else this.nextEnding[this.lastEnding[end] as number] = node;
      this.lastEnding[end] = node;
    }
  }

  /**
   * Lists the paths that end at a position, one for each right id: of two with the same, the dearer can never win.
   * A cheaper one found later is listed anew, so that the order among equally cheap paths stays.
   */
  private gatherEnding(at: number): void {
    const { endingOf, endingSeenAt, nextEnding, cost, word } = this;
    const { words } = this.dictionary;
    let count = 0;
    for (let node = this.firstEnding[at] as number; node !== UNREACHED; node = nextEnding[node] as number) {
      const right = node === 0 ? 0 : (words[(word[node] as number) * 4 + 1] as number);
      if (endingSeenAt[right] === at) {
        const earlier = endingOf[right] as number;
        if ((this.endingCost[earlier] as number) <= (cost[node] as number)) continue;
        this.endingCost[earlier] = MAX_COST;
      }
      if (count === this.endingNode.length) this.growEndings();
      endingSeenAt[right] = at;
      endingOf[right] = count;
      this.endingNode[count] = node;
      this.endingCost[count] = cost[node] as number;
      this.endingRow[count] = right * this.width + 2;
      count++;
    }
    this.endings = count;
  }

  /** Finds the cheapest path to a position for a next word with this left id. */
  private reach(left: number, at: number): void {
    const { endings, endingCost, endingRow } = this;
    const { costs } = this.dictionary;
    let best = MAX_COST;
    let bestEnding = 0;
    for (let i = 0; i < endings; i++) {
      const cost = (endingCost[i] as number) + (costs[(endingRow[i] as number) + left] as number);
      if (cost < best) {
        best = cost;
        bestEnding = i;
      }
    }
    this.bestCost[left] = best;
    this.bestNode[left] = this.endingNode[bestEnding] as number;
    this.bestSeenAt[left] = at;
  }

  /** Follows the cheapest path from the end (left id 0, cost 0) back to the beginning. */
  private trace(length: number): number {
    this.gatherEnding(length);
    this.reach(0, length);
    if (this.path.length < length * 2) this.path = new Int32Array(length * 2);
    let tokens = 0;
    for (let node = this.bestNode[0] as number; node !== 0; node = this.previous[node] as number) {
      this.path[tokens * 2] = this.start[node] as number;
      this.path[tokens * 2 + 1] = this.word[node] as number;
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

  private grow(): void {
    this.word = doubled(this.word);
    this.start = doubled(this.start);
    this.cost = doubled(this.cost);
    this.previous = doubled(this.previous);
    this.nextEnding = doubled(this.nextEnding);
  }

  private growEndings(): void {
    this.endingNode = doubled(this.endingNode);
    this.endingCost = doubled(this.endingCost);
    this.endingRow = doubled(this.endingRow);
  }
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
