// Whether a statement says all that a clause asks of.

import type { Around } from '../around.ts';
import { questionWords } from '../question-words.ts';
import type { Clause } from './compose.ts';
import { breaks, type Item } from './frame.ts';

const spokenFor = new Set([
  'tell',
  'confirm',
  ...questionWords,
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

/** Signs of a question that are looked up among the statements. */
export const longest = 120;

/** The clause's content words, when one statement holds nearly all of them; null otherwise. */
export function statementsAbout(
  { frame, around }: Clause,
  seek: string | null = null,
  taken: 'topics' | 'all' = 'topics',
): string | null {
  const items = frame.items.filter(
    ({ meaning }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      meaning.is === 'strange-year' ||
      meaning.is === 'entity' ||
      (taken === 'all' && meaning.is === 'attribute') ||
      (meaning.is === 'intent' && !spokenFor.has(meaning.id)) ||
      meaning.is === 'kind',
  );
  const words = items
    .map(({ text, after }) => (breaks(after) ? `${text} ` : text))
    .join(' ')
    .trim()
    .slice(0, longest);
  if (words === '') return null;
  const found = held(words, seek, taken, around);
  if (found) return words;
  // 北九州の市民センターは何館: whose plan it is stands in no sentence of it.
  const bare = items
    .filter((item) => !isOwnTown(item, around))
    .map(({ text }) => text)
    .join(' ');
  return seek !== null && seek !== 'date' && bare !== '' && bare !== words && held(bare, seek, taken, around)
    ? bare
    : null;
}

/** A town whose plans are held. */
function isOwnTown({ meaning }: Item, { repository }: Around): boolean {
  if (meaning?.is !== 'entity' || meaning.kind !== 'town') return false;
  return repository.plans.some(({ municipality }) => meaning.ids.includes(municipality));
}

/** True where one statement holds nearly all of the words, and tells what is sought. */
function held(words: string, seek: string | null, taken: 'topics' | 'all', around: Around): boolean {
  const { hits, terms } = around.search.search(words, { kinds: ['statement'] });
  const [best] = hits.filter(({ id }) => tellsSought(around.repository.statement(id)?.text ?? '', seek));
  if (!best) return false;
  const most =
    best.matched.length >= Math.ceil(terms.length * 0.75) && terms.length >= (taken === 'all' ? 4 : 5);
  // Of a document that was brought, a sentence or its heading that holds every word is what was asked for.
  const whole =
    best.matched.length === terms.length && around.repository.statement(best.id)?.topic === 'passage';
  return best.strength === 'strong' || most || whole;
}

/** True where the text holds a number of the unit sought, or a date. */
export function tellsSought(text: string, seek: string | null): boolean {
  if (seek === null) return true;
  const plain = text.normalize('NFKC');
  if (seek === 'founded')
    return /設立|発足|創設|開設|結成|できた|始ま/.test(plain) && /[0-9元]年/.test(plain);
  if (seek === 'day') return /[0-9]+月|[0-9]+日|[月火水木金土日]曜/.test(plain);
  if (seek === 'date') return /[0-9元]年|[0-9]月|年度/.test(plain);
  // 3つ: just so many.
  const number = /^([0-9]+)つ$/.exec(seek)?.[1];
  if (number !== undefined) return new RegExp(`(?<![0-9])${number}(?:つ|種類|項目|点)`).test(plain);
  const unit = /^(?:か|箇|カ|ヶ)所$/.test(seek) ? '(?:か|箇|カ|ヶ)所' : seek;
  return new RegExp(`[0-9十百千万億]${unit}`).test(plain);
}
