// ドローン is one word, though the dictionary knows ローン and takes ド for a prefix.
import type { Token } from '../language/tokenizer/tokenizer.ts';

/** Joins a single letter of katakana with the katakana right behind it. */
export function wholeKatakana(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && isLetter(before) && /^[ァ-ヺー]+$/.test(token.surface) && before.end === token.start) {
      const surface = before.surface + token.surface;
      joined[joined.length - 1] = { ...token, surface, base: surface, start: before.start, known: false };
    } else joined.push(token);
  }
  return joined;
}

const isLetter = ({ surface, pos }: Token) => /^[ァ-ヺ]$/.test(surface) && pos === '接頭詞';
