// Typed words → what to look for: the words that say something, how each was read, and what stands in for it.

import { spellingKey } from '../language/kana.ts';
import { lookAlikes } from '../language/look-alikes.ts';
import { normalize } from '../language/normalize.ts';
import type { Analysis, Analyzer, Word } from './analyzer.ts';
import type { IndexWords, Near } from './index-words.ts';
import { type Concept, emphases, type Meanings, type PartRead, type ReadQuery } from './meanings.ts';
import type { PiecesRead } from './pieces-read.ts';
import { squeeze } from './ranked-records.ts';
import { SoundReader } from './read-sound.ts';

/** A question longer than this is cut: nobody types it, and the work stays bounded. */
const LONGEST_QUERY = 400;
const MOST_CONCEPTS = 24;
/** Slack writes its pictures in letters: :bow: is nothing to look for. */
const emoji = /:[a-z0-9_+-]+:/g;
/** A word begun stands for a longer one when it is this share of it, and counts so much less. */
const LEAST_BEGUN = 0.5;
const BEGUN_SHARE = 0.8;
/** A word with a kanji that looks like another is sought up to this length. */
const LONGEST_ALIKE = 8;

/** A word that was meant, and where it stands. */
interface Alike {
  word: number;
  start: number;
  end: number;
}

/** Reads a question into concepts; holds no state between questions. */
export class QueryReader {
  private readonly sounds: SoundReader;

  constructor(
    private readonly analyzer: Pick<Analyzer, 'analyze'>,
    private readonly vocabulary: IndexWords,
    private readonly meanings: Meanings,
  ) {
    this.sounds = new SoundReader(vocabulary, meanings);
  }

