// The words an answer echoes, in the spelling of the person who typed them: u・iターン → U・Iターン, kitaq → ＫｉｔａＱ.
import { normalize } from '../language/normalize.ts';
import type { Predicate, Query } from './query.ts';

/** Gives a stretch of the normalised text as it was typed; a stretch that is not found so stays as it is. */
export type Spelling = (words: string) => string;

/** How `typed` spells its words. Signs that only have a form together (半角カナ with their marks) are left normalised. */
export function spellingOf(typed: string): Spelling {
  let folded = '';
  const signs: string[] = [];
  for (const sign of typed) {
    const blank = /\s/.test(sign);
    const form = blank ? ' ' : normalize(sign);
    // Invisible signs and halves of emoji have no form and are not echoed; ㌔ has two, and stands at the first.
    for (let i = 0; i < form.length; i++) signs.push(i > 0 ? '' : blank ? ' ' : sign);
    folded += form;
  }
  const whole = (words: string) => {
    const found = folded.indexOf(words);
    const typed = found < 0 ? '' : signs.slice(found, found + words.length).join('');
    // ㋿ stands for two signs at once: neither alone was typed.
    return typed === '' ? null : typed;
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
