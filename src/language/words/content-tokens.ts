// What the tokenizer's tokens are to a search: which of them carry meaning, and which belong together.
import { isKana, toKatakana } from '../kana.ts';
import type { Token } from '../tokenizer/tokenizer.ts';

/** Verbs that say nothing by themselves. */
const idleVerbs = new Set([
  'する',
  'ある',
  'いる',
  'なる',
  'れる',
  'られる',
  'せる',
  'できる',
  'くる',
  'いく',
  'ゆく',
  'しまう',
  'おる',
]);

/** Nouns that say nothing by themselves. */
const idleNouns = new Set(['非自立', '代名詞', '数', '接尾', '特殊']);

/** IPADIC cuts ドローン into ド and ローン: a lone katakana belongs to the katakana beside it. */
export function mergeKatakana(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  const isKatakana = (surface: string) => /^[ァ-ヺー]+$/.test(surface);
  for (const token of tokens) {
    const last = merged.at(-1);
    const lone = token.surface.length === 1 || last?.surface.length === 1;
    if (last && lone && isKatakana(token.surface) && isKatakana(last.surface)) {
      const surface = last.surface + token.surface;
      merged[merged.length - 1] = {
        ...last,
        surface,
        end: token.end,
        pos: '名詞',
        posDetail1: '一般',
        base: surface,
        reading: surface,
        known: false,
      };
    } else merged.push(token);
  }
  return merged;
}

/** Katakana of a token as far as known: the dictionary's, else its own kana, else its surface. */
export function tokenReading(token: Token): string {
  if (token.reading !== '') return token.reading;
  return isKana(token.surface) ? toKatakana(token.surface) : token.surface;
}

/** A verb or adjective, which is known by its base form. */
export function isVerb({ pos }: Token): boolean {
  return pos === '動詞' || pos === '形容詞';
}

/** Nouns, verbs and adjectives that mean something by themselves; digits, particles and endings do not. */
export function isContent(token: Token): boolean {
  const { pos, posDetail1, surface, base } = token;
  // The pattern is the dearest test, and half of all tokens are particles.
  const means =
    pos === '名詞'
      ? !idleNouns.has(posDetail1) && !/^[ぁ-ゖー]$/.test(surface)
      : posDetail1 === '自立' && ((pos === '動詞' && !idleVerbs.has(base)) || pos === '形容詞');
  return means && /[\p{L}]/u.test(surface);
}

/**
 * Neighbouring nouns with their prefixes and suffixes; a dot between katakana words does not part them.
 * A listed word that ends before a noun is one as well: 住みやすさ|向上.
 */
export function nounRuns(
  tokens: Token[],
  isHidden: (token: Token) => boolean,
  isListed: (token: Token) => boolean,
): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  tokens.forEach((token, i) => {
    const noun =
      (token.pos === '名詞' && !['非自立', '代名詞', '特殊'].includes(token.posDetail1)) ||
      token.pos === '接頭詞' ||
      isListed(token);
    const previous = tokens[i - 1]?.surface ?? '';
    if (noun && /[\p{L}\p{N}]/u.test(token.surface) && !isHidden(token)) run.push(token);
    else if (
      !(
        token.surface === '・' &&
        /[ァ-ヺーa-z]$/.test(previous) &&
        /^[ァ-ヺa-z]/.test(tokens[i + 1]?.surface ?? '')
      )
    )
      close();
  });
  close();
  return runs;
}
