// 人件ひ, 世界いさん, 交通かんきょう: words that are written in kanji halfway, as fingers type them.
import { readingKey } from '../../language/kana.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { SoundTable } from './sounds.ts';

const stretch = /([\p{Script=Han}ァ-ヺー]{2,10})([ぁ-んー]{1,8})/gu;
const begunInKana = /([ぁ-んー]{2,10})([\p{Script=Han}ァ-ヺー]{1,10})/gu;
/** A kana alone behind kanji is mostly a particle or an ending. */
const alone = /^[ひちひふぶぎげけぐぞず]$/;
/** Behind a word: particles, marks, or the end. */
const wordEnds = /^(?:[はがをにともでのやへか]|って|から|まで|より|[^ぁ-ん]|$)/u;

/** Where such words are looked up. */
export interface HalfWords {
  table(): SoundTable;
  tokenizer: Tokenizer;
}

/** The text with such words as they are written in full; `read` hears of them. */
export function halfWritten(text: string, words: HalfWords, read: { typed: string; as: string }[]): string {
  const begun = text.replace(begunInKana, (whole, kana: string, kanji: string) => {
    const found = kanaFirst(kana, kanji, words);
    if (!found) return whole;
    read.push({ typed: found.typed, as: found.text });
    return `${kana.slice(0, kana.length - found.kana)}${found.text}${kanji.slice(found.kanji)}`;
  });
  return begun.replace(stretch, (whole, kanji: string, kana: string, at: number) => {
    const found = wordAt(kanji, kana, begun.slice(at + whole.length), words);
    if (!found) return whole;
    read.push({ typed: found.typed, as: found.text });
    const rest = kana.slice(found.kana);
    return `${kanji.slice(0, kanji.length - found.kanji)}${found.text}${rest}`;
  });
}

interface Found {
  /** Signs of the kanji and of the kana that it takes. */
  kanji: number;
  kana: number;
  typed: string;
  text: string;
}

/** The longest word that is written with the last of the kanji and sounds on like the kana, or ends in the kanji behind them: 主要じむ事業. */
function wordAt(kanji: string, kana: string, behind: string, words: HalfWords): Found | null {
  const next = /^[\p{Script=Han}ァ-ヺー]{1,6}/u.exec(behind)?.[0] ?? '';
  let begun: readonly Begun[] | undefined;
  for (let length = kana.length; length > 0; length--) {
    const said = kana.slice(0, length);
    if (length === 1 && !alone.test(said)) continue;
    const ends = length === kana.length && next !== '' ? ['', next] : [''];
    if (ends.length === 1 && !wordEnds.test(kana.slice(length) + behind)) continue;
    begun ??= begunIn(kanji, words);
    for (const end of ends)
      for (const one of begun) {
        // No word that begins so sounds that long.
        if (one.sound.length + length > one.reach) continue;
        const text = wordOf({ ...one, said, end }, words);
        if (text) return { kanji: one.begins.length, kana: length, typed: one.begins + said, text };
      }
  }
  return null;
}

/** Kanji that a word may begin with. */
interface Begun {
  begins: string;
  sound: string;
  /** Length of the longest word by its sound that begins like them. */
  reach: number;
}

/** The last words of the kanji, the longest first, by themselves. */
function begunIn(kanji: string, { table, tokenizer }: HalfWords): Begun[] {
  const tokens = tokenizer.tokenize(kanji);
  return tokens.flatMap((_, from) => {
    const begins = textOf(tokens.slice(from));
    if (begins.length < 2) return [];
    const sound = readingKey(soundOf(tokenizer.tokenize(begins)));
    const reach = reachIn(table(), sound);
    return reach === 0 ? [] : [{ begins, sound, reach }];
  });
}

/** Length of the longest word that begins with the first two sounds. */
const reachIn = ({ reach }: SoundTable, sound: string) => reach.get(readingKey(sound).slice(0, 2)) ?? 0;

/** What stands for the kana in a word that is known, behind the kanji it begins with. */
function wordOf(
  { begins, sound, said, end }: { begins: string; sound: string; said: string; end: string },
  { table, tokenizer }: HalfWords,
): string | null {
  const word = table().words.get(readingKey(sound + said + soundOf(tokenizer.tokenize(end))))?.text;
  if (!word?.startsWith(begins) || !word.endsWith(end)) return null;
  const text = word.slice(0, word.length - end.length);
  return isWritten(text.slice(begins.length)) ? text : null;
}

/** ちいき振興: the longest word that sounds like the last of the kana and is written on like the kanji. */
function kanaFirst(kana: string, kanji: string, { table, tokenizer }: HalfWords): Found | null {
  let tokens: readonly Token[] | undefined;
  for (let length = kana.length; length > 1; length--) {
    const said = kana.slice(kana.length - length);
    // No word that begins so sounds on.
    if (reachIn(table(), said) <= length) continue;
    tokens ??= tokenizer.tokenize(kanji);
    for (let to = tokens.length; to > 0; to--) {
      const part = tokens.slice(0, to);
      const ends = textOf(part);
      // ぼう追: one sign alone ends a word only where it is all that is written of it.
      if (ends.length < 2 && !(kanji.length === 1 && length === kana.length)) continue;
      const word = table().words.get(readingKey(said + soundOf(part)))?.text;
      const written = word?.endsWith(ends) && isWritten(word.slice(0, word.length - ends.length));
      if (word && written) return { kanji: ends.length, kana: length, typed: said + ends, text: word };
    }
  }
  return null;
}

const textOf = (tokens: readonly { surface: string }[]) => tokens.map(({ surface }) => surface).join('');

const soundOf = (tokens: readonly { reading: string; surface: string }[]) =>
  tokens.map(({ reading, surface }) => reading || surface).join('');

/** The rest of the word stands in kanji or katakana. */
const isWritten = (text: string) => /^[\p{Script=Han}ァ-ヺー]+$/u.test(text);
