// 増えているものの数: the dictionary reads ものの as "although", which no noun follows.
import type { Token } from '../language/tokenizer/tokenizer.ts';

/** Parts ものの before a noun into もの and の. */
export function thingsApart(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const { surface, start, end } = token;
    if (surface !== 'ものの' || tokens[at + 1]?.pos !== '名詞') return [token];
    return [
      { ...token, surface: 'もの', base: 'もの', pos: '名詞', posDetail1: '非自立', end: start + 2 },
      { ...token, surface: 'の', base: 'の', start: start + 2, end },
    ];
  });
}
