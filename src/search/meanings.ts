// What a word means to the index: itself, its other spellings, its synonyms, its parts.

import { spellingKey } from '../language/kana.ts';
import { isWithin } from '../language/spelling-distance.ts';
import { Beginnings } from '../language/words/beginnings.ts';
import type { Sense, Synonyms } from '../language/words/synonyms.ts';
import type { Analyzer, Word } from './analyzer.ts';
import type { IndexWords, Near } from './index-words.ts';

/** One thing the question is about. */
export interface Concept {
  /** As people read it. */
  text: string;
  start: number;
  /** Index words that mean it, with 1 for the word itself. */
  meanings: Map<number, number>;
  /** Those that say just the same: the word, its spellings, its synonyms of the same sense. */
  direct: Set<number>;
  /** Share of its rarity that counts: nouns 1, words that say little less. */
  emphasis: number;
  /** Neighbouring nouns found joined: lifts a record, but is not asked of it. */
  bonus: boolean;
}

/** What a question asks for, gathered word by word. */
export interface ReadQuery {
  concepts: Concept[];
  readAs: { typed: string; as: string }[];
  /** All of it as names are held against it, with what was typed otherwise in place: たいきじどう → 待機児童. */
  squeezed: string;
}

/** What a part of a question adds to it. */
export type PartRead = Omit<ReadQuery, 'squeezed'>;

/** How much of a word's rarity counts. */
export const emphases = { noun: 1, verb: 0.5, weak: 0.3, joined: 0.6, place: 1.5 } as const;
/** What a part of a listed word counts beside the whole (公共 of 公共交通), and a part's synonyms. */
const partWeights = { own: 0.4, weak: 0.08, synonym: 0.45 } as const;

/** What means a word less is left out: many records hold it, and it moves none. */
const LEAST_WEIGHT = 0.2;

/** What a word counts that only sounds like the likeliest one. */
const HOMOPHONE_SHARE = 0.5;

/** Words that weigh otherwise than a plain noun. */
export interface WordWeights {
  /** Say nothing: 教える, 指標. */
  silent: ReadonlySet<string>;
  /** Say little: 支援, 割合. */
  weak: ReadonlySet<string>;
  /** Towns that publish plans: 久留米 says whose project is meant. */
  places: ReadonlySet<string>;
}

/** Finds what stands in for a word, and how much. */
export class Meanings {
  private readonly silent: Beginnings;

  constructor(
    private readonly analyzer: Pick<Analyzer, 'analyze'>,
    private readonly vocabulary: IndexWords,
    private readonly synonyms: Synonyms,
    private readonly weights: WordWeights,
  ) {
    this.silent = new Beginnings(weights.silent);
  }

  /** A word as it was typed. */
  add(query: PartRead, word: Word, words: Word[]) {
    const concept = this.concept(word, word.start);
    const own = this.vocabulary.number(word.term);
    this.mean(concept, own, 1, 'same');
    for (const { term, weight, sense } of this.synonyms.of(word.term)) {
      this.mean(concept, this.vocabulary.number(term), weight, sense);
      // 旅行客 is 観光客, so its record may speak of 観光.
      if (sense === 'same')
        this.standParts(concept, this.analyzer.analyze(term).words, { start: 0, end: term.length }, weight);
    }
    if (word.verb) this.standPlain(concept, word.term);
    for (const variant of this.variants(word, own)) this.stand(concept, variant, 0.95, 'same');
    if (word.kind === 'phrase') this.standParts(concept, words, word, 1);
    query.concepts.push(concept);
  }

  /** A word that was typed otherwise; says so. */
  addRead(query: PartRead, typed: string, near: Near[], start: number) {
    // Among words that sound alike one that says something is meant (工場, not 向上), then the one that stands in a name.
    const says = (word: number) => Number(!this.weights.weak.has(this.vocabulary.text(word)));
    const best = near.reduce((one, other) => {
      const more =
        other.closeness - one.closeness ||
        says(other.word) - says(one.word) ||
        this.vocabulary.strength(other.word) - this.vocabulary.strength(one.word) ||
        this.vocabulary.frequency(other.word) - this.vocabulary.frequency(one.word);
      return more > 0 ? other : one;
    });
    const as = this.vocabulary.text(best.word);
    const concept = this.concept({ text: as, verb: false }, start);
    for (const { word, closeness } of near) {
      // 女性 is meant by じょせい, 助成 perhaps as well.
      const alike = word === best.word || sharesKanji(this.vocabulary.text(word), as);
      this.stand(
        concept,
        word,
        alike ? closeness : closeness * HOMOPHONE_SHARE,
        word === best.word ? 'same' : 'near',
      );
    }
    this.standParts(concept, this.analyzer.analyze(as).words, { start: 0, end: as.length }, best.closeness);
    query.concepts.push(concept);
    if (!typed.includes(as)) query.readAs.push({ typed, as });
  }

