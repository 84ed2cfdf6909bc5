// What a word stands for besides itself, by level.
import { spellingKey } from './kana.ts';
import { normalize } from './normalize.ts';
import { joinDots } from './phrase-table.ts';
import type { WordLists } from './word-lists.ts';

/** Weight of a synonym beside 1 for the typed word. */
const levels = { near: 0.8, broader: 0.62, related: 0.38 } as const;

export interface Synonym {
  term: string;
  weight: number;
}

/** Term → its synonyms, the best level of each. */
export class Synonyms {
  private readonly byTerm = new Map<string, Map<string, number>>();

  constructor({ synonyms }: WordLists) {
    for (const group of synonyms.near) this.link(group, group, levels.near);
    for (const { typed, meant } of synonyms.broader) this.link(typed, meant, levels.broader);
    for (const { typed, meant } of synonyms.related) this.link(typed, meant, levels.related);
  }

  of(term: string): Synonym[] {
    return [...(this.byTerm.get(term) ?? [])].map(([synonym, weight]) => ({ term: synonym, weight }));
  }

  private link(typed: string[], meant: string[], weight: number) {
    const key = (word: string) => spellingKey(joinDots(normalize(word)));
    for (const from of typed.map(key)) {
      const known = this.byTerm.get(from) ?? new Map<string, number>();
      for (const to of meant.map(key)) if (to !== from) known.set(to, Math.max(weight, known.get(to) ?? 0));
      this.byTerm.set(from, known);
    }
  }
}
