// One question looks for the same words from several sides: what was found once is found again.
import type { RecordKind, SearchIndex, SearchOptions, SearchResult } from './search.ts';

/** The search for one question. Look-ups narrowed by a test of their own are made each time. */
export function remembering(search: SearchIndex): SearchIndex {
  const found = new Map<string, SearchResult<RecordKind>>();
  return {
    readings: () => search.readings(),
    search<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
      if (options.keep) return search.search(words, options);
      const key = `${options.kinds.join()} ${words}`;
      const known = found.get(key) ?? search.search(words, options);
      found.set(key, known as SearchResult<RecordKind>);
      return known as SearchResult<Kind>;
    },
  };
}
