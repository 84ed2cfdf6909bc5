// The search words as they were typed: 「U・Iターン」 and not the normalised 「u・iターン」.
import { normalize } from '../language/normalize.ts';
import { splitCommand } from './parse-question.ts';
import type { Question } from './question.ts';

/** Each piece of the search words in the spelling of the question; a piece that cannot be found back stays normalised. */
export function typedWords(question: Question): string {
  // Slack's marks for people and channels, and what cannot be seen, are not words.
  const typed = splitCommand(question.text)
    .words.slice(0, 400)
    .replace(/<[@#!][^>]*>|[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();
  if (question.plain) return typed.replace(/[?？。]+$/, '');
  const letters = [...typed].map((letter) => ({ letter, as: normalize(letter) || letter }));
  const flat = letters.map(({ as }) => as).join('');
  return question.words
    .split(/\s+/)
    .map((piece) => {
      const at = flat.toLowerCase().indexOf(piece);
      if (at < 0 || piece === '') return piece;
      let read = 0;
      let found = '';
      for (const { letter, as } of letters) {
        if (read >= at && read < at + piece.length) found += letter;
        read += as.length;
      }
      return found;
    })
    .join(' ');
}
