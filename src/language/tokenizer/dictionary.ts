// The dictionary in memory: the typed arrays the lattice walks, and where a word's features are read from.

/** Kuromoji's dictionary (IPADIC 2007), rearranged so that one look-up touches few cache lines. */
export interface DictionaryArrays {
  /** Double array over UTF-8 bytes, base and check side by side: `[2n]` base, `[2n + 1]` check of node n. */
  trie: Int32Array;
  /** Byte where each word's feature line begins. */
  featureAt: Uint32Array;
  /** Four numbers a class: always try as unknown word, group its run, first word, number of words. */
  classes: Int32Array;
  /**
   * Four numbers a word: left id, right id, cost, number of words with this surface (set at the first of them,
   * which is the one the trie points to; the others follow it). Words of unknown text stand at the end.
   */
  words: Int16Array;
  /** Connection costs as in cc.dat: two dimensions, then `[right id of the first * width + left id of the next]`. */
  costs: Int16Array;
  /** Class of each UTF-16 unit: hiragana, katakana, numeric … */
  charClass: Uint8Array;
}

export interface Dictionary extends DictionaryArrays {
  /** The feature line that begins at a byte: 「surface,pos,…」. */
  line(at: number): string;
}

/** Thrown when dictionary files are missing or do not look like kuromoji's. */
export class DictionaryError extends Error {
  readonly code = 'dictionary-unreadable';
  /** The file or folder that could not be used. */
  readonly path: string;

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(`${message}: ${path}`, options);
    this.name = 'DictionaryError';
    this.path = path;
  }
}
