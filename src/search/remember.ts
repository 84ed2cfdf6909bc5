// One question looks for the same words from several sides: what was found once is found again.
import { Pieces } from './pieces-read.ts';
import type { RecordKind, SearchIndex, SearchOptions, SearchResult } from './search.ts';

/** The search for one question; two look-ups with the same test ask the same. */
export function remembering(search: SearchIndex): SearchIndex {
  const everything = {};
  const pieces = new Pieces();
  const byTest = new Map<unknown, Map<string, SearchResult<RecordKind>>>();
  return {
    readings: () => search.readings(),
    search<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
      const test = options.keep ?? everything;
      const found = byTest.get(test) ?? new Map<string, SearchResult<RecordKind>>();
      byTest.set(test, found);
      const all = `${options.kinds.join()} ${words}`;
      const key = options.only ? `${options.only} ${all}` : all;
      const known = found.get(all) ?? found.get(key) ?? search.search(words, { ...options, pieces });
      found.set(key, known as SearchResult<RecordKind>);
      return known as SearchResult<Kind>;
    },
  };
}
