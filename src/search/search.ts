// What a search promises, apart from how it is done.
import type { Pieces } from './pieces-read.ts';

/** What can be searched. */
export type RecordKind = 'kpi' | 'project' | 'statement' | 'policy';

/** One hit; `id` names a record of the repository. */
export interface SearchHit<Kind extends RecordKind = 'kpi' | 'project'> {
  kind: Kind;
  id: string;
  /** Its place among the records of its kind; absent where it is not known. */
  place?: number | undefined;
  /** Higher is better; comparable within one search only. */
  score: number;
  /** Words of the question it holds, or holds a synonym of. */
  matched: string[];
  /**
   * `strong`: its name, keywords or text say nearly all that was asked for, in these words or others of the very same sense: what a person would count.
   * `related`: it says a part, something near, or is on the topic.
   */
  strength: 'strong' | 'related';
  /** Share of the question it holds, by whatever words mean the same (0–1); the rarer a word, the more it weighs. 0 where it only holds words that say little. */
  share: number;
}

/** The hits, and how the words were read. */
export interface SearchResult<Kind extends RecordKind = 'kpi' | 'project'> {
  hits: SearchHit<Kind>[];
  /** The words that were looked for, base forms, in the order typed. */
  terms: string[];
  /** Words read differently from how they were typed: いじゅう → 移住. */
  readAs: { typed: string; as: string }[];
  /** Near terms worth offering when nothing was found; at most five. */
  suggestions: string[];
}

/** Which records count. */
export interface SearchOptions<Kind extends RecordKind = 'kpi' | 'project'> {
  /** Statements and policies are asked for by themselves: beside them other kinds are left out. */
  kinds: readonly Kind[];
  /** Keeps only these records; absent: all. `place`: as that of a hit. */
  keep?: (kind: Kind, id: string, place?: number) => boolean;
  /** Only strong hits are looked at: others may be left out, whatever the order. */
  only?: 'strong';
  /** `keep` keeps none but these: a search that fetches its records fetches no others. */
  among?: readonly string[];
  /** What the question has read of its words so far; absent: they are read anew. */
  pieces?: Pieces;
}

/** Ranked look-up of projects, KPIs and statements by words. Never throws on any string. */
export interface SearchIndex {
  search<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind>;
  /** Every word of the index that has a reading, as people write it. */
  readings(): Iterable<{ text: string; reading: string }>;
}
