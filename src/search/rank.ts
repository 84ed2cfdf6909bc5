// Scores records: exact name > all words in the name > words in name and text > some words.
import type { IndexData } from './index-data.ts';
import { indexOptions } from './index-options.ts';
import { type Concept, emphases } from './meanings.ts';
import { brevity, nameBonus } from './name-match.ts';
import type { RecordKind } from './search.ts';

/** What ranking needs of a record besides its words. */
export interface RankedRecord {
  kind: RecordKind;
  id: string;
  /** Name and aliases, squeezed as the question is. */
  names: string[];
  publishedFy: number;
}

/** A record with what it scored. */
export interface Ranked {
  record: number;
  score: number;
  /** Concepts it matched, one bit each. */
  matched: number;
  /** It says itself, in just that meaning, nearly all that was asked for. */
  strong: boolean;
  /** Share of what was asked for that it holds, in whatever words; rare words weigh more. */
  share: number;
}

/** Places of the records that may count: projects stand before KPIs, so that one kind is a part of every list. */
export interface Stretch {
  from: number;
  to: number;
}

const everywhere: Stretch = { from: 0, to: Number.POSITIVE_INFINITY };

/** Most hits of one question; nobody reads further, and the work stays bounded. */
const MOST_HITS = 300;
/** So many records are held against their names: what a name adds lifts none into the first ten that is not among them. */
const MOST_NAMED = 1_000;
/** Words that say little (支援) bring a record in only while others have brought fewer. */
const ENOUGH_RECORDS = 10;
const SCORE_STEPS = 4096;
/** A posting of this weight says that the record itself speaks of the word: its name, keywords or text. */
const SAID = Math.round(indexOptions.said * 255);
/** Share of what was asked that a strong hit says itself: all, but for a word that says little. */
const STRONG_SHARE = 0.75;
/** From this weight on another word means about the same; what only lies near (犬 for 動物) is held by half. */
const ABOUT_SAME = 0.75;
/** A match below this says too little to bring a record in or lift it. */
const LEAST_MATCH = 0.12;
/** A word no record holds weighs as one that this many hold. */
const UNKNOWN_FREQUENCY = 3;

/**
 * What is noted of a record while one question is ranked: numbers side by side, for a common word is held by tens of
 * thousands of records and each of them would cost a read from memory for every list it stands in.
 */
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
const IS_SAID = 1;
const IS_MEANT = 2;
/** One step of what was held: words that tell something take two, words that say little one (支援センター; 仕組み alone tells nothing). */
const TOLD = 4;

/** Keeps its notes between questions. */
export class Ranker {
  private readonly notes: Float32Array;
  /** The same notes where they are whole numbers. */
  private readonly whole: Int32Array;
  /** Records the present concept, and any concept, was found in. */
  private readonly found: Int32Array;
  private readonly touched: Int32Array;
  /** What a record's shortest name lifts its score by. */
  private readonly lift: Float32Array;
  private readonly frequencies: Int32Array;

  constructor(
    private readonly data: IndexData,
    private readonly records: readonly RankedRecord[],
    private readonly mostNamed = MOST_NAMED,
  ) {
    const size = data.documents.length;
    this.notes = new Float32Array(size * NOTES);
    this.whole = new Int32Array(this.notes.buffer);
    this.found = new Int32Array(size);
    this.touched = new Int32Array(size);
    this.frequencies = new Int32Array(data.terms.length).fill(-1);
    this.lift = Float32Array.from(records, ({ names }) => 1 + brevity(names));
  }

  /** Best first; `accept` leaves records out before anything is compared. */
  rank(
    concepts: readonly Concept[],
    squeezed: string,
    accept: (record: number) => boolean,
    stretch = everywhere,
  ): Ranked[] {
    let kept = 0;
    let asked = 0;
    let askedInAll = 0;
    const order = concepts
      .map((concept, bit) => ({ concept, bit, brings: !concept.bonus && concept.emphasis > emphases.weak }))
      .sort((one, other) => Number(other.brings) - Number(one.brings));
    for (const { concept, bit, brings } of order) {
      const count = this.gather(concept, brings || kept < ENOUGH_RECORDS ? accept : undefined, stretch);
      const importance = concept.emphasis * this.rarity(concept, count);
      if (!concept.bonus) {
        askedInAll += importance;
        if (concept.meanings.size > 0) asked += importance;
      }
      kept = this.add(count, kept, { importance, bit, told: concept.bonus ? 0 : brings ? 2 * TOLD : TOLD });
    }
    const ranked = this.take(kept, asked, askedInAll);
    return this.finish(ranked, squeezed, asked);
  }

