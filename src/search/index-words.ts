// Looks words of the index up: by spelling, by reading (whole, begun, a kana apart) and by a typing slip.
import { distanceWithin, isWithin, pairs } from '../language/spelling-distance.ts';
import { Beginnings } from '../language/words/beginnings.ts';
import type { IndexData } from './index-data.ts';
import { Sounds } from './sounds.ts';

/** At most so many words stand in for one that was typed. */
const MOST_CANDIDATES = 24;

/** So many readings are kept with what lies near them. */
const MOST_KEPT = 32;

/** A word of the index near a typed one. */
export interface Near {
  word: number;
  /** 1 is the same; the further away, the less. */
  closeness: number;
}

/** The words of an index, each by its number. */
export class IndexWords {
  private readonly numbers = new Map<string, number>();
  private readonly sounds: Sounds;
  private readonly beginnings: Beginnings;
  /** What lay near the last readings: a text and its searches ask for the same one again. */
  private readonly nearLast = new Map<string, Near[]>();
  /** Of the texts, made with the first one that is sought by its length. */
  private lengths: Uint8Array | undefined;
  private bigrams: ReadonlyMap<string, Int32Array> | undefined;

  constructor(private readonly data: IndexData) {
    data.terms.forEach((term, number) => {
      this.numbers.set(term, number);
    });
    this.sounds = new Sounds(data.readings);
    this.beginnings = new Beginnings(data.terms);
  }

  /** Length of the longest word that may begin with the two signs at a place; see `Beginnings`. */
  reach(text: string, at: number): number {
    return this.beginnings.reach(text, at);
  }

  /** Length of the longest reading that may begin with the two kana at a place. */
  soundReach(reading: string, at: number): number {
    return this.sounds.reach(reading, at);
  }

  number(term: string): number | undefined {
    return this.beginnings.mayBe(term) ? this.numbers.get(term) : undefined;
  }

  /** Words with a reading that records hold. */
  *readings(): Iterable<{ text: string; reading: string }> {
    for (let word = 0; word < this.data.readings.length; word++) {
      const reading = this.data.readings[word];
      if (reading && this.frequency(word) > 0) yield { text: this.text(word), reading };
    }
  }

  text(word: number): string {
    return this.data.texts[word] ?? '';
  }

  /** Number of records that hold the word. */
  frequency(word: number | undefined): number {
    return word === undefined ? 0 : (this.data.postings[word]?.length ?? 0);
  }

  /** The strongest place it stands at: a name, a keyword, a text. */
  strength(word: number): number {
    let most = 0;
    for (const posting of this.data.postings[word] ?? []) most = Math.max(most, posting & 255);
    return most;
  }

  /** Words that sound exactly so. */
  sameReading(reading: string): number[] {
    return this.sounds.same(reading);
  }

  /** Words that sound so, long vowels aside. */
  looseReading(reading: string): number[] {
    return this.sounds.loose(reading);
  }

  /** Words whose reading begins so, then words a kana or two away. */
  nearReading(reading: string): Near[] {
    const near = this.nearLast.get(reading) ?? this.findNear(reading);
    if (this.nearLast.size >= MOST_KEPT) this.nearLast.clear();
    this.nearLast.set(reading, near);
    return near;
  }

  private findNear(reading: string): Near[] {
    const near: Near[] = [];
    if (reading.length >= 3)
      for (const { words, reading: full } of this.sounds.begun(reading))
        for (const word of words) near.push({ word, closeness: 0.95 * (reading.length / full.length) });
    if (near.length === 0 && reading.length >= 4)
      for (const { words, distance } of this.sounds.apart(reading, reading.length >= 8 ? 2 : 1))
        for (const word of words) near.push({ word, closeness: 1 - distance / reading.length });
    return this.best(near);
  }

  /** Words that begin with the typed one: 世界遺 → 世界遺産. */
  beginningWith(typed: string): Near[] {
    const { terms } = this.data;
    let low = 0;
    for (let high = terms.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((terms[middle] as string) < typed) low = middle + 1;
      else high = middle;
    }
    const near: Near[] = [];
    for (let word = low; terms[word]?.startsWith(typed) && near.length < 200; word++)
      near.push({ word, closeness: typed.length / (terms[word] as string).length });
    return this.best(near);
  }

