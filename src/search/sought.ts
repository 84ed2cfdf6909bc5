// A concept as it is ranked: the lists of its words, what a match adds, and whether its records count by themselves.
import { indexOptions } from './index-options.ts';
import { type Concept, emphases } from './meanings.ts';

/** A posting of this weight says that the record itself speaks of the word: its name, keywords or text. */
export const SAID = Math.round(indexOptions.said * 255);
/** From this weight on another word means about the same; what only lies near (犬 for 動物) is held by half. */
const ABOUT_SAME = 0.75;
/** A match below this says too little to bring a record in or lift it. */
export const LEAST_MATCH = 0.12;

/** Flags of a record while one concept is gathered. */
export const IS_SAID = 1;
export const IS_MEANT = 2;
/** One step of what was held: words that tell something take two, words that say little one (支援センター; 仕組み alone tells nothing). */
export const TOLD = 4;

/** The records of one word, walked once from the first to the last. */
export interface List {
  /** Rising by record. */
  postings: Int32Array;
  /** Place of the next posting. */
  next: number;
  /** What one step of a posting's weight matches. */
  step: number;
  /** The weight from which a posting counts. */
  least: number;
  /** The weight from which the record itself says what was asked for. */
  said: number;
  /** `IS_MEANT`, or 0. */
  meant: number;
}

/** A concept in the order it is ranked. */
export interface Sought {
  concept: Concept;
  /** Its place in the question. */
  bit: number;
  /** It tells something by itself: no joined neighbours, no words that say little. */
  tells: boolean;
  /** Its records count; else only those that others brought in. */
  brings: boolean;
  /** What a full match adds. */
  importance: number;
  /** What holding it tells, in steps of `TOLD`. */
  told: number;
  lists: List[];
}

/** The concepts, those that tell something first; `from` is the first record that may count. */
export function soughtOf(
  concepts: readonly Concept[],
  postings: readonly Int32Array[],
  from: number,
): Sought[] {
  const all = concepts.map((concept, bit): Sought => {
    const tells = !concept.bonus && concept.emphasis > emphases.weak;
    return {
      concept,
      bit,
      tells,
      brings: tells,
      importance: 0,
      told: concept.bonus ? 0 : tells ? 2 * TOLD : TOLD,
      lists: listsOf(concept, postings, from),
    };
  });
  return all.sort((one, other) => Number(other.tells) - Number(one.tells));
}

function listsOf({ meanings, direct }: Concept, postings: readonly Int32Array[], from: number): List[] {
  const lists: List[] = [];
  meanings.forEach((weight, word) => {
    const own = postings[word] as Int32Array;
    lists.push({
      postings: own,
      next: placeOf(from, own),
      step: weight / 255,
      least: LEAST_MATCH / (weight / 255),
      said: direct.has(word) ? SAID : 256,
      meant: weight >= ABOUT_SAME ? IS_MEANT : 0,
    });
  });
  return lists;
}

/** Place of the first posting from a record on. */
function placeOf(record: number, postings: Int32Array): number {
  let low = 0;
  if (record > 0)
    for (let high = postings.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((postings[middle] as number) >> 8 < record) low = middle + 1;
      else high = middle;
    }
  return low;
}
