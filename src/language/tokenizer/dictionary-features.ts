// Turns feature lines (「surface,pos,…」) into features, each word once as long as it is in use.
import type { Dictionary } from './dictionary.ts';

/** What IPADIC says of a word; '' where it says nothing. */
export interface Features {
  /** The word itself; '' for words of unknown text. */
  surface: string;
  known: boolean;
  pos: string;
  posDetail1: string;
  base: string;
  reading: string;
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
    const fields = dictionary.line(dictionary.featureAt[word] as number).split(',');
    const known = word < firstUnknown;
    const [line = '', pos = '', posDetail1 = ''] = fields;
    const surface = known ? line : '';
    const base = fields[7] === undefined || fields[7] === '*' ? surface : fields[7];
    return { surface, known, pos, posDetail1, base, reading: fields[8] ?? '' };
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
