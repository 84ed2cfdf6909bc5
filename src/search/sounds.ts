// The words of an index by how they sound: just so, long vowels aside, begun, or a kana or two apart.
import { looseReadingKey } from '../language/kana.ts';

/** Words that share a key; most keys have one, and a list of one takes ten times its memory. */
type Words = number | number[];

/** Words by their readings. */
export class Sounds {
  private readonly byReading = new Map<string, Words>();
  private longest = 0;
  // Built when first needed: most questions are typed right.
  private loosely: ReadonlyMap<string, string | string[]> | undefined;
  private sorted: InOrder | undefined;

  /** `readings` by the number of the word; one that is not katakana has no sound. */
  constructor(readings: readonly string[]) {
    readings.forEach((reading, word) => {
      if (reading === '' || !/^[ァ-ヺー]+$/.test(reading)) return;
      add(this.byReading, reading, word);
      this.longest = Math.max(this.longest, reading.length);
    });
  }

  /** Words that sound exactly so. */
  same(reading: string): number[] {
    return listOf(this.byReading.get(reading));
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
    const { readings } = this.inOrder();
    for (let at = firstFrom(reading, readings); readings[at]?.startsWith(reading); at++)
      yield { words: this.same(readings[at] as string), reading: readings[at] as string };
  }

  /** Words that are at most so many kana apart. */
  apart(reading: string, allowed: number): { words: number[]; distance: number }[] {
    if (reading.length > this.longest + allowed) return [];
    const { readings, alike } = this.inOrder();
    const distances = new Distances(reading, this.longest);
    const found: { words: number[]; distance: number }[] = [];
    // All that begin with what is too far already stand side by side.
    let hopeless = Number.POSITIVE_INFINITY;
    for (let at = 0; at < readings.length; at++) {
      const same = alike[at] as number;
      if (same >= hopeless) continue;
      const other = readings[at] as string;
      hopeless = distances.tooFar(other, same, allowed);
      const distance = distances.last;
      if (hopeless > other.length && distance <= allowed) found.push({ words: this.same(other), distance });
    }
    return found;
  }

  private inOrder(): InOrder {
    if (!this.sorted) {
      const readings = [...this.byReading.keys()].sort();
      this.sorted = {
        readings,
        alike: Uint8Array.from(readings, (one, at) => common(readings[at - 1] ?? '', one)),
      };
    }
    return this.sorted;
  }
}

/** Readings in their order. */
interface InOrder {
  readings: readonly string[];
  /** How much of the beginning each has in common with the one before it. */
  alike: Uint8Array;
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

/** How far a typed reading is from readings that come in their order: the rows of a common beginning stay. */
class Distances {
  private readonly rows: Uint8Array;
  private readonly signs: Uint16Array;
  /** So many rows, the first ones, are of the reading looked at last. */
  private filled = 0;
  /** Of the reading looked at last. */
  last = 0;

  constructor(typed: string, longest: number) {
    this.signs = Uint16Array.from(typed, (sign) => sign.charCodeAt(0));
    const width = this.signs.length + 1;
    this.rows = new Uint8Array((longest + 1) * width);
    for (let column = 0; column < width; column++) this.rows[column] = column;
  }

  /** The length of the beginning that is too far by itself, infinite where none is; `same` signs are those of the reading before. */
  tooFar(other: string, same: number, allowed: number): number {
    for (let row = Math.min(same, this.filled); row < other.length; row++)
      if (this.fill(row + 1, other.charCodeAt(row)) > allowed) {
        this.filled = row;
        return row + 1;
      }
    this.filled = other.length;
    const width = this.signs.length + 1;
    this.last = this.rows[other.length * width + width - 1] as number;
    return Number.POSITIVE_INFINITY;
  }

  /** Fills a row and tells the least that stands in it. */
  private fill(row: number, sign: number): number {
    const { rows, signs } = this;
    const width = signs.length + 1;
    let at = row * width;
    let above = at - width;
    let distance = row;
    let least = row;
    rows[at] = row;
    for (let column = 0; column < signs.length; column++) {
      const changed = (rows[above++] as number) + (signs[column] === sign ? 0 : 1);
      const more = 1 + Math.min(rows[above] as number, distance);
      distance = Math.min(changed, more);
      rows[++at] = distance;
      if (distance < least) least = distance;
    }
    return least;
  }
}

function common(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** Place of the first text that is not before the key. */
function firstFrom(key: string, sorted: readonly string[]): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
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