  /** `pieces`: those read so far by the question that the words belong to; nobody changes them. */
  read(typed: string, pieces: PiecesRead = new Map()): ReadQuery {
    const query: PartRead = { concepts: [], readAs: [] };
    const normal = normalize(typed.slice(0, LONGEST_QUERY));
    const text = this.closeGaps(normal.replace(emoji, ' '));
    let at = 0;
    for (const piece of text.split(/[\s、。,!?「」『』()[\]{}"<>:;|]+/)) {
      if (piece !== '') this.addPiece(piece, at, query, pieces);
      at += piece.length + 1;
      // What stands further on would be cut off again.
      if (countDistinct(query.concepts) >= MOST_CONCEPTS) break;
    }
    query.concepts = merge(query.concepts).slice(0, MOST_CONCEPTS);
    const unknown = query.concepts.filter((concept) => concept.meanings.size === 0);
    for (const concept of unknown) {
      concept.meanings = new Map();
      this.widen(concept);
      // 修学旅行 alone is 旅行; beside words that lead somewhere it is left.
      if (unknown.length === query.concepts.length) this.shorten(concept);
    }
    const [only] = query.concepts;
    if (query.concepts.length === 1 && only?.text.length === 1) {
      // 水 alone means what begins with it: 水道, 水害.
      only.meanings = new Map(only.meanings);
      for (const { word, closeness } of this.vocabulary.beginningWith(only.text))
        this.meanings.mean(only, word, closeness * 0.9);
    }
    return { ...query, squeezed: squeeze(asRead(normal, query.readAs)) };
  }

  /** ワークライフ バランス was typed with a blank inside the word. */
  private closeGaps(text: string): string {
    return text.replace(/([ァ-ヺー]+) (?=([ァ-ヺー]+))/g, (gap, before: string, after: string) =>
      this.meanings.known(spellingKey(before + after)) ? before : gap,
    );
  }

  /** A word that leads nowhere is taken for the beginning of longer ones. */
  private widen(concept: Concept) {
    const { text } = concept;
    if (text.length < 2) return;
    for (const { word, closeness } of this.vocabulary.beginningWith(spellingKey(text)))
      if (closeness >= LEAST_BEGUN) this.meanings.mean(concept, word, closeness * BEGUN_SHARE);
  }

  /** Or for the known one at its end or beginning. */
  private shorten(concept: Concept) {
    const { text } = concept;
    if (concept.meanings.size === 0 && text.length >= 4 && /^\p{Script=Han}+$/u.test(text))
      for (const { word, closeness } of this.vocabulary.within(text))
        this.meanings.mean(concept, word, closeness);
  }

  /** One piece where it stands in the text. */
  private addPiece(typed: string, at: number, query: PartRead, pieces: PiecesRead) {
    const read = pieces.get(typed) ?? this.readPiece(typed);
    pieces.set(typed, read);
    for (const concept of read.concepts) query.concepts.push({ ...concept, start: at + concept.start });
    query.readAs.push(...read.readAs);
  }

  private readPiece(typed: string): PartRead {
    const query: PartRead = { concepts: [], readAs: [] };
    // What is written by sound is read first, and leaves a gap in what is cut into words.
    const rest = this.readAlike(this.sounds.read(typed, query), query);
    if (rest.trim() === '') return query;
    const analysis = this.analyzer.analyze(rest);
    const { words, runs, firm } = analysis;
    // 汽車 is a word of its own and not 記者.
    const isWord =
      words.some(({ start, end, kind }) => kind === 'word' && end - start === rest.length) && firm[0] === 2;
    if (rest === typed && !isWord && this.sounds.readMixed(typed, analysis.reading, query)) return query;
    const taken: Word[] = [];
    const phrases = words.filter((word) => word.kind === 'phrase' && !this.meanings.isSilent(word.text));
    phrases.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    for (const phrase of phrases) {
      if (taken.some((other) => phrase.start < other.end && other.start < phrase.end)) continue;
      taken.push(phrase);
    }
    const covered = (word: Word) => taken.some((other) => word.start >= other.start && word.end <= other.end);
    for (const phrase of taken) this.meanings.add(query, phrase, words);
    for (const word of words) {
      if (word.kind === 'word' && !word.hidden && !covered(word) && !this.meanings.isSilent(word.text))
        this.meanings.add(query, word, words);
    }
    for (const run of runs) {
      if (run.parts === 1 && this.meanings.known(run.term)) continue;
      const joined = this.joined(run);
      if (!joined && !covered(run)) this.mend(run, analysis, query);
      if (joined && !covered(run) && run.parts > 1) query.concepts.push(joined);
    }
    return query;
  }

  /** 半道体産業, 世界遣産: in a word that leads nowhere a kanji was taken for another one that looks like it. Leaves a gap there. */
  private readAlike(text: string, query: PartRead): string {
    if (!/\p{Script=Han}{3}/u.test(text)) return text;
    const { words, firm } = this.analyzer.analyze(text);
    const leads = new Uint8Array(text.length);
    for (const { kind, term, start, end } of words)
      if (kind !== 'run' && this.meanings.known(term)) leads.fill(1, start, end);
    let left = text;
    for (let at = 0; at < text.length; at++) {
      if (leads[at] === 1 || left[at] === ' ') continue;
      const found = this.alike(left, at, firm[at] === 0 ? 3 : 4);
      if (!found) continue;
      const { word, start, end } = found;
      this.meanings.addRead(
        query,
        left.slice(start, end),
        [{ word, closeness: 1 - 1 / (end - start) }],
        start,
      );
      left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
    }
    return left;
  }

  /** The longest word of the index that stands around a place once the character there is another one. */
  private alike(text: string, at: number, least: number): Alike | undefined {
    const others = lookAlikes.get(text.charAt(at));
    if (!others) return undefined;
    const from = Math.max(0, at - LONGEST_ALIKE + 1);
    const around = text.slice(from, at + LONGEST_ALIKE);
    // Words in katakana are looked up by another spelling than they stand in.
    const isPlain = !/[ァ-ヺ]/.test(around);
    let best: Alike | undefined;
    for (const other of others) {
      const meant = around.slice(0, at - from) + other + around.slice(at - from + 1);
      for (let start = 0; from + start <= at; start++) {
        const reach = isPlain ? this.vocabulary.reach(meant, start) : this.reachRespelled(meant, start);
        const longest = Math.min(reach, LONGEST_ALIKE, meant.length - start);
        const shortest = Math.max(least, at - from - start + 1, best ? best.end - best.start + 1 : 0);
        for (let length = longest; length >= shortest; length--) {
          const said = meant.slice(start, start + length);
          const word = this.vocabulary.number(isPlain ? said : spellingKey(said));
          if (word === undefined || this.vocabulary.frequency(word) === 0) continue;
          best = { word, start: from + start, end: from + start + length };
          break;
        }
      }
    }
    return best;
  }

  /** Beside katakana, whose spelling may be shorter, only that no word begins so tells anything. */
  private reachRespelled(meant: string, start: number): number {
    const begins = this.vocabulary.reach(meant, start) > 0;
    return begins || /[ァ-ヺー]/.test(meant.slice(start, start + 2)) ? LONGEST_ALIKE : 0;
  }

  /** Nouns side by side that the index knows joined: they lift a record. */
  private joined(run: Word): Concept | null {
    const word = this.vocabulary.number(run.term);
    if (word === undefined || this.vocabulary.frequency(word) === 0) return null;
    return {
      text: run.text,
      start: run.start,
      meanings: new Map([[word, 1]]),
      direct: new Set(),
      emphasis: emphases.joined,
      bonus: true,
    };
  }

  /** Nouns unknown as they stand: a slip of the hand or of kanji is mended. */
  private mend(run: Word, analysis: Analysis, query: PartRead) {
    const { words } = analysis;
    if (run.text.length < 2 || this.meanings.isSilent(run.text)) return;
    const firm = analysis.firm.subarray(run.start, run.end);
    const found = this.misconverted(run, words, analysis) ?? this.slipped(run, firm, words);
    if (found === undefined) return;
    const { near, typed } = found;
    const { start, end } = typed;
    const before = query.concepts.length;
    this.meanings.addRead(query, typed.text, near, start);
    const as = query.concepts.at(-1)?.text ?? '';
    // What of the typed words is not among those that were meant was the slip.
    query.concepts = query.concepts.filter(
      ({ text, start: at, meanings }, i) =>
        i >= before || at < start || at >= end || (text.length > 1 && meanings.size > 0 && as.includes(text)),
    );
  }

  /** The longest stretch that only sounds like a word of the index: 待機自動, 刑法班. A word of the dictionary by itself is what it is: 補修 is no 補習. */
  private misconverted(run: Word, words: Word[], { firm }: Analysis) {
    const stretches = words.filter(
      ({ kind, start, end, text }) =>
        kind === 'run' && start >= run.start && end <= run.end && !/^[ぁ-ゖ]/.test(text),
    );
    if (run.parts === 1) stretches.push(run);
    stretches.sort((a, b) => b.end - b.start - (a.end - a.start));
    for (const typed of stretches) {
      const isWhole = typed.parts > 1 && typed.text.length >= 4;
      const mayBe = isWhole || firm.subarray(typed.start, typed.end).some((firmness) => firmness < 2);
      if (!mayBe || typed.reading.length < 3) continue;
      if (this.vocabulary.frequency(this.vocabulary.number(typed.term)) > 0) continue;
      const near = this.meanings.sounding(typed.reading);
      if (isWhole) near.push(...this.swapped(typed.term));
      if (near.some(({ word }) => this.vocabulary.text(word).length >= Math.min(4, typed.text.length)))
        return { near, typed };
    }
    return undefined;
  }

  /** 観光費消額: two characters changed places, and 費消 is a word as well. */
  private swapped(term: string): Near[] {
    const near: Near[] = [];
    // Only a change of the first three characters gives other words to begin with.
    const end = this.vocabulary.reach(term, 0) < term.length ? Math.min(3, term.length) : term.length;
    for (let at = 1; at < end; at++) {
      const swap = `${term.slice(0, at - 1)}${term[at]}${term[at - 1]}${term.slice(at + 1)}`;
      const word = this.vocabulary.number(swap);
      if (word !== undefined && swap !== term && this.vocabulary.frequency(word) > 0)
        near.push({ word, closeness: 1 - 1 / term.length });
    }
    return near;
  }

  /** A character too few or wrong, where no dictionary knows the word: 人育成, コミニティ, 半道体. */
  private slipped(run: Word, firm: Uint8Array, words: Word[]) {
    const parts = words.filter(
      (word) => word.kind !== 'run' && word.start >= run.start && word.end <= run.end,
    );
    const spelled = new Uint8Array(run.end - run.start);
    for (const part of parts)
      if (this.meanings.known(part.term)) spelled.fill(1, part.start - run.start, part.end - run.start);
    const doubtful = firm.some((firmness) => firmness === 0);
    const mask = firm.length === run.term.length ? firm : undefined;
    let near: Near[] = [];
    if (spelled.every(Boolean)) {
      // 人育成: every part is a word, but a lone kanji among them looks like half of one.
      if (doubtful && spelled.length <= 5) near = this.vocabulary.withDropped(run.term);
    } else if (doubtful) {
      near = this.vocabulary.beginningWith(run.term);
      if (near.length === 0) near = this.vocabulary.withDropped(run.term);
      if (near.length === 0) near = this.vocabulary.withSlip(run.term, mask);
    }
    return near.length > 0 ? { near, typed: run } : undefined;
  }
}

function asRead(normal: string, readAs: PartRead['readAs']): string {
  return readAs.reduce((text, { typed, as }) => text.replace(typed, () => as), normal);
}

/** The same word twice is one concept. */
const keyOf = ({ bonus, text }: Concept) => `${bonus}${text}`;

function countDistinct(concepts: readonly Concept[]): number {
  return concepts.length < MOST_CONCEPTS ? concepts.length : new Set(concepts.map(keyOf)).size;
}

/** In the order typed; the same word twice counts once. */
function merge(concepts: Concept[]): Concept[] {
  const merged = new Map<string, Concept>();
  for (const concept of concepts.sort((a, b) => a.start - b.start || Number(a.bonus) - Number(b.bonus))) {
    const key = keyOf(concept);
    if (!merged.has(key)) merged.set(key, concept);
  }
  return [...merged.values()];
}
