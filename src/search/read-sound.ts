// Words written by sound: kana, romaji, and kanji mixed with kana otherwise than the index has them.
import { isKana, readingKey, romajiToKatakana, spellingKey } from '../language/kana.ts';
import type { IndexWords, Near } from './index-words.ts';
import type { Meanings, PartRead } from './meanings.ts';

/** No part of a longer piece is a word by fewer kana. */
const least = 3;
/** No word sounds longer. */
const LONGEST_SOUND = 14;
/** Endings and glue that only sound like words: して|い(ます) is no 指定, ありま(す) no 有馬, を|みせ no お店, の|ほうから no 放火. */
const glue =
  /^(?:を|して(?:い(?:ます|ない|る|た|く|き|か)?|ほしい|もらう|もらい|くれ|くだ|おり|る|た)?|しよう(?:と)?|しま(?:す|せん|した|しょう)|し(?:たい|ない|ても|ながら|やすい|やすく|にくい)|さ(?:れて|れる|れた|せて|せる|せたい)|ありま(?:す|せん|した)|でしょう|ません|いま(?:す|せん)|よう(?:と|に|な|で)|ために?|ための|について|という|どう(?:なって|すれば|やって|です)|みせて|しらべ(?:て|る|たい)?|さがして|しんぱい|おしえて|しりたい|なん(?:です|だ)|なのか|だった|らしい|けれど|ほう(?:から|[がはにをのもへで]))/;

/** Whether the blanks found in kana are words: most of it is, and what is left is no single kana cut off. おねがいします holds no 医師, みずうみ no 水. */
function isCredible(left: string): boolean {
  const rest = left
    .split(/\s+/)
    .map((part) => part.replace(/^[のをにがはとでやへも]+|[のをにがはとでやへも]+$/g, ''));
  const kept = rest.join('').length;
  return kept * 2 < left.length && rest.every((part) => part.length !== 1);
}

/** Where kana stand: as the whole piece, right behind a kanji, or among other signs. */
type Place = 'alone' | 'behind-kanji' | 'among';

function placeIn(typed: string, kana: string, at: number): Place {
  if (kana.length === typed.length) return 'alone';
  return /\p{Script=Han}/u.test(typed.charAt(at - 1)) ? 'behind-kanji' : 'among';
}

/** Finds the words behind a sound. */
export class SoundReader {
  constructor(
    private readonly vocabulary: IndexWords,
    private readonly meanings: Meanings,
  ) {}

  /** Reads what is written by sound; returns the piece with a gap in each such place. */
  read(typed: string, query: PartRead): string {
    return typed
      .replace(/[a-zāīūēōâîûêô][a-z'āīūēōâîûêô-]{2,}/g, (latin, at: number) =>
        this.readSound(latin, romajiToKatakana(latin), at, query) ? ' '.repeat(latin.length) : latin,
      )
      .replace(/[ぁ-ゖー]{2,}|[ァ-ヺー]{2,}/g, (kana, at: number) =>
        this.readKana(kana, placeIn(typed, kana, at), at, query),
      );
  }

  /** Kanji and kana in another mix than ours: 空きや, 子そだて, and a slip of kanji at the same sound. */
  readMixed(typed: string, reading: string, query: PartRead): boolean {
    if (
      typed.length > 12 ||
      isKana(typed) !== /[ぁ-ゖ][ァ-ヺ]|[ァ-ヺ][ぁ-ゖ]/.test(typed) ||
      this.meanings.known(spellingKey(typed))
    )
      return false;
    const found = this.meanings.sounding(reading);
    if (reading.length < 3 || found.length === 0) return false;
    this.meanings.addRead(query, typed, found, 0);
    return true;
  }

  /** Hiragana and katakana that no word of the index is written with: the words that sound so. Returns what is left. */
  private readKana(kana: string, place: Place, start: number, query: PartRead): string {
    const alone = place === 'alone';
    if (this.meanings.known(spellingKey(kana)) || this.meanings.isSilent(kana)) return kana;
    const reading = readingKey(kana);
    if (alone && this.readSound(kana, reading, start, query)) return ' '.repeat(kana.length);
    if (!/^[ぁ-ゖー]+$/.test(kana) || kana.length < (alone ? 3 : 4)) return kana;
    // Longest words first, from the left: こそだてのしえん → 子育て, 支援.
    // After a kanji the first kana is its ending or a particle: 探|しています.
    let left = place === 'behind-kanji' ? kana.charAt(0) : '';
    const before = { concepts: query.concepts.length, readAs: query.readAs.length };
    // One sign a kana, but for ヴァ: then each part has its own key.
    const keyOf = (part: string, at: number) =>
      reading.length === kana.length ? reading.slice(at, at + part.length) : readingKey(part);
    for (let at = left.length; at < kana.length; ) {
      const ending = alone ? '' : (glue.exec(kana.slice(at))?.[0] ?? '');
      if (ending !== '') {
        left += ending;
        at += ending.length;
        continue;
      }
      let length = Math.min(this.reach(kana, reading, at), kana.length - at);
      // Two kana inside a longer piece are no word: みず|うみ, ありが|とう.
      for (; length >= least; length--) {
        const part = kana.slice(at, at + length);
        if (this.meanings.known(spellingKey(part)) || this.meanings.isSilent(part)) {
          left += part;
          break;
        }
        const found = this.meanings.sounding(keyOf(part, at));
        if (found.length > 0) {
          this.meanings.addRead(query, part, found, start + at);
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
    if (!alone || isCredible(left)) return left;
    query.concepts.length = before.concepts;
    query.readAs.length = before.readAs;
    return kana;
  }

  /** No word is longer that is written or sounds like the kana at a place. */
  private reach(kana: string, reading: string, at: number): number {
    if (reading.length !== kana.length) return LONGEST_SOUND;
    return Math.min(
      LONGEST_SOUND,
      Math.max(this.meanings.reach(kana, at), this.vocabulary.soundReach(reading, at)),
    );
  }

  /** The words that sound like a whole piece: exactly, but for long vowels, begun, or a kana apart. */
  private readSound(typed: string, katakana: string | null, start: number, query: PartRead): boolean {
    if (katakana === null || katakana.length < 2 || this.meanings.known(spellingKey(typed))) return false;
    const reading = readingKey(katakana);
    let near: Near[] = this.meanings.sounding(reading);
    if (near.length === 0) {
      const loose = this.vocabulary.looseReading(reading).filter((word) => this.meanings.useful(word));
      near = loose.map((word) => ({ word, closeness: 1 }));
    }
    if (near.length === 0 && isKana(typed) === false && reading.length > 4) {
      // Romaji without blanks (kosodateshien) is cut like kana.
      const hiragana = reading.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
      const before = query.concepts.length;
      this.readKana(hiragana, 'among', start, query);
      if (query.concepts.length > before) return true;
    }
    if (near.length === 0 && isKana(typed) && reading.length >= 6 && /^[ぁ-ゖー]+$/.test(typed)) {
      const before = { concepts: query.concepts.length, readAs: query.readAs.length };
      const left = this.readKana(typed, 'among', start, query);
      if (query.concepts.length > before.concepts && left.replace(/[\sのをにがはとでやへも]/g, '') === '')
        return true;
      query.concepts.length = before.concepts;
      query.readAs.length = before.readAs;
    }
    if (near.length === 0) near = this.vocabulary.nearReading(reading);
    if (near.length === 0) return false;
    this.meanings.addRead(query, typed, near, start);
    return true;
  }
}
