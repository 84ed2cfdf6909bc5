// Cuts Japanese text into words: kuromoji's dictionary and tokens, without its load time and its traps.
import type { Dictionary } from './dictionary.ts';
import { type Features, featuresOf } from './dictionary-features.ts';
import { type CacheState, type DictionaryOptions, loadDictionary } from './dictionary-load.ts';
import { Lattice } from './lattice.ts';
import { LONGEST_PIECE, pieceEnds } from './tokenizer-cut.ts';

/** One word of a text, its surface as it stands there. */
export interface Token extends Features {
  /** Place in the text, in UTF-16 units: `text.slice(start, end) === surface`. */
  start: number;
  end: number;
}

/** Tokenizes any string, without loss: the surfaces joined are the text. */
export class Tokenizer {
  /** How the prepared dictionary served; settled once it is written, never rejected. */
  readonly cache: Promise<CacheState>;
  private readonly lattice: Lattice;
  private readonly features: (word: number) => Features;

  constructor(dictionary: Dictionary, cache: Promise<CacheState>) {
    this.cache = cache;
    this.lattice = new Lattice(dictionary, LONGEST_PIECE);
    this.features = featuresOf(dictionary);
  }

  /** The words of a text in order; blanks and signs are words as well. */
  tokenize(text: string): Token[] {
    const tokens: Token[] = [];
    let from = 0;
    for (const to of pieceEnds(text)) {
      const count = this.lattice.walk(text, from, to);
      const { path } = this.lattice;
      for (let i = count - 1; i >= 0; i--) {
        const start = from + (path[i * 2] as number);
        const end = i === 0 ? to : from + (path[i * 2 - 2] as number);
        const { surface, pos, posDetail1, base, reading, known } = this.features(path[i * 2 + 1] as number);
        const written = known ? surface : text.slice(start, end);
        tokens.push({ surface: written, start, end, pos, posDetail1, base: base || written, reading, known });
      }
      from = to;
    }
    return tokens;
  }
}

/** Loads a tokenizer: 90 milliseconds and 30 MB, so whoever opens several bots keeps one. */
export async function loadTokenizer(options: DictionaryOptions = {}): Promise<Tokenizer> {
  const { dictionary, cache } = await loadDictionary(options);
  return new Tokenizer(dictionary, cache);
}

/** The tokenizer of one owner. */
export type KeptTokenizer = () => Promise<Tokenizer>;

/** Loads the tokenizer when it is first asked for and keeps it with its owner; after a failure the next call tries again. */
export function keepTokenizer(options: DictionaryOptions = {}): KeptTokenizer {
  let load: Promise<Tokenizer> | undefined;
  return () => {
    load ??= loadTokenizer(options).catch((error: unknown) => {
      load = undefined;
      throw error;
    });
    return load;
  };
}
