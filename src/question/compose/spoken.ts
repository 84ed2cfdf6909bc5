// The words by which statements are looked for.
import type { Clause } from './compose.ts';
import { breaks, type Item } from './frame.ts';

/** The text without endings and polite words: what the statements are searched by. */
export function spoken({ frame, before }: Clause): string {
  const skipped = new Set([
    'reason-part',
    'tell',
    'confirm',
    'which',
    'page',
    'then',
    'define-part',
    'list',
    'not-written',
    'written',
    'purpose',
    'whether',
    'then',
  ]);
  const says = ({ meaning }: Item) =>
    !(meaning?.is === 'intent' && skipped.has(meaning.id)) && meaning?.is !== 'years';
  // What stands side by side stays together: 道の駅 is one word.
  let words = '';
  let end = Number.NaN;
  for (const item of frame.items) {
    const joined = says(item) && item.start >= end && !breaks(frame.text.slice(end, item.start));
    if (says(item)) words += joined ? frame.text.slice(end, item.end) : ` ${item.text}`;
    end = says(item) ? item.end : Number.NaN;
  }
  return words.trim() === '' ? (before?.about ?? '') : words.trim();
}
