// What is noted of records while a question is ranked, block by block.
import { Least } from './least.ts';
import { IS_MEANT, IS_SAID, type List, type Sought } from './sought.ts';

/**
 * Records of a block. A common word is held by tens of thousands of records, and each list they stand in comes back to
 * their notes: those of a block stay near the processor (128 KB), those of 100,000 records would be fetched each time.
 */
const BLOCK = 4096;

/** Numbers noted of a record, side by side. */
const NOTES = 8;
/** Of the present concept: its best match, and what its other meanings matched. */
const BEST = 0;
const OTHERS = 1;
/** Of all concepts. */
const SCORE = 2;
const COVERED = 3;
const HELD = 4;
const SAYS = 5;
/** Whole numbers: flags of the present concept and, above them, how much that tells something was held; one bit a concept matched. */
const FLAGS = 6;
const MATCHED = 7;

/** What every touched record reached, in the order of the records; the first `count` places are of this question. */
export class Reached {
  count = 0;
  /** The best score. */
  highest = 0;
  readonly records: Int32Array;
  /** Importance of what was matched, each by how well; more for what covers more of the question, and for a short name. */
  readonly scores: Float32Array;
  /** Importance of what was asked for and is covered; what only lies near by half. */
  readonly held: Float32Array;
  /** Importance of what the record says itself. */
  readonly says: Float32Array;
  /** How much that tells something is held, in steps of `TOLD`. */
  readonly told: Int32Array;
  /** One bit a concept. */
  readonly matched: Int32Array;

  constructor(size: number) {
    const [whole, real] = [() => new Int32Array(size), () => new Float32Array(size)];
    this.records = whole();
    this.scores = real();
    this.held = real();
    this.says = real();
    this.told = whole();
    this.matched = whole();
  }
}

/** How records are scored, and which need not be. */
export interface Scoring {
  /** Importance of what was asked for and stands in the index. */
  known: number;
  /** Records with a score that is not among the best so many are not asked for; it may lie so much below. */
  most: number;
  slack: number;
}

/** Walks the lists of a question; keeps its arrays between questions. */
export class Notes {
  readonly reached: Reached;
  private readonly notes: Float32Array;
  /** The same notes where they are whole numbers. */
  private readonly whole: Int32Array;
  /** Places in the block that the present concept, and any concept, was found at. */
  private readonly found: Int32Array;
  private readonly touched: Int32Array;
  private readonly size: number;

  /** `lift`: what each record's score is multiplied by; a record with 0 is learned first. */
  constructor(
    private readonly lift: Float32Array,
    private readonly learn: (record: number) => void,
  ) {
    this.size = lift.length;
    const { size } = this;
    const block = Math.min(size, BLOCK);
    this.notes = new Float32Array(block * NOTES);
    this.whole = new Int32Array(this.notes.buffer);
    this.found = new Int32Array(block);
    this.touched = new Int32Array(block);
    this.reached = new Reached(size);
  }

  /** Walks all lists up to the record `to`; `accept` leaves records out before anything is compared. */
  walk(
    sought: readonly Sought[],
    { from, to }: { from: number; to: number },
    accept: (record: number) => boolean,
    scoring: Scoring,
  ): Reached {
    const end = Math.min(this.size, to);
    this.reached.count = 0;
    this.reached.highest = 0;
    const least = new Least(sought, scoring);
    for (let start = from; start < end; start += BLOCK) {
      const block = { start, end: Math.min(start + BLOCK, end) };
      let touched = 0;
      for (const [at, one] of sought.entries()) {
        let count = 0;
        const brings = one.brings && at < least.bringing;
        for (const list of one.lists) count = this.gather(list, count, block, brings ? accept : undefined);
        touched = this.add(count, touched, one);
      }
      this.close(touched, start, scoring.known);
      least.raise(this.reached);
    }
    return this.reached;
  }

  /** Leaves each record's best meaning in its notes and the places in `found`; returns how many. Without `accept` no new record comes in. */
  private gather(
    list: List,
    before: number,
    { start, end }: { start: number; end: number },
    accept: ((record: number) => boolean) | undefined,
  ): number {
    const { notes, whole, found } = this;
    const { postings, step, least, said, meant } = list;
    let count = before;
    let i = list.next;
    for (; i < postings.length; i++) {
      const posting = postings[i] as number;
      const record = posting >> 8;
      if (record >= end) break;
      const byte = posting & 255;
      if (byte < least) continue;
      const at = (record - start) * NOTES;
      const best = notes[at + BEST] as number;
      if (best === 0) {
        if (whole[at + MATCHED] === 0 && !accept?.(record)) continue;
        found[count++] = record - start;
      }
      (whole[at + FLAGS] as number) |= byte >= said ? meant | IS_SAID : meant;
      const match = step * byte;
      (notes[at + OTHERS] as number) += Math.min(best, match);
      notes[at + BEST] = Math.max(best, match);
    }
    list.next = i;
    return count;
  }

  /** Adds what the present concept found to the notes of all; returns how many records are touched. */
  private add(count: number, before: number, { importance, bit, told }: Sought): number {
    const { notes, whole, found, touched } = this;
    let kept = before;
    for (let i = 0; i < count; i++) {
      const place = found[i] as number;
      const at = place * NOTES;
      const flags = whole[at + FLAGS] as number;
      // Several synonyms in one record say a little more than one.
      const match = (notes[at + BEST] as number) + Math.min(0.15, 0.1 * (notes[at + OTHERS] as number));
      if (whole[at + MATCHED] === 0) touched[kept++] = place;
      (whole[at + MATCHED] as number) |= 1 << bit;
      (notes[at + SCORE] as number) += importance * match;
      if (told > 0) {
        const part = importance * Math.min(1, 1.4 * match);
        (notes[at + COVERED] as number) += part;
        (notes[at + HELD] as number) += (flags & IS_MEANT) !== 0 ? part : part / 2;
        if ((flags & IS_SAID) !== 0) (notes[at + SAYS] as number) += importance;
      }
      notes[at + BEST] = 0;
      notes[at + OTHERS] = 0;
      whole[at + FLAGS] = (flags & ~(IS_SAID | IS_MEANT)) + told;
    }
    return kept;
  }

  /** Takes down what the touched records reached and wipes their notes. */
  private close(count: number, start: number, known: number): void {
    const { notes, whole, touched, reached, lift } = this;
    for (let i = 0; i < count; i++) {
      const record = start + (touched[i] as number);
      const at = (touched[i] as number) * NOTES;
      const to = reached.count++;
      if (lift[record] === 0) this.learn(record);
      const share = known === 0 ? 1 : Math.min(1, (notes[at + COVERED] as number) / known);
      const score = (notes[at + SCORE] as number) * (0.4 + 0.6 * share) * (lift[record] as number);
      if (score > reached.highest) reached.highest = score;
      reached.records[to] = record;
      reached.scores[to] = score;
      reached.held[to] = notes[at + HELD] as number;
      reached.says[to] = notes[at + SAYS] as number;
      reached.told[to] = whole[at + FLAGS] as number;
      reached.matched[to] = whole[at + MATCHED] as number;
      // The notes of a present concept are wiped already.
      notes[at + SCORE] = 0;
      notes[at + COVERED] = 0;
      notes[at + HELD] = 0;
      notes[at + SAYS] = 0;
      whole[at + FLAGS] = 0;
      whole[at + MATCHED] = 0;
    }
  }
}
