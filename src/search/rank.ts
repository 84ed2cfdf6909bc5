// Scores records: exact name > all words in the name > words in name and text > some words.
import type { IndexData } from './index-data.ts';
import { scoreOfMost } from './least.ts';
import type { Concept } from './meanings.ts';
import { brevityOf, nameBonus, outlineOf, signsOf } from './name-match.ts';
import { Notes, type Reached, type Scoring } from './notes.ts';
import type { RankedRecords } from './ranked-records.ts';
import { Seen } from './seen.ts';
import { SAID, type Sought, soughtOf, TOLD } from './sought.ts';

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
export const ENOUGH_RECORDS = 10;
/** Share of what was asked that a strong hit says itself: all, but for a word that says little. */
const STRONG_SHARE = 0.75;
/** A word no record holds weighs as one that this many hold. */
const UNKNOWN_FREQUENCY = 3;

/** How many records are taken, and how far below the last one others are as well. */
type Bounds = Omit<Scoring, 'known'>;
/** Scores that are rounded alike are put in order by other things. */
const unnamed: Bounds = { most: MOST_HITS, slack: 0.0001 };

type Test = (record: number) => boolean;
/** What a record is tested by before anything is compared; null: every record counts. */
export type Accept = Test | null;
const everyone: Test = () => true;

/** What was found for concepts, whatever a question called them. */
interface Kept extends Stretch {
  concepts: readonly Concept[];
  most: number;
  taken: Taken;
}

/** Records before they are held against their names. */
interface Taken {
  ranked: readonly Ranked[];
  /** Importance of what was asked for and stands in the index. */
  asked: number;
}

/** So many rankings without a condition are kept: one question looks for the same concepts in other words, and in other kinds between. */
const MOST_KEPT = 4;

/** Keeps its notes between questions. */
export class Ranker {
  private readonly notes: Notes;
  /** What a record's shortest name lifts its score by; 0 until it is reached. */
  private readonly lift: Float32Array;
  /** The signs of all names of a record, and those that each of its names has. */
  private readonly signs: Int32Array;
  private readonly common: Int32Array;
  private readonly frequencies: Int32Array;
  private readonly kept: Kept[] = [];
  private readonly seen: Seen;

  constructor(
    private readonly data: IndexData,
    private readonly records: RankedRecords,
    private readonly mostNamed = MOST_NAMED,
  ) {
    const { length } = records;
    this.seen = new Seen(length);
    this.frequencies = new Int32Array(data.whole ? 0 : data.terms.length).fill(-1);
    this.lift = new Float32Array(length);
    this.signs = new Int32Array(length);
    this.common = new Int32Array(length);
    this.notes = new Notes(this.lift, (record) => this.learn(record));
  }

  /** Reads the names of a record when it is first reached: most records of a first question are not. */
  private learn(record: number): void {
    const outline = this.records.outline?.(record) ?? outlineOf(this.records.names(record));
    this.lift[record] = 1 + brevityOf(outline);
    this.signs[record] = outline.signs;
    this.common[record] = outline.common;
  }

  /** Best first; `accept` leaves records out before anything is compared. */
  rank(
    concepts: readonly Concept[],
    squeezed: string,
    accept: Accept,
    stretch: Stretch = everywhere,
  ): Ranked[] {
    const bounds = this.boundsFor(squeezed);
    return this.finish(this.found(concepts, accept, stretch, { bounds, worth: () => true }), squeezed);
  }

  /** The strong ones alone; where what records may say is too little of all, nothing is walked. */
  strong(
    concepts: readonly Concept[],
    squeezed: string,
    accept: Accept,
    stretch: Stretch = everywhere,
  ): Ranked[] {
    const bounds = this.boundsFor(squeezed);
    const { ranked, asked } = this.found(concepts, accept, stretch, { bounds, worth: mayBeSaid });
    return this.finish({ ranked: ranked.filter(({ strong }) => strong), asked }, squeezed);
  }

