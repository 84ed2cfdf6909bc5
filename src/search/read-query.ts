// Typed words → what to look for: the words that say something, how each was read, and what stands in for it.
import type { Analyzer, Word } from './analyzer.ts';
import { isKana, readingKey, romajiToKatakana, spellingKey } from './kana.ts';
import { normalize } from './normalize.ts';
import type { Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing the question is about. */
export interface Concept {
  /** As people read it. */
  text: string;
  start: number;
  /** Index words that mean it, with 1 for the word itself. */
  meanings: Map<number, number>;
  /** Share of its rarity that counts: nouns 1, words that say little less. */
  emphasis: number;
  /** Neighbouring nouns found joined: lifts a record, but is not asked of it. */
  bonus: boolean;
}

export interface ReadQuery {
  concepts: Concept[];
  readAs: { typed: string; as: string }[];
}

/** A question longer than this is cut: nobody types it, and the work stays bounded. */
const LONGEST_QUERY = 400;
const MOST_CONCEPTS = 24;
const emphases = { noun: 1, verb: 0.5, weak: 0.3, joined: 0.6, place: 1.5 } as const;
/** What a part of a listed word counts beside the whole (公共 of 公共交通), and a part's synonyms. */
const partWeights = { own: 0.4, weak: 0.08, synonym: 0.45 } as const;

export class QueryReader {
  constructor(
    private readonly analyzer: Analyzer,
    private readonly vocabulary: Vocabulary,
    private readonly synonyms: Synonyms,
    private readonly silent: ReadonlySet<string>,
    private readonly weak: ReadonlySet<string>,
    /** Towns that publish plans: 久留米 says whose project is meant. */
    private readonly places: ReadonlySet<string>,
  ) {}

  read(typed: string): ReadQuery {
    const query: ReadQuery = { concepts: [], readAs: [] };
    const text = normalize(typed.slice(0, LONGEST_QUERY));
    let at = 0;
    for (const piece of text.split(/[\s、。,!?「」『』()[\]{}"<>:;|]+/)) {
      if (piece !== '') this.readPiece(piece, at, query);
      at += piece.length + 1;
    }
    query.concepts = merge(query.concepts).slice(0, MOST_CONCEPTS);
    const [only] = query.concepts;
    if (query.concepts.length === 1 && only?.text.length === 1) {
      // 水 alone means what begins with it: 水道, 水害.
      for (const { word, closeness } of this.vocabulary.beginningWith(only.text))
        this.mean(only.meanings, word, closeness * 0.9);
    }
    return query;
  }

  private readPiece(typed: string, offset: number, query: ReadQuery) {
    // What is written by sound is read first, and leaves a gap in what is cut into words.
    const rest = typed
      .replace(/[a-zāīūēōâîûêô][a-z'āīūēōâîûêô-]{2,}/g, (latin, at: number) =>
        this.readSound(latin, romajiToKatakana(latin), offset + at, query) ? ' '.repeat(latin.length) : latin,
      )
      .replace(/[ぁ-ゖー]{2,}|[ァ-ヺー]{2,}/g, (kana, at: number) =>
        this.readKana(
          kana,
          kana.length === typed.length,
          offset + at,
          query,
          /\p{Script=Han}/u.test(typed.charAt(at - 1)),
        ),
      );
    if (rest.trim() === '') return;
    const { words, runs, reading } = this.analyzer.analyze(rest);
    if (rest === typed && this.readMixed(typed, reading, offset, query)) return;
    const taken: Word[] = [];
    const phrases = words.filter((word) => word.kind === 'phrase' && !this.silent.has(word.text));
    phrases.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    for (const phrase of phrases) {
      if (taken.some((other) => phrase.start < other.end && other.start < phrase.end)) continue;
      taken.push(phrase);
    }
    const covered = (word: Word) => taken.some((other) => word.start >= other.start && word.end <= other.end);
    for (const phrase of taken) this.add(phrase, offset, query, words);
    for (const word of words) {
      if (word.kind === 'word' && !word.hidden && !covered(word) && !this.silent.has(word.text))
        this.add(word, offset, query, words);
    }
    for (const run of runs)
      if (run.parts > 1 || !this.known(run.term)) this.readRun(run, covered(run), words, offset, query);
  }

  /** Kanji and kana in another mix than ours: 空きや, 子そだて, and a slip of kanji at the same sound. */
  private readMixed(typed: string, reading: string, start: number, query: ReadQuery): boolean {
    if (
      typed.length > 12 ||
      isKana(typed) !== /[ぁ-ゖ][ァ-ヺ]|[ァ-ヺ][ぁ-ゖ]/.test(typed) ||
      this.known(spellingKey(typed))
    )
      return false;
    const found = this.vocabulary.sameReading(reading).filter((word) => this.useful(word));
    if (reading.length < 3 || found.length === 0) return false;
    this.addRead(
      typed,
      found.map((word) => ({ word, closeness: 1 })),
      start,
      query,
    );
    return true;
  }

  /** Hiragana and katakana that no word of the index is written with: the words that sound so. Returns what is left. */
  private readKana(
    kana: string,
    alone: boolean,
    start: number,
    query: ReadQuery,
    afterKanji = false,
  ): string {
    if (this.known(spellingKey(kana)) || this.silent.has(kana)) return kana;
    const reading = readingKey(kana);
    if (alone && this.readSound(kana, reading, start, query)) return ' '.repeat(kana.length);
    if (!/^[ぁ-ゖー]+$/.test(kana) || kana.length < (alone ? 3 : 4)) return kana;
    // Longest words first, from the left: こそだてのしえん → 子育て, 支援.
    // After a kanji the first kana is its ending or a particle: 探|しています.
    let left = afterKanji ? kana.charAt(0) : '';
    for (let at = left.length; at < kana.length; ) {
      let length = Math.min(14, kana.length - at);
      const least = alone ? 2 : 3;
      for (; length >= least; length--) {
        const part = kana.slice(at, at + length);
        if (this.known(spellingKey(part)) || this.silent.has(part)) {
          left += part;
          break;
        }
        const found = this.vocabulary.sameReading(readingKey(part)).filter((word) => this.useful(word));
        if (found.length > 0) {
          this.addRead(
            part,
            found.map((word) => ({ word, closeness: 1 })),
            start + at,
            query,
          );
          left += ' '.repeat(length);
          break;
        }
      }
      if (length < least) {
        left += kana[at];
        length = 1;
      }
      at += length;
    }
    return left;
  }

  /** The words that sound like a whole piece: exactly, but for long vowels, begun, or a kana apart. */
  private readSound(typed: string, katakana: string | null, start: number, query: ReadQuery): boolean {
    if (katakana === null || katakana.length < 2 || this.known(spellingKey(typed))) return false;
    const reading = readingKey(katakana);
    const exact = this.vocabulary.sameReading(reading).filter((word) => this.useful(word));
    const found =
      exact.length > 0 ? exact : this.vocabulary.looseReading(reading).filter((word) => this.useful(word));
    let near = found.map((word) => ({ word, closeness: 1 }));
    if (near.length === 0 && isKana(typed) === false && reading.length > 4) {
      // Romaji without blanks (kosodateshien) is cut like kana.
      const hiragana = reading.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
      const before = query.concepts.length;
      this.readKana(hiragana, false, start, query);
      if (query.concepts.length > before) return true;
    }
    if (near.length === 0 && isKana(typed) && reading.length >= 6 && /^[ぁ-ゖー]+$/.test(typed)) {
      const before = { concepts: query.concepts.length, readAs: query.readAs.length };
      const left = this.readKana(typed, false, start, query);
      if (query.concepts.length > before.concepts && left.replace(/[\sのをにがはとでやへも]/g, '') === '')
        return true;
      query.concepts.length = before.concepts;
      query.readAs.length = before.readAs;
    }
    if (near.length === 0) near = this.vocabulary.nearReading(reading);
    if (near.length === 0) return false;
    this.addRead(typed, near, start, query);
    return true;
  }

  /** Nouns side by side: joined they lift a record; unknown as they stand, a slip of the hand or of kanji is mended. */
  private readRun(run: Word, covered: boolean, words: Word[], offset: number, query: ReadQuery) {
    const joined = this.vocabulary.number(run.term);
    if (this.vocabulary.frequency(joined) > 0) {
      if (!covered && run.parts > 1)
        query.concepts.push({
          text: run.text,
          start: offset + run.start,
          meanings: new Map([[joined as number, 1]]),
          emphasis: emphases.joined,
          bonus: true,
        });
      return;
    }
    if (covered || run.text.length < 2 || this.silent.has(run.text)) return;
    const parts = words.filter(
      (word) => word.kind !== 'run' && word.start >= run.start && word.end <= run.end,
    );
    const length = run.end - run.start;
    const spelled = new Array<boolean>(length).fill(false);
    for (const part of parts)
      if (this.known(part.term)) spelled.fill(true, part.start - run.start, part.end - run.start);
    if (spelled.every(Boolean)) return;
    // 商品 is a word, if none of ours; a lone kanji or a word no dictionary has may be a slip.
    const doubtful =
      !run.known || spelled.some((isSpelled, i) => !isSpelled && !inLongerWord(i + run.start, parts));
    const sounding =
      run.reading.length >= 3
        ? this.vocabulary.sameReading(run.reading).filter((word) => this.useful(word))
        : [];
    let near = sounding.map((word) => ({ word, closeness: 0.95 }));
    if (near.length === 0) near = this.vocabulary.beginningWith(run.term);
    if (near.length === 0 && doubtful && run.term.length >= 3) near = this.vocabulary.withSlip(run.term);
    if (near.length === 0) return;
    // The unknown parts and lone characters were the slip.
    const [start, end] = [offset + run.start, offset + run.end];
    query.concepts = query.concepts.filter(
      (concept) =>
        concept.start < start ||
        concept.start >= end ||
        (concept.meanings.size > 0 && concept.text.length > 1),
    );
    this.addRead(run.text, near, offset + run.start, query);
  }

  private addRead(
    typed: string,
    near: { word: number; closeness: number }[],
    start: number,
    query: ReadQuery,
  ) {
    // Among words that sound alike the one that stands in a name is meant, then the commoner one.
    const best = near.reduce((one, other) => {
      const more =
        other.closeness - one.closeness ||
        this.vocabulary.strength(other.word) - this.vocabulary.strength(one.word) ||
        this.vocabulary.frequency(other.word) - this.vocabulary.frequency(one.word);
      return more > 0 ? other : one;
    });
    const as = this.vocabulary.text(best.word);
    const meanings = new Map<number, number>();
    for (const { word, closeness } of near) this.stand(meanings, word, closeness);
    this.standParts(meanings, this.analyzer.analyze(as).words, 0, as.length, best.closeness);
    query.concepts.push({ text: as, start, meanings, emphasis: this.emphasis(as, false), bonus: false });
    if (as !== typed) query.readAs.push({ typed, as });
  }

  private add(word: Word, offset: number, query: ReadQuery, words: Word[]) {
    const meanings = new Map<number, number>();
    const own = this.vocabulary.number(word.term);
    this.mean(meanings, own, 1);
    for (const { term, weight } of this.synonyms.of(word.term))
      this.mean(meanings, this.vocabulary.number(term), weight);
    for (const variant of this.variants(word, own)) this.stand(meanings, variant, 0.95);
    if (word.kind === 'phrase') this.standParts(meanings, words, word.start, word.end, 1);
    const emphasis = this.emphasis(word.text, word.verb);
    query.concepts.push({ text: word.text, start: offset + word.start, meanings, emphasis, bonus: false });
  }

  private emphasis(text: string, verb: boolean): number {
    if (this.places.has(text)) return emphases.place;
    return this.weak.has(text) ? emphases.weak : verb ? emphases.verb : emphases.noun;
  }

  /** The word and what stands in for it. */
  private stand(meanings: Map<number, number>, word: number, share: number) {
    this.mean(meanings, word, share);
    for (const { term, weight } of this.synonyms.of(this.term(word)))
      this.mean(meanings, this.vocabulary.number(term), weight * share);
  }

  /** What a listed word of several parts means through its parts. */
  private standParts(
    meanings: Map<number, number>,
    words: Word[],
    start: number,
    end: number,
    share: number,
  ) {
    for (const part of words) {
      const inside = part.start >= start && part.end <= end && part.end - part.start < end - start;
      if (part.kind === 'run' || part.hidden || !inside || this.silent.has(part.text)) continue;
      const weak = this.weak.has(part.text);
      this.mean(
        meanings,
        this.vocabulary.number(part.term),
        share * (weak ? partWeights.weak : partWeights.own),
      );
      if (weak) continue;
      for (const { term, weight } of this.synonyms.of(part.term))
        this.mean(meanings, this.vocabulary.number(term), share * weight * partWeights.synonym);
    }
  }

  /** Other spellings of a word: the same sound, and the kanji of one among those of the other (空家, 空き家). */
  private variants(word: Word, own: number | undefined): number[] {
    const kanji = kanjiOf(word.text);
    if (word.reading.length < 2 || kanji === '') return [];
    return this.vocabulary.sameReading(word.reading).filter((number) => {
      const other = kanjiOf(this.vocabulary.text(number));
      return number !== own && other !== '' && (isWithin(kanji, other) || isWithin(other, kanji));
    });
  }

  private mean(meanings: Map<number, number>, word: number | undefined, weight: number) {
    if (word === undefined || this.vocabulary.frequency(word) === 0) return;
    meanings.set(word, Math.max(weight, meanings.get(word) ?? 0));
  }

  /** Some record holds it, or something that stands in for it. */
  private known(term: string): boolean {
    if (this.vocabulary.frequency(this.vocabulary.number(term)) > 0) return true;
    return this.synonyms
      .of(term)
      .some((synonym) => this.vocabulary.frequency(this.vocabulary.number(synonym.term)) > 0);
  }

  private useful(word: number): boolean {
    return this.known(this.term(word)) && !this.silent.has(this.vocabulary.text(word));
  }

  private term(word: number): string {
    return spellingKey(this.vocabulary.text(word));
  }
}

/** In the order typed; the same word twice counts once. */
function merge(concepts: Concept[]): Concept[] {
  const merged = new Map<string, Concept>();
  for (const concept of concepts.sort((a, b) => a.start - b.start || Number(a.bonus) - Number(b.bonus))) {
    const key = `${concept.bonus}${concept.text}`;
    if (!merged.has(key)) merged.set(key, concept);
  }
  return [...merged.values()];
}

function kanjiOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

/** All characters of `some` stand in `all`, in that order. */
function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (const character of all) if (character === some[at]) at++;
  return at === some.length;
}

function inLongerWord(place: number, words: Word[]): boolean {
  return words.some(
    (word) => word.known && word.end - word.start > 1 && word.start <= place && place < word.end,
  );
}
