// Whether a statement says all that a clause asks of.

import type { Clause } from './compose.ts';
import { breaks } from './frame.ts';

const spokenFor = new Set([
  'tell',
  'confirm',
  'which',
  'howmuch',
  'howmany-unit',
  'when',
  'where',
  'who',
  'whether',
  'then',
  'each',
  'newest',
  'average',
  'count',
  'list',
  'written',
  'sum',
  'rise',
  'fall',
  'big',
  'small',
  'max',
  'min',
  'only',
  'share',
  'same-as',
  'differ',
  'join',
  'gap',
  'remaining',
  'reached',
]);

/** The clause's content words, when one statement holds nearly all of them; null otherwise. */
export function statementsAbout({ frame, around }: Clause): string | null {
  const items = frame.items.filter(
    ({ meaning }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      meaning.is === 'entity' ||
      (meaning.is === 'intent' && !spokenFor.has(meaning.id)) ||
      meaning.is === 'kind',
  );
  const words = items
    .map(({ text, after }) => (breaks(after) ? `${text} ` : text))
    .join(' ')
    .trim();
  if (words === '') return null;
  const { hits, terms } = around.search.search(words, { kinds: ['statement'] });
  const [best] = hits;
  if (!best) return null;
  const most = best.matched.length >= Math.ceil(terms.length * 0.75) && terms.length >= 5;
  return best.strength === 'strong' || most ? words : null;
}
