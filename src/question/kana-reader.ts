// Questions written by sound, in kana or romaji, as people would write them: ぼうはんとうせっちじぎょうのよさん → 防犯灯設置事業の予算.
import { readingKey, romajiToKatakana } from '../language/kana.ts';
import { normalize } from '../language/normalize.ts';
import type { Token } from '../language/tokenizer/tokenizer.ts';
import { cheapestWriting, type Written } from './kana-reader/cheapest-writing.ts';
import { halfWritten } from './kana-reader/half-written.ts';
import { SameSound } from './kana-reader/same-sound.ts';
import { type KanaParts, Sounds } from './kana-reader/sounds.ts';
import { spelledLetters } from './spelled-letters.ts';

/** The text a stretch of kana stands in. */
interface Surroundings {
  text: string;
  /** Words are written in kanji beside it. */
  kanji: boolean;
  /** Cut when first asked for. */
  tokens: readonly Token[] | null;
}

/** Reads text written by sound. */
export class KanaReader {
  private readonly sounds: Sounds;
  private readonly sameSound: SameSound;
  private latinWords: Set<string> | undefined;

  /** `words`: those of the search, with their readings. */
  constructor(
    private readonly parts: KanaParts,
    words: () => Iterable<{ text: string; reading: string }>,
  ) {
    this.sounds = new Sounds(parts, words);
    this.sameSound = new SameSound(parts, words);
  }

  /** The text as it would be written; the same text where nothing was written by sound. */
  read(text: string): { text: string; read: { typed: string; as: string }[] } {
    const read: { typed: string; as: string }[] = [];
    const converted = this.sameSound.mend(text, read);
    const spelled = spelledLetters(this.romaji(converted, read), (word) => this.isLatinWord(word), read);
    const { tokenizer } = this.parts;
    const written = halfWritten(spelled, { table: () => this.sounds.table(), tokenizer }, read);
    const around: Surroundings = { text: written, kanji: /\p{Script=Han}{2,}/u.test(written), tokens: null };
    const heard = written.replace(/[ぁ-んー][ぁ-んァ-ヺー、 ]*[ぁ-んー]/g, (run, at: number) =>
      this.run(around, run, at, read),
    );
    return { text: heard, read };
  }

  private romaji(text: string, read: { typed: string; as: string }[]): string {
    const words = [...text.matchAll(/[a-zāīūēō'-]{2,}/g)].filter(
      ([word]) => romajiToKatakana(word) !== null && !this.isLatinWord(word),
    );
    const letters = words.reduce((sum, [word]) => sum + word.length, 0);
    if (words.length === 0) return text;
    if (letters < 5 || /\p{Script=Han}{3,}/u.test(text)) return this.romajiWords(text, read);
    return text.replace(
      /(?:[a-zāīūēō'-]{2,}|\b[a-z]\b)(?: +(?:[a-zāīūēō'-]{2,}|\b[aeiou]\b))*/g,
      (stretch) => {
        const parts = stretch.split(/ +/);
        let out = '';
        let kana = '';
        const flush = () => {
          if (kana === '') return;
          const hiragana = toHiragana(kana);
          const best = this.best(hiragana, 'loosely');
          if (best && best.unknown <= hiragana.length * 0.35) {
            read.push({ typed: stretch, as: best.text });
            out += best.text;
          } else out += ` ${hiragana} `;
          kana = '';
        };
        for (const part of parts) {
          const sound = this.isLatinWord(part) ? null : romajiToKatakana(part);
          if (sound === null) {
            flush();
            out += ` ${part} `;
          } else kana += sound;
        }
        flush();
        return out;
      },
    );
  }

  /** 多文化共生の推進 yosan R4: beside written Japanese only whole words are read. */
  private romajiWords(text: string, read: { typed: string; as: string }[]): string {
    return text.replace(/(?<![a-z0-9])[a-z]{4,}(?![a-z0-9])/g, (word) => {
      const sound = this.isLatinWord(word) ? null : romajiToKatakana(word);
      const written = sound === null ? undefined : this.sounds.table().words.get(readingKey(sound));
      if (!written || written.text === word) return word;
      read.push({ typed: word, as: written.text });
      return written.text;
    });
  }

  /** dx, kpi, asean: written in Latin letters everywhere. */
  private isLatinWord(word: string): boolean {
    return this.latin().has(word) || this.parts.lexicon.entriesOf(word).length > 0;
  }

  private latin(): Set<string> {
    if (!this.latinWords) {
      this.latinWords = new Set();
      for (const { name, aliases } of [...this.parts.repository.projects, ...this.parts.repository.kpis])
        for (const word of normalize([name, ...aliases].join(' ')).match(/[a-z]{2,}/g) ?? [])
          this.latinWords.add(word);
    }
    return this.latinWords;
  }

  /** A stretch of kana: rewritten where it is the whole question, or where the tokenizer knows no such words. */
  private run(around: Surroundings, run: string, at: number, read: { typed: string; as: string }[]): string {
    // 二つまとめて: つ belongs to the figure before it.
    if (/^つ/.test(run) && /[一二三四五六七八九0-9]$/.test(around.text.slice(0, at)))
      return run.charAt(0) + this.run(around, run.slice(1), at + 1, read);
    const bare = run.replace(/[、 ]/g, '');
    if (bare.length < 3 || !/[ぁ-ん]{3}/.test(bare)) return run;
    const town = bare.length === 3 ? this.sounds.towns().get(bare) : undefined;
    if (bare.length === 3 && !town) return run;
    const drawn = run.replace(/([おこそとのほもよろごぞどぼぽょゅうくすつぬふむゆるぐ])ー/g, '$1う');
    // すぽーつ is written with its long sign, どーなる is not.
    const asTyped = drawn === run ? null : this.best(run, 'exactly');
    const best =
      asTyped && asTyped.unknown === 0 && asTyped.content > 0 ? asTyped : this.best(drawn, 'exactly');
    if (!best || best.content === 0 || best.unknown > bare.length * 0.34) return run;
    const beside = around.kanji && best.longest < 5 && !this.strange(around, run, at);
    if (beside && !best.words.some((word) => this.crumbled(drawn, word))) return run;
    if (best.text === run) return run;
    read.push({ typed: run, as: best.text });
    return best.text;
  }

  /** さいがい is no word of the dictionary: it is cut into さ, い, が, い. */
  private crumbled(run: string, { from, to }: { from: number; to: number }): boolean {
    const said = run.slice(from, to);
    if (this.sounds.towns().has(said)) return true;
    if (said.length < 4 || this.parts.lexicon.entriesOf(said).length > 0) return false;
    const tokens = this.parts.tokenizer.tokenize(said);
    // ぼう, さい: two words that stand beside each other in no sentence.
    const strange = tokens.every(({ pos }) => /^(?:名詞|動詞|副詞)$/.test(pos));
    return tokens.length >= 3 || (tokens.length === 2 && strange);
  }

  /** Kana that the dictionary cuts into crumbs: わーくらいふばらんす. */
  private strange(around: Surroundings, run: string, at: number): boolean {
    if (run.length < 5) return false;
    around.tokens ??= this.parts.tokenizer.tokenize(around.text);
    return around.tokens.some(
      ({ start, end, known, surface }) =>
        start >= at && end <= at + run.length && !known && surface.length >= 3,
    );
  }

  private best(run: string, how: 'exactly' | 'loosely'): Written | null {
    return cheapestWriting(run, how, { sounds: this.sounds, tokenizer: this.parts.tokenizer });
  }
}

function toHiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
