// The words that a loader has met in one part, by numbers of its own: a text is cut once, and what is counted of words lies in typed arrays.
import type { Token } from '../../language/tokenizer/tokenizer.ts';
import { isContent, isVerb } from '../../language/words/content-tokens.ts';
import type { Analyzer, Word } from '../../search/analyzer.ts';
import { longestJoinIn } from '../../search/build-index.ts';
import type { Part } from './plan-words.ts';

/** Texts up to this length come again and again (keywords, names of policies), longer ones with the KPIs of their project. */
const shortText = 60;

/** A book for each part. */
export type Books = Readonly<Record<Part, TermBook>>;

/** Numbers terms in the order in which they are met. */
export class TermBook {
  readonly terms: string[] = [];
  readonly texts: string[] = [];
  readonly readings: string[] = [];
  /** Words whose reading came after they were met, since last asked. */
  private refilled: number[] = [];
  private readonly ids = new Map<string, number>();
  /** By the word as it is written; what is written alike is the same term. */
  private readonly byText = new Map<string, number>();
  /** Of runs of nouns, which come again and again. */
  private readonly byRun = new Map<string, Int32Array>();
  private readonly short = new Map<string, Int32Array>();
  private readonly long = new Map<string, Int32Array>();
  /** The text in which a word was met last. */
  private lastText = new Int32Array(1 << 16);
  private textsRead = 0;
  private readonly found = new Numbers();

  constructor(private readonly analyzer: Analyzer) {}

  /** Twice the number of each word of the text, once, as it first stands; one more where it is hidden in a listed word. */
  wordsOf(text: string): Int32Array {
    const kept = text.length <= shortText ? this.short : this.long;
    let words = kept.get(text);
    if (!words) {
      words = this.read(text);
      if (kept.size > (kept === this.short ? 50_000 : 2000)) kept.clear();
      kept.set(text, words);
    }
    return words;
  }

  /** Those words whose reading has become known; each is returned once. */
  takeRefilled(): number[] {
    const taken = this.refilled;
    this.refilled = [];
    return taken;
  }

  private read(text: string): Int32Array {
    this.textsRead += 1;
    const { analyzer, found } = this;
    found.empty();
    const cut = analyzer.cut(text);
    for (const token of cut.tokens) {
      if (!isContent(token)) continue;
      const known = this.numberOf(isVerb(token) ? token.base : token.surface, token);
      if (known === undefined) this.meet(analyzer.wordOf(token, cut));
      else this.put(known, cut.isHidden(token.start, token.end, token.surface) ? 1 : 0);
    }
    for (const match of cut.phrases) {
      const known = this.numberOf(match.phrase);
      if (known === undefined) this.meet(analyzer.phraseOf(match, cut));
      else this.put(known, 0);
    }
    const longest = longestJoinIn(text);
    for (const run of cut.runs) if (run.length > 1) this.meetJoins(run, longest);
    return found.taken();
  }

  /** Number of what is written so; none where the word still wants a reading, which verbs have none of. */
  private numberOf(written: string, token?: Token): number | undefined {
    const known = this.byText.get(written);
    if (known === undefined || this.readings[known] !== '') return known;
    return token && isVerb(token) ? known : undefined;
  }

  /** What the nouns of a run make together. */
  private meetJoins(run: Token[], longest: number | undefined): void {
    let key = longest === undefined ? '' : String(longest);
    for (const { surface, posDetail1 } of run) key += `${posDetail1 === '接尾' ? '-' : ' '}${surface}`;
    const known = this.byRun.get(key);
    if (known) {
      for (const id of known) this.put(id, 0);
      return;
    }
    const ids = Int32Array.from(this.analyzer.joinsOf(run, longest), (word) => this.meet(word));
    if (this.byRun.size > 100_000) this.byRun.clear();
    if (ids.every((id) => this.readings[id] !== '')) this.byRun.set(key, ids);
  }

  /** Takes a word in; returns its number, a new one if nobody has met it. */
  private meet({ term, text, reading, hidden }: Word): number {
    let id = this.ids.get(term);
    if (id === undefined) {
      id = this.terms.push(term) - 1;
      this.ids.set(term, id);
      this.texts.push(text);
      this.readings.push(reading);
      if (id >= this.lastText.length) this.lastText = grown(this.lastText);
    }
    this.byText.set(text, id);
    if (this.put(id, hidden ? 1 : 0) && reading !== '' && this.readings[id] === '') {
      this.readings[id] = reading;
      this.refilled.push(id);
    }
    return id;
  }

  /** A word of the text that is read; false where it stands there already. */
  private put(id: number, hidden: 0 | 1): boolean {
    if (this.lastText[id] === this.textsRead) return false;
    this.lastText[id] = this.textsRead;
    this.found.push(id * 2 + hidden);
    return true;
  }
}

/** Numbers in room that is used again. */
class Numbers {
  private numbers = new Int32Array(1 << 10);
  private count = 0;

  empty(): void {
    this.count = 0;
  }

  push(number: number): void {
    if (this.count === this.numbers.length) this.numbers = grown(this.numbers);
    this.numbers[this.count++] = number;
  }

  taken(): Int32Array {
    return this.numbers.slice(0, this.count);
  }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
