// The words an answer echoes, in the spelling of the person who typed them: u・iターン → U・Iターン, kitaq → ＫｉｔａＱ.
import { normalize } from '../language/normalize.ts';
import type { Predicate, Query } from './query.ts';

/** Gives a stretch of the normalised text as it was typed; a stretch that is not found so stays as it is. */
export type Spelling = (words: string) => string;

/** How `typed` spells its words. Signs that only have a form together (半角カナ with their marks) are left normalised. */
export function spellingOf(typed: string): Spelling {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of typed) {
    const form = /\s/.test(sign) ? ' ' : normalize(sign);
    folded += form;
    for (let i = 0; i < form.length; i++) places.push(at);
    at += sign.length;
  }
  places.push(typed.length);
  const whole = (words: string) => {
    const found = folded.indexOf(words);
    return found < 0 ? null : typed.slice(places[found], places[found + words.length]);
  };
  return (words) => {
    const parts = words.split(/([ ・])/).map(whole);
    // Half in one spelling and half in another would be neither.
    return whole(words) ?? (parts.includes(null) ? words : parts.join(''));
  };
}

/** The query with the words it quotes as they were typed. What the search reads is the same either way. */
export function spelledAsTyped(query: Query, spelling: Spelling): Query {
  return {
    ...query,
    about: spelling(query.about),
    unread: query.unread.map(spelling),
    sets: query.sets.map((set) => ({
      ...set,
      label: spelling(set.label),
      where: set.where.map((one) => predicateAsTyped(one, spelling)),
    })),
  };
}

function predicateAsTyped(predicate: Predicate, spelling: Spelling): Predicate {
  switch (predicate.is) {
    case 'near':
      return { ...predicate, words: spelling(predicate.words) };
    case 'policy':
      return { ...predicate, label: spelling(predicate.label) };
    case 'not':
      return { ...predicate, that: predicateAsTyped(predicate.that, spelling) };
    case 'any':
    case 'all':
      return { ...predicate, of: predicate.of.map((one) => predicateAsTyped(one, spelling)) };
    default:
      return predicate;
  }
}
