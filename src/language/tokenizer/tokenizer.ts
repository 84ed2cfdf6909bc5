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

const loads = new Map<string, Promise<Tokenizer>>();

/** Loads the tokenizer, once for the same options; after a failure the next call tries again. */
export function loadTokenizer(options: DictionaryOptions = {}): Promise<Tokenizer> {
  const key = JSON.stringify([options.cacheFile, options.dictionaryFolder]);
  let load = loads.get(key);
  if (!load) {
    load = loadDictionary(options).then(({ dictionary, cache }) => new Tokenizer(dictionary, cache));
    loads.set(key, load);
    load.catch(() => loads.delete(key));
  }
  return load;
}
