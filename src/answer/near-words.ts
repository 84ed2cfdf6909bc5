// もしかして: words of the plans that really are near what was typed.
import type { Question } from '../question/question.ts';
import { spell } from '../question/vocabulary.ts';
import type { Resolved } from './resolve.ts';

/** Suggestions of the search within one slip per three letters of a typed word; none rather than random ones. */
export function nearWords({ suggestions, terms }: Resolved, question: Question): string[] {
  const typed = [...new Set([...question.words.split(/\s+/), ...terms].map(spell))].filter(Boolean);
  return suggestions.filter((suggestion) => {
    const word = spell(suggestion);
    return typed.some(
      (one) =>
        (one.length >= 2 && word.length >= 2 && (one.includes(word) || word.startsWith(one))) ||
        slips(one.slice(0, 40), word) <= Math.floor(Math.max(one.length, word.length) / 3),
    );
  });
}

/** Edit distance. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
