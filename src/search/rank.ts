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

/** Most hits of one question; nobody reads further, and the work stays bounded. */
const MOST_HITS = 300;
/** So many records are held against their names: what a name adds lifts none into the first ten that is not among them. */
const MOST_NAMED = 1_000;
/** Words that say little (支援) bring a record in only while others have brought fewer. */
export const ENOUGH_RECORDS = 10;
const SCORE_STEPS = 4096;
/** A posting of this weight says that the record itself speaks of the word: its name, keywords or text. */
const SAID = Math.round(indexOptions.said * 255);
/** Share of what was asked that a strong hit says itself: all, but for a word that says little. */
const STRONG_SHARE = 0.75;
/** From this weight on another word means about the same; what only lies near (犬 for 動物) is held by half. */
const ABOUT_SAME = 0.75;
/** A match below this says too little to bring a record in or lift it. */
export const LEAST_MATCH = 0.12;
/** A word no record holds weighs as one that this many hold. */
const UNKNOWN_FREQUENCY = 3;

/** Keeps its scratch arrays between questions. */
export class Ranker {
  private readonly score: Float32Array;
  private readonly covered: Float32Array;
  private readonly said: Float32Array;
  private readonly best: Float32Array;
  private readonly others: Float32Array;
  private readonly isSaid: Uint8Array;
  private readonly isMeant: Uint8Array;
  private readonly held: Float32Array;
  /** Holds words that tell something: one, or two that say little (支援センター; 仕組み alone tells nothing). */
  private readonly isTold: Uint8Array;
  private readonly matched: Int32Array;
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
    this.score = new Float32Array(size);
    this.covered = new Float32Array(size);
    this.said = new Float32Array(size);
    this.best = new Float32Array(size);
    this.others = new Float32Array(size);
    this.isSaid = new Uint8Array(size);
    this.isMeant = new Uint8Array(size);
    this.held = new Float32Array(size);
    this.isTold = new Uint8Array(size);
    this.matched = new Int32Array(size);
    this.found = new Int32Array(size);
    this.touched = new Int32Array(size);
    this.frequencies = new Int32Array(data.whole ? 0 : data.terms.length).fill(-1);
    this.lift = Float32Array.from(records, ({ names }) => 1 + brevity(names));
  }

  /** Best first; `accept` leaves records out before anything is compared. */
  rank(concepts: readonly Concept[], squeezed: string, accept: (record: number) => boolean): Ranked[] {
    const { score, covered, held, said, best, others, isSaid, isMeant, matched, found, touched } = this;
    let kept = 0;
    let asked = 0;
    let askedInAll = 0;
    const order = concepts
      .map((concept, bit) => ({ concept, bit, brings: !concept.bonus && concept.emphasis > emphases.weak }))
      .sort((one, other) => Number(other.brings) - Number(one.brings));
    for (const { concept, bit, brings } of order) {
      const count = this.gather(concept, brings || kept < ENOUGH_RECORDS ? accept : undefined);
      const importance = concept.emphasis * this.rarity(concept, count);
      if (!concept.bonus) {
        askedInAll += importance;
        if (concept.meanings.size > 0) asked += importance;
      }
      for (let i = 0; i < count; i++) {
        const record = found[i] as number;
        // Several synonyms in one record say a little more than one.
        const match = (best[record] as number) + Math.min(0.15, 0.1 * (others[record] as number));
        if (matched[record] === 0) touched[kept++] = record;
        (matched[record] as number) |= 1 << bit;
        (score[record] as number) += importance * match;
        if (!concept.bonus) {
          const part = importance * Math.min(1, 1.4 * match);
          (covered[record] as number) += part;
          (held[record] as number) += isMeant[record] === 1 ? part : part / 2;
          (this.isTold[record] as number) += brings ? 2 : 1;
          if (isSaid[record] === 1) (said[record] as number) += importance;
        }
        best[record] = 0;
        others[record] = 0;
        isSaid[record] = 0;
        isMeant[record] = 0;
      }
    }
    let highest = 0;
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      const share = asked === 0 ? 1 : Math.min(1, (covered[record] as number) / asked);
      const reached = (score[record] as number) * (0.4 + 0.6 * share) * (this.lift[record] as number);
      score[record] = reached;
      covered[record] = 0;
      if (reached > highest) highest = reached;
    }
    const ranked: Ranked[] = [];
    const threshold = this.threshold(kept, highest);
    const strongFrom = STRONG_SHARE * askedInAll * 0.999;
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      if ((score[record] as number) >= threshold)
        ranked.push({
          record,
          score: score[record] as number,
          matched: matched[record] as number,
          strong: askedInAll > 0 && (said[record] as number) >= strongFrom,
          share:
            (this.isTold[record] as number) >= 2 ? Math.min(1, (held[record] as number) / askedInAll) : 0,
        });
      score[record] = 0;
      held[record] = 0;
      this.isTold[record] = 0;
      said[record] = 0;
      matched[record] = 0;
    }
    return this.finish(ranked, squeezed, asked);
  }

  /** Leaves each record's best meaning in `best` and the records in `found`; returns how many. Without `accept` no new record comes in. */
  private gather(concept: Concept, accept: ((record: number) => boolean) | undefined): number {
    const { best, others, isSaid, isMeant, found, matched } = this;
    let count = 0;
    for (const [word, weight] of concept.meanings) {
      const postings = this.data.postings[word] as Int32Array;
      const step = weight / 255;
      const said = concept.direct.has(word) ? SAID : 256;
      const least = LEAST_MATCH / step;
      for (let i = 0; i < postings.length; i++) {
        const posting = postings[i] as number;
        const byte = posting & 255;
        if (byte < least) continue;
        const record = posting >> 8;
        const before = best[record] as number;
        if (before === 0) {
          if (matched[record] === 0 && !accept?.(record)) continue;
          found[count++] = record;
        }
        if (byte >= said) isSaid[record] = 1;
        if (weight >= ABOUT_SAME) isMeant[record] = 1;
        const match = step * byte;
        if (match > before) {
          (others[record] as number) += before;
          best[record] = match;
        } else (others[record] as number) += match;
      }
    }
    return count;
  }

  /** The rarer, the more it says; judged by the word itself where records hold it. */
  private rarity(concept: Concept, found: number): number {
    let frequency = 0;
    for (const [word, weight] of concept.meanings)
      if (weight >= 0.6) frequency = Math.max(frequency, this.frequency(word));
    const all = this.data.whole?.records ?? this.records.length;
    return Math.log(1 + all / (0.5 + (frequency || found || UNKNOWN_FREQUENCY)));
  }

  /** Number of records that speak of the word themselves; worked out once a word. */
  private frequency(word: number): number {
    if (this.data.whole) return this.data.whole.said(word);
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
    const { score, touched } = this;
    const steps = new Uint32Array(SCORE_STEPS + 1);
    // A little less, for scores are kept in 32 bits.
    const scale = (SCORE_STEPS * 0.9999) / highest;
    for (let i = 0; i < count; i++)
      (steps[Math.floor((score[touched[i] as number] as number) * scale)] as number)++;
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

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