  /** Adds what the present concept found to the notes of all; returns how many records are touched. */
  private add(
    count: number,
    before: number,
    { importance, bit, told }: { importance: number; bit: number; told: number },
  ): number {
    const { notes, whole, found, touched } = this;
    let kept = before;
    for (let i = 0; i < count; i++) {
      const record = found[i] as number;
      const at = record * NOTES;
      const flags = whole[at + FLAGS] as number;
      // Several synonyms in one record say a little more than one.
      const match = (notes[at + BEST] as number) + Math.min(0.15, 0.1 * (notes[at + OTHERS] as number));
      if (whole[at + MATCHED] === 0) touched[kept++] = record;
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

  /** The best of the touched records; their notes are wiped. */
  private take(kept: number, asked: number, askedInAll: number): Ranked[] {
    const { notes, whole, touched } = this;
    let highest = 0;
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      const at = record * NOTES;
      const share = asked === 0 ? 1 : Math.min(1, (notes[at + COVERED] as number) / asked);
      const reached = (notes[at + SCORE] as number) * (0.4 + 0.6 * share) * (this.lift[record] as number);
      notes[at + SCORE] = reached;
      if (reached > highest) highest = reached;
    }
    const ranked: Ranked[] = [];
    const threshold = this.threshold(kept, highest);
    const strongFrom = STRONG_SHARE * askedInAll * 0.999;
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      const at = record * NOTES;
      const score = notes[at + SCORE] as number;
      if (score >= threshold)
        ranked.push({
          record,
          score,
          matched: whole[at + MATCHED] as number,
          strong: askedInAll > 0 && (notes[at + SAYS] as number) >= strongFrom,
          share:
            (whole[at + FLAGS] as number) >= 2 * TOLD
              ? Math.min(1, (notes[at + HELD] as number) / askedInAll)
              : 0,
        });
      for (let note = 0; note < NOTES; note++) notes[at + note] = 0;
    }
    return ranked;
  }

  /** Leaves each record's best meaning in its notes and the records in `found`; returns how many. Without `accept` no new record comes in. */
  private gather(
    concept: Concept,
    accept: ((record: number) => boolean) | undefined,
    { from, to }: Stretch,
  ): number {
    const { notes, whole, found } = this;
    let count = 0;
    for (const [word, weight] of concept.meanings) {
      const postings = this.data.postings[word] as Int32Array;
      const step = weight / 255;
      const said = concept.direct.has(word) ? SAID : 256;
      const meant = weight >= ABOUT_SAME ? IS_MEANT : 0;
      const least = LEAST_MATCH / step;
      for (let i = placeOf(from, postings); i < postings.length; i++) {
        const posting = postings[i] as number;
        const record = posting >> 8;
        if (record >= to) break;
        const byte = posting & 255;
        if (byte < least) continue;
        const at = record * NOTES;
        const before = notes[at + BEST] as number;
        if (before === 0) {
          if (whole[at + MATCHED] === 0 && !accept?.(record)) continue;
          found[count++] = record;
        }
        (whole[at + FLAGS] as number) |= byte >= said ? meant | IS_SAID : meant;
        const match = step * byte;
        if (match > before) {
          (notes[at + OTHERS] as number) += before;
          notes[at + BEST] = match;
        } else (notes[at + OTHERS] as number) += match;
      }
    }
    return count;
  }

  /** The rarer, the more it says; judged by the word itself where records hold it. */
  private rarity(concept: Concept, found: number): number {
    let frequency = 0;
    for (const [word, weight] of concept.meanings)
      if (weight >= 0.6) frequency = Math.max(frequency, this.frequency(word));
    return Math.log(1 + this.records.length / (0.5 + (frequency || found || UNKNOWN_FREQUENCY)));
  }

  /** Number of records that speak of the word themselves; worked out once a word. */
  private frequency(word: number): number {
    const known = this.frequencies[word] as number;
    if (known >= 0) return known;
    let frequency = 0;
    for (const posting of this.data.postings[word] ?? []) if ((posting & 255) >= SAID) frequency++;
    this.frequencies[word] = frequency;
    return frequency;
  }

  /** A score that about `mostNamed` of the touched records reach: counted in steps, never sorted. */
  private threshold(count: number, highest: number): number {
    if (count <= this.mostNamed) return 0;
    const { notes, touched } = this;
    const steps = new Uint32Array(SCORE_STEPS + 1);
    // A little less, for scores are kept in 32 bits.
    const scale = (SCORE_STEPS * 0.9999) / highest;
    for (let i = 0; i < count; i++)
      (steps[Math.floor((notes[(touched[i] as number) * NOTES + SCORE] as number) * scale)] as number)++;
    let reached = 0;
    let step = SCORE_STEPS;
    while (step > 0) {
      reached += steps[step] as number;
      if (reached >= this.mostNamed) break;
      step--;
    }
    return step / scale;
  }

  private finish(ranked: Ranked[], squeezed: string, asked: number): Ranked[] {
    for (const hit of ranked) {
      const { names } = this.records[hit.record] as RankedRecord;
      hit.score = round(hit.score + asked * nameBonus(names, squeezed));
    }
    if (ranked.length <= MOST_HITS) return this.sort(ranked);
    // Few are worth putting in order.
    const least = Float64Array.from(ranked, ({ score }) => -score).sort()[MOST_HITS - 1] as number;
    return this.sort(ranked.filter(({ score }) => -score <= least)).slice(0, MOST_HITS);
  }

  /** By score; of equal ones the newer plan's first. */
  sort(ranked: Ranked[]): Ranked[] {
    return ranked.sort((a, b) => {
      const [one, other] = [this.records[a.record] as RankedRecord, this.records[b.record] as RankedRecord];
      return b.score - a.score || other.publishedFy - one.publishedFy || (one.id < other.id ? -1 : 1);
    });
  }
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

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
