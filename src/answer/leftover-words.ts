// What is left of a question after its conditions: topics, mere talk, words that the best hit does not hold.
import type { Repository } from '../data/repository.ts';
import { spell } from '../question/vocabulary.ts';
import type { SearchResult } from '../search/search.ts';
import { nameIndexOf } from './name-index.ts';

/** Words that name a thing and that the best hit does not hold: 認知症 of 認知症サポーター. */
export function missedBy({ hits, terms }: SearchResult): string[] {
  const [best] = hits;
  if (!best) return [];
  return terms.filter(
    (term) => /^(?:[一-龠々]{2,}|[ァ-ヶー]{3,}|[a-z]{3,})$/.test(term) && !best.matched.includes(term),
  );
}

/** A word that stands in the name of any record is a topic, and not only talk. */
export function isTopic(word: string, repository: Repository): boolean {
  const typed = spell(word);
  if (typed.length < 2) return false;
  const runs = typed.match(/[一-龠々]{2,}|[ァ-ヶー]{2,}|[a-z0-9]{2,}/g) ?? [];
  return runs.some((run) =>
    nameIndexOf(repository)
      .candidates(run)
      .some(({ spellings }) => spellings.some((spelling) => spelling.includes(run))),
  );
}
