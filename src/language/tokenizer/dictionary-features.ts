// Turns feature lines (「surface,pos,…」) into features, each word once as long as it is in use.
import type { Features, LoadedDictionary } from './dictionary.ts';

/** Most words remembered, about 300 bytes each; then it begins anew. Whole municipal plans use a tenth of it. */
const MOST = 50_000;

/** Features of the dictionary's words by their number. */
export class FeatureTable {
  private readonly loaded: LoadedDictionary;
  private readonly firstUnknown: number;
  private remembered: (Features | undefined)[];
  private count = 0;
  /** Part-of-speech names repeat in every line; one string of each is kept. */
  private readonly names = new Map<string, string>();

  constructor(loaded: LoadedDictionary) {
    this.loaded = loaded;
    this.remembered = new Array(loaded.dictionary.featureAt.length);
    // The words of unknown text stand at the end, those of the first class first.
    this.firstUnknown = loaded.dictionary.classes[2] as number;
  }

  of(word: number): Features {
    return this.remembered[word] ?? this.remember(word);
  }

  private remember(word: number): Features {
    if (this.count++ >= MOST) {
      this.remembered = new Array(this.remembered.length);
      this.count = 1;
    }
    const features = this.read(word);
    this.remembered[word] = features;
    return features;
  }

  private read(word: number): Features {
    // Surface, part of speech in four steps, conjugation type and form, base, reading, pronunciation.
    const { dictionary, lines } = this.loaded;
    const fields = lines.line(dictionary.featureAt[word] as number).split(',');
    const known = word < this.firstUnknown;
    const surface = known ? (fields[0] ?? '') : '';
    return {
      surface,
      known,
      pos: this.shared(fields[1]),
      posDetail1: this.shared(fields[2]),
      base:
        fields[7] === undefined || fields[7] === '*' ? surface : fields[7] === surface ? surface : fields[7],
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
