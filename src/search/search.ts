// What a search promises, apart from how it is done.

/** One hit; `id` names a record of the repository. */
export interface SearchHit {
  kind: 'kpi' | 'project';
  id: string;
  /** Higher is better; comparable within one search only. */
  score: number;
  /** Words of the question it holds, or holds a synonym of. */
  matched: string[];
}

/** The hits, and how the words were read. */
export interface SearchResult {
  hits: SearchHit[];
  /** The words that were looked for, base forms, in the order typed. */
  terms: string[];
  /** Words read differently from how they were typed: いじゅう → 移住. */
  readAs: { typed: string; as: string }[];
  /** Near terms worth offering when nothing was found; at most five. */
  suggestions: string[];
}

/** Which records count. */
export interface SearchOptions {
  kinds: readonly ('kpi' | 'project')[];
  /** Keeps only these records; absent: all. */
  keep?: (kind: 'kpi' | 'project', id: string) => boolean;
}

/** Ranked look-up of projects and KPIs by words. Never throws on any string. */
export interface SearchIndex {
  search(words: string, options: SearchOptions): SearchResult;
  /** Every word of the index that has a reading, as people write it. */
  readings(): Iterable<{ text: string; reading: string }>;
}
