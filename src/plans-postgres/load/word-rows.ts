// Rows of a plan's documents under the numbers that their words have in the tables.
import { squeeze } from '../../search/ranked-records.ts';
import { classOf, type FoundBody, type FoundKind, foundKinds, lexeme, slotOf } from '../found.ts';
import { packWeights } from '../pack.ts';
import { rowsFrom, writerOf } from './copy-rows.ts';
import type { PlanWords } from './plan-words.ts';

/** What a plan adds to the words, by their numbers in the tables: to be taken off when it goes. */
export const planWordsRow = (no: number, { part, distinct, records, said }: PlanWords, numbers: Int32Array) =>
  rowsFrom('plan_words', [[no, part, distinct.map((word) => numbers[word] as number), records, said]]);

/** Rows of the documents; `numbers` are those of the tables by those of the book. */
export function searchRows(
  no: number,
  { part, documents, ends, words, weights }: PlanWords,
  numbers: Int32Array,
): Uint8Array[] {
  const rows = writerOf('search');
  const places = new Map<string, number>();
  let from = 0;
  documents.forEach(({ kind, id, name, aliases, keywords, publishedFy }, row) => {
    const to = ends[row] as number;
    // Sorted as one number each; words stay far below 2^44.
    const own = new Float64Array(to - from);
    const lex = new Int32Array(to - from);
    for (let at = from; at < to; at++)
      own[at - from] = (numbers[words[at] as number] as number) * 256 + (weights[at] as number);
    own.sort();
    for (let at = 0; at < own.length; at++) {
      const one = own[at] as number;
      lex[at] = lexeme(Math.floor(one / 256), classOf(one % 256), kind as FoundKind);
    }
    from = to;
    // Its place among those of its kind in the plan.
    const at = places.get(kind) ?? 0;
    places.set(kind, at + 1);
    const names = [name, ...aliases];
    const body: FoundBody = [name, aliases, keywords, publishedFy, names.map(squeeze)];
    rows.add([
      slotOf(names),
      part,
      foundKinds.indexOf(kind as FoundKind),
      no,
      at,
      id,
      JSON.stringify(body),
      lex,
      packWeights(own),
    ]);
  });
  return rows.take();
}
