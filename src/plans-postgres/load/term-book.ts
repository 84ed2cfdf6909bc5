// The words that a loader has met in one part, by numbers of its own: a text is cut once, and what is counted of words lies in typed arrays.
import type { Analyzer } from '../../search/analyzer.ts';
import { wordsIn } from '../../search/build-index.ts';
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
  private readonly short = new Map<string, Int32Array>();
  private readonly long = new Map<string, Int32Array>();
  /** The text in which a word was met last. */
  private lastText = new Int32Array(1 << 16);
  private textsRead = 0;

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
    const words = wordsIn(text, this.analyzer);
    const found = new Int32Array(words.length);
    let count = 0;
    for (const { term, text: written, reading, hidden } of words) {
      let id = this.ids.get(term);
      if (id === undefined) {
        id = this.terms.push(term) - 1;
        this.ids.set(term, id);
        this.texts.push(written);
        this.readings.push(reading);
        if (id >= this.lastText.length) this.lastText = grown(this.lastText);
      }
      if (this.lastText[id] === this.textsRead) continue;
      this.lastText[id] = this.textsRead;
      if (reading !== '' && this.readings[id] === '') {
        this.readings[id] = reading;
        this.refilled.push(id);
      }
      found[count++] = id * 2 + (hidden ? 1 : 0);
    }
    return found.slice(0, count);
  }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
