// 時業, 行政表価, 研集: two kanji that are no word, converted wrongly where one of another sign sounds the same.
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { Lexicon } from '../mentions/lexicon.ts';

/** Where such words are looked up. */
export interface SameSoundParts {
  tokenizer: Tokenizer;
  lexicon: Lexicon;
}

/** Signs that make words with any noun (市税, 町立, 各課, 費用等): words that no dictionary lists. */
const productive =
  /[市町村県国区都府道課部局係各本全新旧同前後両他総再諸当該等化性的者費率額数値量度料税年月日分円人件回校館所間内外別毎一二三四五六七八九十百千万第長会行]/;
const figures = /[一二三四五六七八九十百千万]/;

/** A sound that a sign alone has in words of Chinese origin: ジ, ギョウ, ヒョウ, ガク. */
const sound = '[ア-ヲヴ][ャュョ]?[イウンクキツチッー]?';
const twoSounds = [/^([ア-ヲヴ][ャュョ]?)(.+)$/, /^([ア-ヲヴ][ャュョ]?[イウンクキツチッー])(.+)$/];
const oneSound = new RegExp(`^${sound}$`);

/** Where a word comes from: what questions are asked with goes before what the texts hold. */
type WordOf = 'questions' | 'texts';

/** Signs by their sounds, and words by either of their signs. */
interface Table {
  sounds: Map<string, Set<string>>;
  /** 「?業」 and 「事?」 → words of two signs with the sound of the sign that is left out. */
  words: Map<string, { text: string; sound: string; of: WordOf }[]>;
  known: Set<string>;
}

/** Mends words of two kanji with one sign of the same sound in place of their own. */
export class SameSound {
  private made: Table | undefined;

  /** `words`: those of the search, with their readings. */
  constructor(
    private readonly parts: SameSoundParts,
    private readonly words: () => Iterable<{ text: string; reading: string }>,
  ) {}

  /** The text with such words as they were meant; `read` hears of them. */
  mend(text: string, read: { typed: string; as: string }[]): string {
    if (!/\p{Script=Han}{2}/u.test(text)) return text;
    const tokens = this.parts.tokenizer.tokenize(text);
    let mended = text;
    for (let at = 0; at + 1 < tokens.length; at++) {
      const [one, next] = [tokens[at] as Token, tokens[at + 1] as Token];
      if (!isCrumb(one) || !isCrumb(next)) continue;
      const typed = one.surface + next.surface;
      const meant = this.meant(typed);
      if (meant === null) continue;
      read.push({ typed, as: meant });
      mended = mended.slice(0, one.start) + meant + mended.slice(next.end);
      at++;
    }
    return mended;
  }

  /** The one word that is meant; null where the signs are a word themselves, or several would do. */
  private meant(typed: string): string | null {
    const { words, known } = this.table();
    if (figures.test(typed) || known.has(typed) || this.parts.lexicon.entriesOf(typed).length > 0)
      return null;
    const found = [0, 1].flatMap((hole) => {
      const sign = typed.charAt(hole);
      // 庁内報 is no 内包.
      if (productive.test(typed.charAt(1 - hole))) return [];
      const asksOnly = productive.test(sign);
      return (words.get(holed(typed, hole)) ?? []).filter(
        (word) => (word.of === 'questions' || !asksOnly) && this.sounds(sign).has(word.sound),
      );
    });
    const asking = found.filter(({ of }) => of === 'questions');
    const texts = new Set((asking.length > 0 ? asking : found).map(({ text }) => text));
    return texts.size === 1 ? ([...texts][0] as string) : null;
  }

  /** How a sign sounds in the words that hold it, and alone. */
  private sounds(sign: string): ReadonlySet<string> {
    const known = this.table().sounds.get(sign) ?? new Set();
    return known.add(this.parts.tokenizer.tokenize(sign)[0]?.reading ?? '');
  }

  private table(): Table {
    this.made ??= this.make();
    return this.made;
  }

  private make(): Table {
    const table: Table = { sounds: new Map(), words: new Map(), known: new Set() };
    const add = (text: string, reading: string, of: WordOf) => {
      for (const [at, sounds] of splits(reading).flatMap((two) => two.map((one, at) => [at, one] as const))) {
        const sign = text.charAt(at);
        table.sounds.set(sign, (table.sounds.get(sign) ?? new Set()).add(sounds));
        const hole = holed(text, at);
        table.words.set(hole, [...(table.words.get(hole) ?? []), { text, sound: sounds, of }]);
      }
    };
    for (const { text, entry } of this.parts.lexicon.forms) {
      if (!isPair(text) || ['politeness', 'questions', 'vague'].includes(entry.list)) continue;
      const [token, more] = this.parts.tokenizer.tokenize(text);
      if (token && !more) add(text, token.reading, 'questions');
    }
    for (const { text, reading } of this.words()) {
      if (!isPair(text)) continue;
      table.known.add(text);
      add(text, reading, 'texts');
    }
    return table;
  }
}

const isPair = (text: string) => /^\p{Script=Han}{2}$/u.test(text);

/** A single kanji that stands as a word of its own. */
const isCrumb = ({ surface }: Token) => surface.length === 1 && /^\p{Script=Han}$/u.test(surface);

const holed = (text: string, hole: number) => (hole === 0 ? `?${text.charAt(1)}` : `${text.charAt(0)}?`);

/** Each way to part the sound of a word between its two signs. */
function splits(reading: string): [string, string][] {
  return twoSounds.flatMap((pattern) => {
    const [, first, second] = pattern.exec(reading) ?? [];
    // コウイ is コウ and イ.
    return first && second && oneSound.test(second) && !second.startsWith('ウ')
      ? [[first, second] as [string, string]]
      : [];
  });
}