  /** From what is kept, else by a walk, where it is worth one. */
  private found(
    concepts: readonly Concept[],
    accept: Accept,
    stretch: Stretch,
    { bounds, worth }: { bounds: Bounds; worth(sought: readonly Sought[]): boolean },
  ): Taken {
    const kept = this.keptFor(concepts, accept, stretch, bounds);
    if (kept) return kept;
    const sought = this.weighed(concepts, accept, stretch);
    if (!worth(sought)) return { ranked: [], asked: 0 };
    const taken = this.walked(sought, accept, stretch, bounds);
    this.keep(concepts, accept, { ...stretch, most: bounds.most, taken });
    return taken;
  }

  /** What has no name to be held against needs no more than are shown. */
  private boundsFor(squeezed: string): Bounds {
    return squeezed.length < 2 ? unnamed : { most: this.mostNamed, slack: 0 };
  }

  /** What the same concepts led to before, whatever the question is called. */
  private keptFor(
    concepts: readonly Concept[],
    accept: Accept,
    stretch: Stretch,
    { most }: Bounds,
  ): Taken | undefined {
    if (accept !== null) return undefined;
    return this.kept.find((one) => one.most === most && isSame(one, concepts, stretch))?.taken;
  }

  private keep(concepts: readonly Concept[], accept: Accept, kept: Omit<Kept, 'concepts'>): void {
    if (accept !== null) return;
    if (this.kept.length >= MOST_KEPT) this.kept.length = 0;
    this.kept.push({ ...kept, concepts });
  }

  private weighed(concepts: readonly Concept[], accept: Accept, { from, to }: Stretch): Sought[] {
    const sought = soughtOf(concepts, this.data.postings, from);
    this.weigh(sought, accept ?? everyone, to);
    return sought;
  }

  private walked(sought: readonly Sought[], accept: Accept, stretch: Stretch, bounds: Bounds): Taken {
    const asked = sought.filter(({ concept }) => !concept.bonus);
    const known = importanceOf(asked.filter(({ concept }) => concept.meanings.size > 0));
    const reached = this.notes.walk(sought, stretch, accept ?? everyone, { known, ...bounds });
    return { ranked: this.take(reached, importanceOf(asked), bounds), asked: known };
  }

  /** Settles which concepts bring records in, and how much each weighs. */
  private weigh(sought: readonly Sought[], accept: Test, to: number): void {
    const brought: number[] = [];
    for (const [at, one] of sought.entries()) {
      one.brings ||= brought.length < ENOUGH_RECORDS;
      one.importance = one.concept.emphasis * this.rarity(one, sought.slice(0, at), accept, to);
      if (one.brings && brought.length < ENOUGH_RECORDS) bring(one, brought, accept, to);
    }
  }

  /** The best of what was reached. */
  private take(reached: Reached, inAll: number, { most, slack }: Bounds): Ranked[] {
    const { count, highest, records, scores, held, says, told, matched } = reached;
    const threshold = count <= most ? 0 : scoreOfMost(reached, most, highest) - slack;
    const least = strongFrom(inAll);
    const ranked: Ranked[] = [];
    for (let i = 0; i < count; i++) {
      const score = scores[i] as number;
      if (score < threshold) continue;
      ranked.push({
        record: records[i] as number,
        score,
        matched: matched[i] as number,
        strong: inAll > 0 && (says[i] as number) >= least,
        share: (told[i] as number) >= 2 * TOLD ? Math.min(1, (held[i] as number) / inAll) : 0,
      });
    }
    return ranked;
  }

  /** The rarer, the more it says; judged by the word itself where records hold it. */
  private rarity(one: Sought, before: readonly Sought[], accept: Test, to: number): number {
    let frequency = 0;
    for (const [word, weight] of one.concept.meanings)
      if (weight >= 0.6) frequency = Math.max(frequency, this.frequency(word));
    const all = this.data.whole?.records ?? this.records.length;
    const holding = frequency || this.holders(one, before, accept, to) || UNKNOWN_FREQUENCY;
    return Math.log(1 + all / (0.5 + holding));
  }

