// Scores records: exact name > all words in the name > words in name and text > some words.
import type { IndexData } from './index-data.ts';
import type { Concept } from './meanings.ts';
import { brevity, nameBonus } from './name-match.ts';

/** What ranking needs of a record besides its words. */
export interface RankedRecord {
  kind: 'kpi' | 'project';
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
}

/** Most hits of one question; nobody reads further, and the work stays bounded. */
const MOST_HITS = 300;
/** A hit below this share of the best one says little about the question: more is asked of those past the first ten. */
const leastShares = { firstTen: 0.1, beyond: 0.3 } as const;
/** Past this many records no weaker match brings in another one: the best ten are among them. */
const ENOUGH_RECORDS = 3_000;
/** Matches are taken in this order: names, keywords and near synonyms, texts, the rest. */
const matchStrengths = [0.65, 0.4, 0.2, 0] as const;
const SCORE_STEPS = 4096;

/** Keeps its scratch arrays between questions. */
export class Ranker {
  private readonly score: Float32Array;
  private readonly covered: Float32Array;
  private readonly best: Float32Array;
  private readonly others: Float32Array;
  private readonly matched: Int32Array;
  /** Records the present concept, and any concept, was found in. */
  private readonly found: Int32Array;
  private readonly touched: Int32Array;

  constructor(
    private readonly data: IndexData,
    private readonly records: readonly RankedRecord[],
  ) {
    const size = data.documents.length;
    this.score = new Float32Array(size);
    this.covered = new Float32Array(size);
    this.best = new Float32Array(size);
    this.others = new Float32Array(size);
    this.matched = new Int32Array(size);
    this.found = new Int32Array(size);
    this.touched = new Int32Array(size);
  }

  /** Best first; `accept` leaves records out before anything is compared. */
  rank(concepts: readonly Concept[], squeezed: string, accept: (record: number) => boolean): Ranked[] {
    const { score, covered, best, others, matched, found, touched } = this;
    let kept = 0;
    let asked = 0;
    // The rarest first: once they have brought enough records, commoner words only lift or pass those.
    const order = concepts
      .map((concept, bit) => ({ concept, bit, size: this.size(concept) }))
      .sort((one, other) => Number(one.concept.bonus) - Number(other.concept.bonus) || one.size - other.size);
    for (const { concept, bit } of order) {
      const count = this.gather(concept, kept < ENOUGH_RECORDS ? accept : undefined);
      const importance = concept.emphasis * this.rarity(concept, count);
      if (!concept.bonus && concept.meanings.size > 0) asked += importance;
      for (let i = 0; i < count; i++) {
        const record = found[i] as number;
        // Several synonyms in one record say a little more than one.
        const match = (best[record] as number) + Math.min(0.15, 0.1 * (others[record] as number));
        if (matched[record] === 0) touched[kept++] = record;
        (matched[record] as number) |= 1 << bit;
        (score[record] as number) += importance * match;
        if (!concept.bonus) (covered[record] as number) += importance * Math.min(1, 1.4 * match);
        best[record] = 0;
        others[record] = 0;
      }
    }
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      const share = asked === 0 ? 1 : Math.min(1, (covered[record] as number) / asked);
      (score[record] as number) *= 0.4 + 0.6 * share;
    }
    const ranked: Ranked[] = [];
    const threshold = this.threshold(kept);
    for (let i = 0; i < kept; i++) {
      const record = touched[i] as number;
      if ((score[record] as number) >= threshold)
        ranked.push({ record, score: score[record] as number, matched: matched[record] as number });
      this.forget(record);
    }
    return this.finish(ranked, squeezed, asked);
  }

  private forget(record: number) {
    this.score[record] = 0;
    this.covered[record] = 0;
    this.matched[record] = 0;
  }

  /**
   * Leaves each record's best meaning in `best` and the records in `found`; returns how many.
   * Strong matches are taken first, and weaker ones only while records are few. Without `accept` no new record comes in.
   */
  private gather(concept: Concept, accept: ((record: number) => boolean) | undefined): number {
    const { best, others, found, matched } = this;
    let count = 0;
    let above = Number.POSITIVE_INFINITY;
    const meanings = [...concept.meanings].sort((a, b) => b[1] - a[1]);
    for (const strength of matchStrengths) {
      for (const [word, weight] of meanings) {
        if (weight * 1.001 < strength) break;
        const postings = this.data.postings[word] as Int32Array;
        const step = weight / 255;
        const [low, high] = [strength / step, above / step];
        for (let i = 0; i < postings.length; i++) {
          const posting = postings[i] as number;
          const byte = posting & 255;
          if (byte < low || byte >= high) continue;
          const record = posting >> 8;
          const before = best[record] as number;
          if (before === 0) {
            if (matched[record] === 0 && !accept?.(record)) continue;
            found[count++] = record;
          }
          const match = step * byte;
          if (match > before) {
            (others[record] as number) += before;
            best[record] = match;
          } else (others[record] as number) += match;
        }
      }
      if (accept && count >= ENOUGH_RECORDS) break;
      above = strength;
    }
    return count;
  }

  /** How many postings its meanings have. */
  private size(concept: Concept): number {
    let size = 0;
    for (const word of concept.meanings.keys()) size += this.data.postings[word]?.length ?? 0;
    return size;
  }

  /** The rarer, the more it says; judged by the word itself where records hold it. */
  private rarity(concept: Concept, found: number): number {
    let frequency = 0;
    for (const [word, weight] of concept.meanings)
      if (weight >= 0.6) frequency = Math.max(frequency, this.data.postings[word]?.length ?? 0);
    return Math.log(1 + this.records.length / (0.5 + (frequency || found)));
  }

  /** A score that about `MOST_HITS` of the touched records reach: counted in steps, never sorted. */
  private threshold(count: number): number {
    if (count <= MOST_HITS) return 0;
    const { score, touched } = this;
    let highest = 0;
    for (let i = 0; i < count; i++) highest = Math.max(highest, score[touched[i] as number] as number);
    const steps = new Uint32Array(SCORE_STEPS + 1);
    const scale = SCORE_STEPS / highest;
    for (let i = 0; i < count; i++)
      (steps[Math.floor((score[touched[i] as number] as number) * scale)] as number)++;
    let reached = 0;
    let step = SCORE_STEPS;
    while (step > 0) {
      reached += steps[step] as number;
      if (reached >= MOST_HITS) break;
      step--;
    }
    // Many records with one and the same score: better fewer than all of them.
    return reached > 2 * MOST_HITS && step < SCORE_STEPS ? (step + 1) / scale : step / scale;
  }

  private finish(ranked: Ranked[], squeezed: string, asked: number): Ranked[] {
    const inOrder = (a: Ranked, b: Ranked) => {
      const [one, other] = [this.records[a.record] as RankedRecord, this.records[b.record] as RankedRecord];
      return b.score - a.score || other.publishedFy - one.publishedFy || (one.id < other.id ? -1 : 1);
    };
    let best = 0;
    for (const hit of ranked) {
      best = Math.max(best, hit.score);
      const { names } = this.records[hit.record] as RankedRecord;
      hit.score = round(hit.score * (1 + brevity(names)) + asked * nameBonus(names, squeezed));
    }
    ranked.sort(inOrder);
    return ranked
      .slice(0, MOST_HITS)
      .filter(({ score }, rank) => score >= best * (rank < 10 ? leastShares.firstTen : leastShares.beyond));
  }
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
