// 何%、 is 何% and a comma, though both signs are one unknown word to the dictionary.
import type { Token } from '../language/tokenizer/tokenizer.ts';

/** Cuts a comma or full stop off the signs it stands behind. */
export function marksApart(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const { surface, start, end } = token;
    if (!/^[^\p{L}\p{N}\s]+[、。]$/u.test(surface)) return [token];
    const [sign, mark] = [surface.slice(0, -1), surface.slice(-1)];
    return [
      { ...token, surface: sign, base: sign, end: end - 1 },
      { ...token, surface: mark, base: mark, start: end - 1, end, pos: '記号', posDetail1: '句点' },
    ].filter((one) => one.end > start);
  });
}
