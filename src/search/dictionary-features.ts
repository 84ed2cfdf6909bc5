// Turns feature lines (「surface,pos,…」) into features, each word once as long as it is in use.
import type { Features, LoadedDictionary } from './dictionary.ts';

/** Words remembered in each of two generations; about 200 bytes a word. */
const GENERATION = 16_384;

/** Features of the dictionary's words by their number. */
export class FeatureTable {
  private readonly loaded: LoadedDictionary;
  private readonly firstUnknown: number;
  private young = new Map<number, Features>();
  private old = new Map<number, Features>();
  /** Part-of-speech names repeat in every line; one string of each is kept. */
  private readonly names = new Map<string, string>();

  constructor(loaded: LoadedDictionary) {
    this.loaded = loaded;
    // The words of unknown text stand at the end, those of the first class first.
    this.firstUnknown = loaded.dictionary.classes[2] as number;
  }

  /** False for words made up for text that stands in no dictionary. */
  isKnown(word: number): boolean {
    return word < this.firstUnknown;
  }

  of(word: number): Features {
    const young = this.young.get(word);
    if (young) return young;
    const features = this.old.get(word) ?? this.read(word);
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(word, features);
    return features;
  }

  private read(word: number): Features {
    // Surface, part of speech in four steps, conjugation type and form, base, reading, pronunciation.
    const { dictionary, lines } = this.loaded;
    const fields = lines.line(dictionary.featureAt[word] as number).split(',');
    return {
      pos: this.shared(fields[1]),
      posDetail1: this.shared(fields[2]),
      base: fields[7] === undefined || fields[7] === '*' ? '' : fields[7],
      reading: fields[8] ?? '',
    };
  }

  private shared(name = ''): string {
    const seen = this.names.get(name);
    if (seen !== undefined) return seen;
    this.names.set(name, name);
    return name;
  }
}
