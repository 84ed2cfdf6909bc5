// The statements that hold the words of a clause, for figures that stand in running text alone.
import type { Around } from '../around.ts';
import type { Frame } from './frame.ts';
import { longest } from './statement-words.ts';

/** So many statements are looked through. */
export const mostTexts = 8;

export interface ToldText {
  id: string;
  text: string;
  /** Words of the clause that it holds. */
  matched: readonly string[];
  /** Share of all words. */
  share: number;
}

/** Nouns and names of the clause, as the search takes them. */
export function wordsTold({ items }: Frame): string {
  return items
    .filter(
      ({ meaning, noun }) =>
        (meaning === null && noun) ||
        meaning?.is === 'elsewhere' ||
        meaning?.is === 'entity' ||
        meaning?.is === 'kind',
    )
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, longest);
}

/** The statements that hold these words best. */
export function textsTold(about: string, { search, repository }: Around): ToldText[] {
  if (about === '') return [];
  const { hits, terms } = search.search(about, { kinds: ['statement'] });
  return hits.slice(0, mostTexts).flatMap(({ id, matched }) => {
    const statement = repository.statement(id);
    return statement
      ? [{ id, text: statement.text, matched, share: matched.length / Math.max(terms.length, 1) }]
      : [];
  });
}
