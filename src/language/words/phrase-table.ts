// Words of more than one token that are kept whole: compounds, names with readings, both sides of the synonyms.
import { normalize } from '../normalize.ts';
import { Beginnings } from './beginnings.ts';
import type { WordLists } from './word-lists.ts';

/** A listed word at a place of a normalised text. */
export interface PhraseMatch {
  phrase: string;
  start: number;
  end: number;
}

/** Finds listed words in normalised text. */
export class PhraseTable {
  /** By their first two characters, longest first. */
  private readonly byBeginning: ReadonlyMap<string, readonly string[]>;
  /** Most places of a text begin no phrase. */
  private readonly beginnings: Beginnings;
  readonly phrases: ReadonlySet<string>;
  /** Those that hide their parts, with the parts that stay. */
  readonly wholes: ReadonlyMap<string, readonly string[]>;
  /** Readings by hand, in hiragana. */
  readonly readings: ReadonlyMap<string, string>;

  constructor(lists: WordLists, prepared: PreparedPhrases = preparePhrases(lists)) {
    this.phrases = new Set(prepared.phrases);
    this.wholes = new Map(prepared.wholes);
    this.readings = new Map(prepared.readings);
    this.byBeginning = new Map(prepared.byBeginning);
    this.beginnings = new Beginnings(this.byBeginning.keys());
  }

  /**
   * All listed words in the text, overlapping ones as well, in order of place, longest first.
   * `edges[i]` tells whether a token starts at i: short words and katakana must stand between edges,
   * so that 京都 is not found in 東京都 nor バス in バスケット.
   */
  match(text: string, edges: Uint8Array): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let start = 0; start < text.length; start++) {
      if (this.beginnings.reach(text, start) === 0) continue;
      for (const phrase of this.byBeginning.get(text.slice(start, start + 2)) ?? []) {
        if (!text.startsWith(phrase, start)) continue;
        const end = start + phrase.length;
        const aligned = edges[start] === 1 && edges[end] === 1;
        if (aligned || (phrase.length >= 3 && standsApart(text, start, end)))
          matches.push({ phrase, start, end });
      }
    }
    return matches;
  }
}

/** The table as plain data: kept beside the index. */
export interface PreparedPhrases {
  phrases: readonly string[];
  wholes: readonly (readonly [string, readonly string[]])[];
  readings: readonly (readonly [string, string])[];
  byBeginning: readonly (readonly [string, readonly string[]])[];
}

/** Brings all listed words into one spelling and order. */
export function preparePhrases(
  lists: Pick<WordLists, 'compounds' | 'synonyms' | 'readings'>,
): PreparedPhrases {
  const phrases = new Set<string>();
  const add = (word: string) => {
    const phrase = joinDots(normalize(word));
    if (phrase.length > 1) phrases.add(phrase);
    return phrase;
  };
  for (const word of lists.compounds.beside) add(word);
  const wholes = new Map(Object.entries(lists.compounds.instead).map(([word, stay]) => [add(word), stay]));
  for (const group of [...lists.synonyms.same, ...lists.synonyms.near]) group.forEach(add);
  for (const { typed, meant } of [...lists.synonyms.broader, ...lists.synonyms.related]) {
    typed.forEach(add);
    meant.forEach(add);
  }
  const readings = new Map(Object.entries(lists.readings).map(([name, reading]) => [add(name), reading]));
  const byBeginning = new Map<string, string[]>();
  for (const phrase of phrases) {
    const beginning = phrase.slice(0, 2);
    const same = byBeginning.get(beginning);
    if (same) same.push(phrase);
    else byBeginning.set(beginning, [phrase]);
  }
  for (const same of byBeginning.values()) same.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    phrases: [...phrases],
    wholes: [...wholes],
    readings: [...readings],
    byBeginning: [...byBeginning],
  };
}

/** ui・ターン has its dot between letters only for looks: u・iターン → uiターン. */
export function joinDots(text: string): string {
  if (!/[・/&]/.test(text)) return text;
  return text.replace(/(?<=[a-z])[・/&](?=[a-z](?![a-z]{2}))/g, '');
}

/** No letter or katakana of the same word goes on at either end. */
function standsApart(text: string, start: number, end: number): boolean {
  const goesOn = (inside: string, outside: string) =>
    [/[ァ-ヺー]/, /[a-z0-9]/].some((script) => script.test(inside) && script.test(outside));
  return (
    !goesOn(text.charAt(start), text.charAt(start - 1)) && !goesOn(text.charAt(end - 1), text.charAt(end))
  );
}
