// What a word stands for besides itself, by level.
import { spellingKey } from '../kana.ts';
import { normalize } from '../normalize.ts';
import { joinDots } from './phrase-table.ts';
import type { WordLists } from './word-lists.ts';

/** Weight of a synonym beside 1 for the typed word. */
const levels = { same: 0.96, near: 0.8, broader: 0.62, related: 0.38 } as const;

/** A word that stands in for another. */
export interface Synonym {
  term: string;
  weight: number;
  /** Another spelling or short form of the very same thing. */
  same: boolean;
}

const none: readonly Synonym[] = [];

/** Term → its synonyms, the best level of each. Lines are only unfolded for words that are asked for. */
export class Synonyms {
  private readonly lines = new Map<string, { meant: readonly string[]; weight: number }[]>();

  constructor({ synonyms }: WordLists) {
    for (const group of synonyms.same) this.link(group, group, levels.same);
    for (const group of synonyms.near) this.link(group, group, levels.near);
    for (const { typed, meant } of synonyms.broader) this.link(typed, meant, levels.broader);
    for (const { typed, meant } of synonyms.related) this.link(typed, meant, levels.related);
  }

  of(term: string): readonly Synonym[] {
    const lines = this.lines.get(term);
    if (!lines) return none;
    const found = new Map<string, number>();
    for (const { meant, weight } of lines) {
      for (const word of meant) {
        const synonym = keyOf(word);
        if (synonym !== term) found.set(synonym, Math.max(weight, found.get(synonym) ?? 0));
      }
    }
    return [...found].map(([synonym, weight]) => ({ term: synonym, weight, same: weight === levels.same }));
  }

  private link(typed: readonly string[], meant: readonly string[], weight: number) {
    const line = { meant, weight };
    for (const word of typed) {
      const key = keyOf(word);
      const lines = this.lines.get(key);
      if (lines) lines.push(line);
      else this.lines.set(key, [line]);
    }
  }
}

function keyOf(word: string): string {
  return spellingKey(joinDots(normalize(word)));
}
