// The numbers that the tables give to the words of a packer's book: asked for once, then known.
import type { PackedPlan } from './pack-plan.ts';
import { type Part, type PlanWords, parts } from './plan-words.ts';
import type { Books } from './term-book.ts';
import { planWordsRow, searchRows } from './word-rows.ts';

/** Words that want numbers, or whose reading has become known. */
export interface FreshWords {
  parts: Part[];
  terms: string[];
  texts: string[];
  readings: string[];
}

/** What a plan adds to the counts of the tables' words. */
export interface WordCounts {
  numbers: Int32Array;
  records: Int32Array;
  said: Int32Array;
  strongest: Uint8Array;
}

/** A plan that only has to be written. */
export interface NumberedRows extends PackedPlan {
  counts: WordCounts[];
}

/** By part: the tables' number of each word of its book; 0 for none yet, -1 where it has been asked for. */
export class WordNumbers {
  private readonly known: Record<Part, Int32Array>;

  constructor(private readonly books: Books) {
    this.known = { 0: new Int32Array(0), 1: new Int32Array(0), 2: new Int32Array(0) };
  }

  /** What must be numbered before the rows of these words can be written, and how to hear it. */
  ask(words: readonly PlanWords[]): { fresh: FreshWords; hear(numbers: Int32Array): void } {
    const fresh: FreshWords = { parts: [], terms: [], texts: [], readings: [] };
    const ids: number[] = [];
    const add = (part: Part, id: number) => {
      ids.push(id);
      fresh.parts.push(part);
      const { terms, texts, readings } = this.books[part];
      fresh.terms.push(terms[id] as string);
      fresh.texts.push(texts[id] as string);
      fresh.readings.push(readings[id] as string);
    };
    for (const part of Object.values(parts))
      for (const id of this.books[part].takeRefilled()) if ((this.known[part][id] ?? 0) !== 0) add(part, id);
    for (const { part, distinct } of words) {
      const known = this.roomy(part);
      for (const id of distinct) {
        if (known[id] !== 0) continue;
        known[id] = -1;
        add(part, id);
      }
    }
    return {
      fresh,
      hear: (numbers) => {
        numbers.forEach((number, at) => {
          this.known[fresh.parts[at] as Part][ids[at] as number] = number;
        });
      },
    };
  }

  /** The plan with the rows of its words, all of which have numbers by now. */
  finish(plan: PackedPlan, words: readonly PlanWords[]): NumberedRows {
    const { no } = plan;
    return {
      ...plan,
      rows: {
        ...plan.rows,
        plan_words: words.flatMap((own) => planWordsRow(no, own, this.known[own.part])),
        search: words.flatMap((own) => searchRows(no, own, this.known[own.part])),
      },
      counts: words.map(({ part, distinct, records, said, strongest }) => ({
        numbers: distinct.map((id) => this.known[part][id] as number),
        records,
        said,
        strongest,
      })),
    };
  }

  private roomy(part: Part): Int32Array {
    const known = this.known[part];
    const { length } = this.books[part].terms;
    if (known.length >= length) return known;
    const larger = new Int32Array(length * 2);
    larger.set(known);
    this.known[part] = larger;
    return larger;
  }
}