  /** How many records hold a concept: of those it brings in, else of those that others brought. */
  private holders(one: Sought, before: readonly Sought[], accept: Test, to: number): number {
    if (one.lists.length === 0) return 0;
    if (one.brings) return this.seen.count(one.lists, to, accept);
    const others = before.flatMap(({ brings, lists }) => (brings ? lists : []));
    return this.seen.countAmong(one.lists, others, to, accept);
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

  private finish({ ranked: taken, asked }: Taken, squeezed: string): Ranked[] {
    const signs = signsOf(squeezed);
    const scores = new Float64Array(taken.length);
    for (let i = 0; i < taken.length; i++) {
      const { record, score } = taken[i] as Ranked;
      // Most names neither hold the question nor stand in it, and are not looked at.
      const mayFit =
        squeezed.length > 1 &&
        ((signs & ~(this.signs[record] as number)) === 0 || ((this.common[record] as number) & ~signs) === 0);
      const bonus = mayFit ? asked * nameBonus(this.records.names(record), squeezed) : 0;
      scores[i] = round(score + bonus);
    }
    // Few are worth putting in order.
    const least = taken.length <= MOST_HITS ? 0 : (scores.toSorted().at(-MOST_HITS) as number);
    const ranked: Ranked[] = [];
    for (let i = 0; i < taken.length; i++)
      if ((scores[i] as number) >= least)
        ranked.push({ ...(taken[i] as Ranked), score: scores[i] as number });
    const sorted = this.sort(ranked);
    return sorted.length > MOST_HITS ? sorted.slice(0, MOST_HITS) : sorted;
  }

  /** By score; of equal ones the newer plan's first. */
  sort(ranked: Ranked[]): Ranked[] {
    return ranked.sort((a, b) => {
      if (a.score > b.score) return -1;
      if (a.score < b.score) return 1;
      const newer = this.records.publishedFy(b.record) - this.records.publishedFy(a.record);
      return newer || (this.records.id(a.record) < this.records.id(b.record) ? -1 : 1);
    });
  }
}

/** A record may say enough of what is asked to be a strong hit. */
function mayBeSaid(sought: readonly Sought[]): boolean {
  const asked = sought.filter(({ concept }) => !concept.bonus);
  const said = asked.filter(({ concept }) => concept.direct.size > 0);
  return importanceOf(said) >= strongFrom(importanceOf(asked));
}

/** A little less, for what a record says is summed up in 32 bits. */
const strongFrom = (inAll: number) => STRONG_SHARE * inAll * 0.999;

function importanceOf(sought: readonly Sought[]): number {
  return sought.reduce((total, { importance }) => total + importance, 0);
}

/** Adds the first records a concept brings, until there are enough. */
function bring({ lists }: Sought, brought: number[], accept: Test, to: number): void {
  for (const { postings, next, least } of lists)
    for (let i = next; i < postings.length; i++) {
      const posting = postings[i] as number;
      const record = posting >> 8;
      if (record >= to) break;
      if ((posting & 255) < least || brought.includes(record) || !accept(record)) continue;
      if (brought.push(record) >= ENOUGH_RECORDS) return;
    }
}

/** Concepts that mean the same by the same words rank alike, whatever they are called. */
function isSame(kept: Kept, concepts: readonly Concept[], { from, to }: Stretch): boolean {
  if (kept.from !== from || kept.to !== to || kept.concepts.length !== concepts.length) return false;
  return kept.concepts.every((one, at) => meansSame(one, concepts[at] as Concept));
}

function meansSame(one: Concept, other: Concept): boolean {
  if (one === other) return true;
  if (one.emphasis !== other.emphasis || one.bonus !== other.bonus) return false;
  if (one.meanings.size !== other.meanings.size || one.direct.size !== other.direct.size) return false;
  for (const [word, weight] of one.meanings) if (other.meanings.get(word) !== weight) return false;
  for (const word of one.direct) if (!other.direct.has(word)) return false;
  return true;
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
