// Turns feature lines (「surface,pos,…」) into features, each word once as long as it is in use.
import type { Dictionary } from './dictionary.ts';

/** What IPADIC says of a word; '' where it says nothing. */
export interface Features {
  /** The word itself; '' for words of unknown text. */
  surface: string;
  /** Part of speech: 名詞, 動詞, 助詞 … */
  pos: string;
  /** Its second step: 一般, 固有名詞, 自立 …; `*` where there is none. */
  posDetail1: string;
  /** Dictionary form: 引っ越し of 引っ越す is 引っ越す; the surface where IPADIC has none. */
  base: string;
  /** Katakana; '' for numbers and words that stand in no dictionary. */
  reading: string;
  /** Stands in the dictionary. */
  known: boolean;
}

/** Most words remembered, about 400 bytes each; then it begins anew. Whole municipal plans use a tenth of it. */
const MOST = 50_000;

/** Features of the dictionary's words by their number. */
export function featuresOf(dictionary: Dictionary): (word: number) => Features {
  // The words of unknown text stand at the end, those of the first class first.
  const firstUnknown = dictionary.classes[2] as number;
  const remembered = new Map<number, Features>();

  function read(word: number): Features {
    // Surface, part of speech in four steps, conjugation type and form, base, reading, pronunciation.
    const line = dictionary.line(dictionary.featureAt[word] as number).split(',');
    const known = word < firstUnknown;
    const [written = '', pos = '', posDetail1 = '', , , , , base = '*', reading = ''] = line;
    const surface = known ? written : '';
    return { surface, pos, posDetail1, base: base === '*' || !known ? surface : base, reading, known };
  }

  return (word) => {
    let features = remembered.get(word);
    if (features) return features;
    if (remembered.size >= MOST) remembered.clear();
    features = read(word);
    remembered.set(word, features);
    return features;
  };
}
