// Scores records: exact name > all words in the name > words in name and text > some words.
import type { IndexData } from './index-data.ts';
import type { Concept } from './read-query.ts';

/** What ranking needs of a record besides its words. */
export interface RankedRecord {
  kind: 'kpi' | 'project';
  id: string;
  /** Name and aliases, squeezed as the question is. */
  names: string[];
  publishedFy: number;
}

export interface Ranked {
  record: number;
  score: number;
  /** Concepts it matched, one bit each. */
  matched: number;
}

/** Most hits of one question; nobody reads further, and the work stays bounded. */
const MOST_HITS = 500;
/** A hit below this share of the best one says little about the question: more is asked of those past the first ten. */
const leastShares = { firstTen: 0.1, beyond: 0.3 } as const;
/** So many postings are walked for one concept; rarer meanings go first. */
const MOST_POSTINGS = 60_000;

/** Keeps its scratch arrays between questions. */
export class Ranker {
  private readonly score: Float32Array;
  private readonly covered: Float32Array;
  private readonly best: Float32Array;
  private readonly others: Float32Array;
  private readonly matched: Int32Array;

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
  }

  /** Best first; `accept` leaves records out before anything is compared. */
  rank(concepts: readonly Concept[], squeezed: string, accept: (record: number) => boolean): Ranked[] {
    const touched: number[] = [];
    let asked = 0;
    for (const [bit, concept] of concepts.entries()) {
      const found = this.gather(concept);
      const importance = concept.emphasis * this.rarity(concept, found.length);
      if (!concept.bonus && concept.meanings.size > 0) asked += importance;
      for (const record of found) {
        const match = Math.min(
          1.15,
          (this.best[record] as number) + Math.min(0.15, 0.1 * (this.others[record] as number)),
        );
        if (this.score[record] === 0) touched.push(record);
        (this.score[record] as number) += importance * match;
        if (!concept.bonus) (this.covered[record] as number) += importance * Math.min(1, 1.4 * match);
        (this.matched[record] as number) |= 1 << bit;
        this.best[record] = 0;
        this.others[record] = 0;
      }
    }
    const ranked: Ranked[] = [];
    for (const record of touched) {
      const share = asked === 0 ? 1 : Math.min(1, (this.covered[record] as number) / asked);
      const score = (this.score[record] as number) * (0.4 + 0.6 * share);
      if (accept(record)) ranked.push({ record, score, matched: this.matched[record] as number });
      this.score[record] = 0;
      this.covered[record] = 0;
      this.matched[record] = 0;
    }
    return this.finish(ranked, squeezed, asked);
  }

  /** Leaves each record's best meaning in `best`; returns the records. */
  private gather(concept: Concept): number[] {
    const found: number[] = [];
    let budget = MOST_POSTINGS;
    const meanings = [...concept.meanings].sort((a, b) => b[1] - a[1]);
    for (const [word, weight] of meanings) {
      const postings = this.data.postings[word] as Int32Array;
      if (weight < 1 && postings.length > budget) continue;
      budget -= postings.length;
      for (let i = 0; i < postings.length; i++) {
        const posting = postings[i] as number;
        const record = posting >> 8;
        const match = (weight * (posting & 255)) / 255;
        const before = this.best[record] as number;
        if (before === 0) found.push(record);
        if (match > before) {
          (this.others[record] as number) += before;
          this.best[record] = match;
        } else (this.others[record] as number) += match;
      }
    }
    return found;
  }

  /** The rarer, the more it says; judged by the word itself where records hold it. */
  private rarity(concept: Concept, found: number): number {
    let frequency = 0;
    for (const [word, weight] of concept.meanings)
      if (weight >= 0.6) frequency = Math.max(frequency, this.data.postings[word]?.length ?? 0);
    return Math.log(1 + this.records.length / (0.5 + (frequency || found)));
  }

  private finish(ranked: Ranked[], squeezed: string, asked: number): Ranked[] {
    const inOrder = (a: Ranked, b: Ranked) => {
      const [one, other] = [this.records[a.record] as RankedRecord, this.records[b.record] as RankedRecord];
      return b.score - a.score || other.publishedFy - one.publishedFy || (one.id < other.id ? -1 : 1);
    };
    const top = topOf(ranked, MOST_HITS);
    const best = top.reduce((most, hit) => Math.max(most, hit.score), 0);
    for (const hit of top) hit.score = round(hit.score + asked * this.nameBonus(hit.record, squeezed));
    top.sort(inOrder);
    return top.filter(
      ({ score }, rank) => score >= best * (rank < 10 ? leastShares.firstTen : leastShares.beyond),
    );
  }

  /** The question is the name, begins it, stands in it, or the other way round. */
  private nameBonus(record: number, squeezed: string): number {
    if (squeezed.length < 2) return 0;
    let bonus = 0;
    for (const name of (this.records[record] as RankedRecord).names) {
      if (name === squeezed) return 1.5;
      const share = Math.min(name.length, squeezed.length) / Math.max(name.length, squeezed.length);
      if (name.includes(squeezed)) bonus = Math.max(bonus, 0.12 + 0.5 * share);
      else if (name.length >= 4 && squeezed.includes(name)) bonus = Math.max(bonus, 0.3 + 0.3 * share);
    }
    return bonus;
  }
}

/** The `most` best without sorting all: a threshold from a sample of scores, then the rest is dropped. */
function topOf(ranked: Ranked[], most: number): Ranked[] {
  if (ranked.length <= most) return ranked;
  const scores = Float64Array.from(ranked, (hit) => hit.score).sort();
  const threshold = scores[scores.length - most] as number;
  return ranked.filter((hit) => hit.score >= threshold).slice(0, most * 2);
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
