// What a row of totals is called: 合計, 合計（再掲を除く）, 計 12事業.
import type { Headings } from './headings.ts';

/** Whether a text, spelled for comparison, is nothing but the name of a total. */
export function saysTotal(text: string, { words, has }: Headings): boolean {
  const bare = text
    .replace(/\([^()]*\)$/, '')
    .replace(/(?<=計)\(?\d+(?:(?:事務|主要|重点)?事業|施策|補助金|取組|件|本|項目|施設|指標)\)?$/, '');
  return has(words.totals, text) || (/(?<!累)計$/.test(bare) && has(words.totals, bare));
}
