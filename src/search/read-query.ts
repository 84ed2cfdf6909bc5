// Typed words → what to look for: the words that say something, how each was read, and what stands in for it.

import { spellingKey } from '../language/kana.ts';
import { normalize } from '../language/normalize.ts';
import type { Analyzer, Word } from './analyzer.ts';
import { type Concept, emphases, type Meanings, type ReadQuery } from './meanings.ts';
import { SoundReader } from './read-sound.ts';
import type { Near, Vocabulary } from './vocabulary.ts';

/** A question longer than this is cut: nobody types it, and the work stays bounded. */
const LONGEST_QUERY = 400;
const MOST_CONCEPTS = 24;

/** Reads a question into concepts; holds no state between questions. */
export class QueryReader {
  private readonly sounds: SoundReader;

  constructor(
    private readonly analyzer: Analyzer,
    private readonly vocabulary: Vocabulary,
    private readonly meanings: Meanings,
  ) {
    this.sounds = new SoundReader(vocabulary, meanings);
  }

  read(typed: string): ReadQuery {
    const query: ReadQuery = { concepts: [], readAs: [] };
    const text = this.closeGaps(normalize(typed.slice(0, LONGEST_QUERY)));
    let at = 0;
    for (const piece of text.split(/[\s、。,!?「」『』()[\]{}"<>:;|]+/)) {
      if (piece !== '') this.readPiece(piece, at, query);
      at += piece.length + 1;
    }
    query.concepts = merge(query.concepts).slice(0, MOST_CONCEPTS);
    if (query.concepts.every((concept) => concept.meanings.size === 0)) this.guess(query);
    const [only] = query.concepts;
    if (query.concepts.length === 1 && only?.text.length === 1) {
      // 水 alone means what begins with it: 水道, 水害.
      for (const { word, closeness } of this.vocabulary.beginningWith(only.text))
        this.meanings.mean(only.meanings, word, closeness * 0.9);
    }
    return query;
  }

  /** ワークライフ バランス was typed with a blank inside the word. */
  private closeGaps(text: string): string {
    return text.replace(/([ァ-ヺー]+) (?=([ァ-ヺー]+))/g, (gap, before: string, after: string) =>
      this.meanings.known(spellingKey(before + after)) ? before : gap,
    );
  }

  /** No word leads anywhere: a character may be missing, or a part of a word be known. */
  private guess(query: ReadQuery) {
    for (const concept of query.concepts.splice(0)) {
      const { text, start } = concept;
      const dropped = this.vocabulary.withDropped(text);
      if (dropped.length > 0) this.meanings.addRead(query, text, dropped, start);
      else {
        if (text.length >= 4 && /^\p{Script=Han}+$/u.test(text))
          for (const { word, closeness } of this.vocabulary.within(text))
            this.meanings.mean(concept.meanings, word, closeness);
        query.concepts.push(concept);
      }
    }
  }

  private readPiece(typed: string, offset: number, query: ReadQuery) {
    // What is written by sound is read first, and leaves a gap in what is cut into words.
    const rest = this.sounds.read(typed, offset, query);
    if (rest.trim() === '') return;
    const { words, runs, reading } = this.analyzer.analyze(rest);
    if (rest === typed && this.sounds.readMixed(typed, reading, offset, query)) return;
    const taken: Word[] = [];
    const phrases = words.filter((word) => word.kind === 'phrase' && !this.meanings.isSilent(word.text));
    phrases.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    for (const phrase of phrases) {
      if (taken.some((other) => phrase.start < other.end && other.start < phrase.end)) continue;
      taken.push(phrase);
    }
    const covered = (word: Word) => taken.some((other) => word.start >= other.start && word.end <= other.end);
    for (const phrase of taken) this.meanings.add(query, phrase, offset, words);
    for (const word of words) {
      if (word.kind === 'word' && !word.hidden && !covered(word) && !this.meanings.isSilent(word.text))
        this.meanings.add(query, word, offset, words);
    }
    for (const run of runs)
      if (run.parts > 1 || !this.meanings.known(run.term))
        this.readRun(run, covered(run), words, offset, query);
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
    if (covered || run.text.length < 2 || this.meanings.isSilent(run.text)) return;
    const parts = words.filter(
      (word) => word.kind !== 'run' && word.start >= run.start && word.end <= run.end,
    );
    const length = run.end - run.start;
    const spelled = new Array<boolean>(length).fill(false);
    for (const part of parts)
      if (this.meanings.known(part.term)) spelled.fill(true, part.start - run.start, part.end - run.start);
    if (spelled.every(Boolean)) {
      // 人育成: every part is a word, but a lone kanji among them looks like half of one.
      const lone = parts.some((part) => part.text.length === 1 && part.parts === 1);
      const dropped = lone && length <= 5 ? this.vocabulary.withDropped(run.term) : [];
      if (dropped.length > 0) this.meanings.addRead(query, run.text, dropped, offset + run.start);
      return;
    }
    // 商品 is a word, if none of ours; a lone kanji or a word no dictionary has may be a slip.
    const doubtful =
      !run.known || spelled.some((isSpelled, i) => !isSpelled && !inLongerWord(i + run.start, parts));
    let near: Near[] = run.reading.length >= 3 ? this.meanings.sounding(run.reading) : [];
    if (near.length === 0) near = this.vocabulary.beginningWith(run.term);
    if (near.length === 0 && doubtful) near = this.vocabulary.withDropped(run.term);
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
    this.meanings.addRead(query, run.text, near, offset + run.start);
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

function inLongerWord(place: number, words: Word[]): boolean {
  return words.some(
    (word) => word.known && word.end - word.start > 1 && word.start <= place && place < word.end,
  );
}
