// What a word stands for besides itself, by level.
import { spellingKey } from '../kana.ts';
import { normalize } from '../normalize.ts';
import { Beginnings } from './beginnings.ts';
import { joinDots } from './phrase-table.ts';
import type { WordLists } from './word-lists.ts';

/** Weight of a synonym beside 1 for the typed word. */
const levels = { same: 0.96, near: 0.8, broader: 0.62, related: 0.38 } as const;

/** `same`: another spelling or short form of the very same thing. */
export type Sense = 'same' | 'near';

/** A word that stands in for another. */
export interface Synonym {
  term: string;
  weight: number;
  sense: Sense;
}

const none: readonly Synonym[] = [];

/** The keys of each line of the lists, in their order: kept beside the index. */
export type SynonymKeys = readonly (readonly string[])[];

/** Works out what the lines are looked up by. */
export function prepareSynonyms({ synonyms }: Pick<WordLists, 'synonyms'>): SynonymKeys {
  return linesOf(synonyms).map(({ typed }) => typed.map(keyOf));
}

/** Term → its synonyms, the best level of each. Lines are only unfolded for words that are asked for. */
export class Synonyms {
  private readonly lines = new Map<string, { meant: readonly string[]; weight: number }[]>();
  private readonly unfolded = new Map<string, readonly Synonym[]>();
  private readonly beginnings: Beginnings;

  /** `keys`: what each line is looked up by, where that was worked out before. */
  constructor({ synonyms }: WordLists, keys: SynonymKeys = prepareSynonyms({ synonyms })) {
    linesOf(synonyms).forEach(({ meant, weight }, at) => {
      this.link(keys[at] as readonly string[], { meant, weight });
    });
    this.beginnings = new Beginnings(this.lines.keys());
  }

  /** Length of the longest term with synonyms that may begin with the two signs at a place; see `Beginnings`. */
  reach(text: string, at: number): number {
    return this.beginnings.reach(text, at);
  }

  of(term: string): readonly Synonym[] {
    const lines = this.beginnings.mayBe(term) ? this.lines.get(term) : undefined;
    if (!lines) return none;
    const known = this.unfolded.get(term) ?? this.unfold(term, lines);
    this.unfolded.set(term, known);
    return known;
  }

  private unfold(term: string, lines: readonly { meant: readonly string[]; weight: number }[]): Synonym[] {
    const found = new Map<string, number>();
    for (const { meant, weight } of lines) {
      for (const word of meant) {
        const synonym = keyOf(word);
        if (synonym !== term) found.set(synonym, Math.max(weight, found.get(synonym) ?? 0));
      }
    }
    return [...found].map(([synonym, weight]) => ({
      term: synonym,
      weight,
      sense: weight === levels.same ? 'same' : 'near',
    }));
  }

  private link(typed: readonly string[], line: { meant: readonly string[]; weight: number }) {
    for (const key of typed) {
      const lines = this.lines.get(key);
      if (lines) lines.push(line);
      else this.lines.set(key, [line]);
    }
  }
}

function linesOf({ same, near, broader, related }: WordLists['synonyms']) {
  const group = (weight: number) => (words: string[]) => ({ typed: words, meant: words, weight });
  const directed = (weight: number) => (line: { typed: string[]; meant: string[] }) => ({ ...line, weight });
  return [
    ...same.map(group(levels.same)),
    ...near.map(group(levels.near)),
    ...broader.map(directed(levels.broader)),
    ...related.map(directed(levels.related)),
  ];
}

function keyOf(word: string): string {
  return spellingKey(joinDots(normalize(word)));
}
