// 増えているものの数: the dictionary reads ものの as "although", which no noun follows; ないかご確認 as a basket, いくらかお聞き as a face.
import type { Token } from '../language/tokenizer/tokenizer.ts';

/** ご確認, ご教示, お聞き. */
function asksPolitely(token: Token | undefined): boolean {
  return /^(?:確認|教示|回答|連絡|存知|検討|指摘|判断|教え|説明|聞き|尋ね|調べ|知らせ|示し|伺い|うかがい|分かり|わかり|答え|願い)/.test(
    token?.surface ?? '',
  );
}

/** Parts ものの before a noun into もの and の. */
export function thingsApart(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const { surface, start, end } = token;
    if (/^か[ごお]$/.test(surface) && asksPolitely(tokens[at + 1])) {
      const polite = surface.charAt(1);
      return [
        { ...token, surface: 'か', base: 'か', pos: '助詞', end: start + 1 },
        { ...token, surface: polite, base: polite, pos: '接頭詞', start: start + 1, end },
      ];
    }
    if (surface !== 'ものの' || tokens[at + 1]?.pos !== '名詞') return [token];
    return [
      { ...token, surface: 'もの', base: 'もの', pos: '名詞', posDetail1: '非自立', end: start + 2 },
      { ...token, surface: 'の', base: 'の', start: start + 2, end },
    ];
  });
}