  /** Words that sound exactly so and lead somewhere. */
  sounding(reading: string): Near[] {
    return this.vocabulary
      .sameReading(reading)
      .filter((word) => this.useful(word))
      .map((word) => ({ word, closeness: 1 }));
  }

  /** Some record holds it, or something that stands in for it. */
  known(term: string): boolean {
    if (this.vocabulary.frequency(this.vocabulary.number(term)) > 0) return true;
    return this.synonyms
      .of(term)
      .some((synonym) => this.vocabulary.frequency(this.vocabulary.number(synonym.term)) > 0);
  }

  /** Length of the longest text that may be known or say nothing and begins with the two signs at a place. */
  reach(text: string, at: number): number {
    return Math.max(
      this.vocabulary.reach(text, at),
      this.synonyms.reach(text, at),
      this.silent.reach(text, at),
    );
  }

  useful(word: number): boolean {
    return this.known(this.term(word)) && !this.weights.silent.has(this.vocabulary.text(word));
  }

  private term(word: number): string {
    return spellingKey(this.vocabulary.text(word));
  }

  isSilent(text: string): boolean {
    return this.weights.silent.has(text);
  }

  /** `same`: in just the sense that was asked for. */
  mean({ meanings, direct }: Concept, word: number | undefined, weight: number, sense: Sense = 'near') {
    if (word === undefined || weight < LEAST_WEIGHT || this.vocabulary.frequency(word) === 0) return;
    meanings.set(word, Math.max(weight, meanings.get(word) ?? 0));
    if (sense === 'same') direct.add(word);
  }

  /** What is asked for with a word, before anything is known to mean it. */
  private concept(word: Pick<Word, 'text' | 'verb'>, start: number): Concept {
    const emphasis = this.emphasis(word);
    return { text: word.text, start, meanings: new Map(), direct: new Set(), emphasis, bonus: false };
  }

  private emphasis({ text, verb }: Pick<Word, 'text' | 'verb'>): number {
    if (this.weights.places.has(text)) return emphases.place;
    return this.weights.weak.has(text) ? emphases.weak : verb ? emphases.verb : emphases.noun;
  }

  /** 稼げる as 稼ぐ. */
  private standPlain(concept: Concept, verb: string) {
    const plain = plainForm(verb);
    if (plain === verb) return;
    this.mean(concept, this.vocabulary.number(plain), 0.95, 'same');
    for (const { term, weight, sense } of this.synonyms.of(plain))
      this.mean(concept, this.vocabulary.number(term), weight * 0.95, sense);
  }

  /** The word and what stands in for it. */
  private stand(concept: Concept, word: number, share: number, sense: Sense) {
    this.mean(concept, word, share, sense);
    for (const { term, weight, sense: own } of this.synonyms.of(this.term(word)))
      this.mean(concept, this.vocabulary.number(term), weight * share, sense === 'same' ? own : 'near');
  }

  /** What a listed word of several parts means through its parts. */
  private standParts(
    concept: Concept,
    words: Word[],
    { start, end }: { start: number; end: number },
    share: number,
  ) {
    for (const part of words) {
      const inside = part.start >= start && part.end <= end && part.end - part.start < end - start;
      if (part.kind === 'run' || part.hidden || !inside || this.weights.silent.has(part.text)) continue;
      const weak = this.weights.weak.has(part.text);
      this.mean(
        concept,
        this.vocabulary.number(part.term),
        share * (weak ? partWeights.weak : partWeights.own),
      );
      if (weak) continue;
      for (const { term, weight } of this.synonyms.of(part.term))
        this.mean(concept, this.vocabulary.number(term), share * weight * partWeights.synonym);
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
}

/** 稼げる → 稼ぐ, 通える → 通う: who can do it does it. */
function plainForm(verb: string): string {
  const row = 'えうけくげぐせすてつねぬべぶめむれる';
  const at = verb.endsWith('る') ? row.indexOf(verb.at(-2) ?? ' ') : -1;
  return at >= 0 && at % 2 === 0 ? `${verb.slice(0, -2)}${row[at + 1]}` : verb;
}

function kanjiOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

/** Words without kanji cannot differ in them. */
function sharesKanji(one: string, other: string): boolean {
  const kanji = new Set(kanjiOf(one));
  return kanji.size === 0 || [...kanjiOf(other)].some((character) => kanji.has(character));
}