  /** Words that hold the typed one but for a slip or two: 浸水害対策 → 浸水被害対策; `firm` characters are no slip. */
  withSlip(typed: string, firm?: ArrayLike<number>): Near[] {
    // Three katakana or four letters are too little to tell a slip from another word (リピーター, キャピタル; bow, labo).
    if (typed.length < leastForSlip(typed) || typed.length > 40) return [];
    const shared = new Map<number, number>();
    const index = this.bigramIndex();
    for (const pair of pairs(typed))
      for (const word of index.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    const allowed = typed.length >= 10 ? 3 : typed.length >= 6 ? 2 : 1;
    // Two characters that changed places break three pairs.
    const least = Math.max(1, typed.length - 1 - 3 * allowed);
    const near: Near[] = [];
    const candidates = [...shared]
      .filter(([, count]) => count >= least)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [word] of candidates.slice(0, 400)) {
      const distance = distanceWithin(typed, this.data.terms[word] as string, allowed, firm);
      if (distance <= allowed) near.push({ word, closeness: 1 - distance / typed.length });
    }
    return this.best(near);
  }

  /** Words that are the typed one and a character more: 人育成 → 人材育成, コビニ → コンビニ. */
  withDropped(typed: string): Near[] {
    if (typed.length < 3 || typed.length > 12) return [];
    const index = this.bigramIndex();
    // One of the first two characters is where it was or one further on.
    const [first = '', second = ''] = typed;
    this.lengths ??= Uint8Array.from(this.data.texts, ({ length }) => Math.min(255, length));
    const { lengths } = this;
    const found = new Set<number>();
    for (const sign of [first, second])
      index.get(sign)?.forEach((word) => {
        if (lengths[word] === typed.length + 1 && isWithin(typed, this.text(word))) found.add(word);
      });
    return this.best(Array.from(found, (word) => ({ word, closeness: 1 - 1 / typed.length })));
  }

  /** The longest words at the end and at the beginning of one that no record holds: 修学旅行 → 旅行. */
  within(typed: string): Near[] {
    const near: Near[] = [];
    const take = (part: string) => {
      const word = this.number(part);
      if (this.frequency(word) > 0) near.push({ word: word as number, closeness: 0.5 });
      return near.length > 0;
    };
    for (let length = typed.length - 1; length >= 2; length--)
      if (take(typed.slice(-length)) || take(typed.slice(0, length))) break;
    return near;
  }

  /** Words sharing most pairs of characters, or a kanji (火星 → 火災; one kana says nothing): what to offer when nothing was found. */
  similar(typed: string, most: number): string[] {
    const shared = new Map<number, number>();
    const index = this.bigramIndex();
    for (const pair of [...pairs(typed), ...(typed.match(/\p{Script=Han}/gu) ?? [])])
      for (const word of index.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + pair.length);
    return [...shared]
      .filter(([word]) => this.isOffered(word))
      .map(([word, count]) => ({ word, score: count / (this.text(word).length + typed.length) }))
      .sort((a, b) => b.score - a.score || a.word - b.word)
      .slice(0, most)
      .map(({ word }) => this.text(word));
  }

  /** A noun of some name or keyword list. */
  private isOffered(word: number): boolean {
    const text = this.text(word);
    return text.length >= 2 && /[^ぁ-ゖー]$/.test(text) && this.strength(word) >= 178;
  }

  private best(near: Near[]): Near[] {
    const used = near.filter(({ word }) => this.frequency(word) > 0);
    return used.sort((a, b) => b.closeness - a.closeness || a.word - b.word).slice(0, MOST_CANDIDATES);
  }

  private bigramIndex(): ReadonlyMap<string, Int32Array> {
    this.bigrams ??= packed((visit) => {
      for (let word = 0; word < this.data.terms.length; word++) {
        if (this.frequency(word) === 0) continue;
        const term = this.data.terms[word] as string;
        for (const key of new Set([...pairs(term), ...term])) visit(key, word);
      }
    });
    return this.bigrams;
  }
}

/** The words of every key in one typed array: lists of numbers would take twice the memory. `each` goes over all of them, twice. */
function packed(each: (visit: (key: string, word: number) => void) => void): ReadonlyMap<string, Int32Array> {
  const counts = new Map<string, number>();
  let all = 0;
  each((key) => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    all++;
  });
  const pool = new Int32Array(all);
  const lists = new Map<string, Int32Array>();
  let from = 0;
  for (const [key, count] of counts) {
    lists.set(key, pool.subarray(from, from + count));
    from += count;
    counts.set(key, 0);
  }
  each((key, word) => {
    const at = counts.get(key) as number;
    (lists.get(key) as Int32Array)[at] = word;
    counts.set(key, at + 1);
  });
  return lists;
}

function leastForSlip(typed: string): number {
  if (/^[a-z]+$/.test(typed)) return 5;
  return /^[ァ-ヺー]+$/.test(typed) ? 4 : 3;
}
