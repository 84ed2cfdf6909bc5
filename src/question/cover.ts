// The cheapest cover of the text by mentions and plain words: nothing is settled by a rule about one word.
import type { Token } from '../language/tokenizer/tokenizer.ts';
import type { Mention } from './mentions/mention.ts';

/** A piece of the covered text: a mention, or a word that none covers. */
export type Piece =
  | { mention: Mention; token: null; start: number; end: number; text: string }
  | { mention: null; token: Token; start: number; end: number; text: string };

/** Words that say nothing by themselves. */
const lightVerbs = new Set([
  'する',
  'ある',
  'なる',
  'いる',
  'できる',
  'れる',
  'られる',
  'くる',
  'いく',
  'おる',
  'ござる',
  'てる',
  'くださる',
  'いただく',
  '頂く',
  'もらう',
  'くれる',
  'しまう',
  'みる',
  'おく',
  'よる',
  'いう',
  'つく',
  'ちゃう',
  'せる',
  'させる',
  'いらっしゃる',
  'いたす',
  '致す',
  'なさる',
  'おっしゃる',
  'やる',
  '有る',
  'いただける',
  '頂ける',
  'もらえる',
  'くださる',
  'いける',
  '見える',
  'みえる',
  'くださる',
  'とれる',
  'いらっしゃる',
  '居る',
]);

/** 夜の灯り, 産後の相談: other times of day and year say when something is asked, not what. */
const times = new Set(
  '夜 夜間 昼間 日中 深夜 早朝 朝 夕方 休日 平日 週末 産後 老後 空路 陸路 戦後 戦前'.split(' '),
);

/** Nouns that stand for others, or belong to a word beside them. */
const lightNouns = new Set(['非自立', '代名詞', '接尾', '特殊', '副詞可能', '数']);

/** True for a word that carries a topic. */
export function isContent(token: Token): boolean {
  const { pos, posDetail1, surface, base } = token;
  if (times.has(surface)) return true;
  if (pos === '名詞') {
    const suffix = posDetail1 === '接尾' && /\p{Script=Han}/u.test(surface);
    return (suffix || !lightNouns.has(posDetail1)) && /[\p{L}\p{N}]/u.test(surface);
  }
  if (posDetail1 !== '自立' || !/[\p{L}\p{N}]/u.test(surface)) return false;
  if (pos === '動詞') return !lightVerbs.has(base);
  return pos === '形容詞' && !['ない', '無い', 'よい', 'いい', '良い'].includes(base);
}

export function priceOf(token: Token): number {
  if (token.surface.trim() === '') return 0;
  if (token.pos === '記号') return 0.1;
  if (token.pos === '助詞' || token.pos === '助動詞') return 0.3;
  if (isContent(token)) return token.pos === '名詞' ? (token.posDetail1 === '接尾' ? 1.5 : 4) : 3;
  return 0.8;
}

/** Dynamic programming over the places of the text. */
export function cover(text: string, tokens: readonly Token[], mentions: readonly Mention[]): Piece[] {
  const size = text.length;
  const best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const via: (Piece | undefined)[] = new Array(size + 1);
  best[0] = 0;
  const starting = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = starting.get(mention.start);
    if (list) list.push(mention);
    else starting.set(mention.start, [mention]);
  }
  const tokenAt = new Map(tokens.map((token) => [token.start, token]));
  const step = (piece: Piece, price: number) => {
    const total = (best[piece.start] as number) + price;
    if (total < (best[piece.end] as number) - 1e-9) {
      best[piece.end] = total;
      via[piece.end] = piece;
    }
  };
  for (let at = 0; at < size; at++) {
    if (best[at] === Number.POSITIVE_INFINITY) continue;
    for (const mention of starting.get(at) ?? [])
      step(
        { mention, token: null, start: mention.start, end: mention.end, text: mention.text },
        mention.cost,
      );
    const token = tokenAt.get(at) ?? remainder(text, at, tokens);
    step({ mention: null, token, start: at, end: token.end, text: token.surface }, priceOf(token));
  }
  const pieces: Piece[] = [];
  for (let at = size; at > 0; ) {
    const piece = via[at] as Piece;
    pieces.unshift(piece);
    at = piece.start;
  }
  return pieces.filter(({ text: said }) => said.trim() !== '');
}

/** What is left of a word that a mention cut. */
function remainder(text: string, at: number, tokens: readonly Token[]): Token {
  const cut = tokens.find(({ start, end }) => start < at && at < end);
  const end = cut?.end ?? at + 1;
  const surface = text.slice(at, end);
  return {
    ...(cut ?? { pos: '記号', posDetail1: '*', reading: '', known: false }),
    surface,
    base: surface,
    start: at,
    end,
  } as Token;
}

/** A mention, or a word that says something. */
export function isMeant({ mention, token }: Piece): boolean {
  return mention !== null || (token !== null && isContent(token));
}

/** True where a piece is an intent word of one of the ids. */
export function saysIntent(pieces: readonly Piece[], ...ids: readonly string[]): boolean {
  return pieces.some(({ mention }) => mention?.meaning.is === 'intent' && ids.includes(mention.meaning.id));
}

/** The words of a stretch as they stand. */
export function textOf(pieces: readonly Piece[]): string {
  let all = '';
  for (const { text } of pieces) all += text;
  return all;
}
