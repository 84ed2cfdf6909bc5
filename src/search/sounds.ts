// The words of an index by how they sound: just so, long vowels aside, begun, or a kana or two apart.
import SearchableMap from 'minisearch/SearchableMap';
import { looseReadingKey } from '../language/kana.ts';
import { Beginnings } from '../language/words/beginnings.ts';

/** Words that share a key; most keys have one, and a list of one takes ten times its memory. */
type Words = number | number[];

/** Words by their readings. */
export class Sounds {
  private readonly byReading = new Map<string, Words>();
  private readonly beginnings: Beginnings;
  /** Length of the longest reading. */
  private longest = 0;
  // Built when first needed: most questions are typed right.
  private loosely: ReadonlyMap<string, string | string[]> | undefined;
  private tree: SearchableMap<Words> | undefined;

  /** `readings` by the number of the word; one that is not katakana has no sound. */
  constructor(readings: readonly string[]) {
    readings.forEach((reading, word) => {
      if (reading === '' || !/^[ァ-ヺー]+$/.test(reading)) return;
      add(this.byReading, reading, word);
      this.longest = Math.max(this.longest, reading.length);
    });
    this.beginnings = new Beginnings(this.byReading.keys());
  }

  /** Length of the longest reading that may begin with the two kana at a place; see `Beginnings`. */
  reach(reading: string, at: number): number {
    return this.beginnings.reach(reading, at);
  }

  /** Words that sound exactly so. */
  same(reading: string): number[] {
    return this.beginnings.mayBe(reading) ? listOf(this.byReading.get(reading)) : [];
  }

  /** Words that sound so, long vowels aside. */
  loose(reading: string): number[] {
    this.loosely ??= looselySaid(this.byReading.keys());
    const key = looseReadingKey(reading);
    const itself = looseReadingKey(key) === key ? [key] : [];
    const lists = [...itself, ...listOf(this.loosely.get(key))].map((one) => this.same(one));
    return lists.sort(([one = 0], [other = 0]) => one - other).flat();
  }

  /** Words whose reading begins so, with the whole of it. */
  *begun(reading: string): Iterable<{ words: number[]; reading: string }> {
    for (const [full, words] of this.byBeginning().atPrefix(reading).entries())
      yield { words: listOf(words), reading: full };
  }

  /** Words that are at most so many kana apart. */
  *apart(reading: string, allowed: number): Iterable<{ words: number[]; distance: number }> {
    // No reading is that long; walking the tree takes steps for every kana.
    if (reading.length - allowed > this.longest) return;
    for (const [words, distance] of this.byBeginning().fuzzyGet(reading, allowed).values())
      yield { words: listOf(words), distance };
  }

  private byBeginning(): SearchableMap<Words> {
    this.tree ??= SearchableMap.from([...this.byReading]);
    return this.tree;
  }
}

/** Readings that a looser key stands for; those that are their own key are not listed. */
function looselySaid(readings: Iterable<string>): ReadonlyMap<string, string | string[]> {
  const said = new Map<string, string | string[]>();
  for (const reading of readings) {
    const key = looseReadingKey(reading);
    if (key !== reading) add(said, key, reading);
  }
  return said;
}

function add<Value extends number | string>(map: Map<string, Value | Value[]>, key: string, value: Value) {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else map.set(key, [known, value]);
}

function listOf<Value extends number | string>(values: Value | Value[] | undefined): Value[] {
  if (values === undefined) return [];
  return Array.isArray(values) ? values : [values];
}
