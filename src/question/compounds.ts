// 参加 of 交流参加者, 数 of 登録者数, プロジェクト of 共同プロジェクト件数: a word inside a compound is no word of its own.
import type { Token } from '../language/tokenizer/tokenizer.ts';
import { isContent } from './cover.ts';
import type { Mention } from './mentions/mention.ts';

const penalty = 4;
/** Intents whose words are parts of longer ones: 参加者, 件数, 増加策. */
const inner = new Set([
  'join',
  'count',
  'reached',
  'rise',
  'fall',
  'same',
  'basis',
  'history',
  'page',
  'compare',
  'published',
  'average',
  'setting',
  'filler',
  'small',
  'big',
  'plans',
  'help',
  'share',
  'remaining',
  'contact',
  'how-part',
  'same-as',
  'tell',
  'newest',
  'unrecorded',
  'reason-part',
]);

/** Makes intents and kinds dear that stand against a noun no mention explains. */
export function outsideCompounds(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { start, end, meaning } of mentions) {
    if (meaning.is === 'intent' && meaning.id === 'count') continue;
    starts.add(start);
    ends.add(end);
  }
  const byEnd = new Map(tokens.map((token) => [token.end, token]));
  const byStart = new Map(tokens.map((token) => [token.start, token]));
  const noun = (token: Token | undefined) => token !== undefined && token.pos === '名詞' && isContent(token);
  return mentions.map((mention) => {
    const { meaning, start, end, text } = mention;
    // 協議 of まちづくり協議会, 研修の受講 of 研修の受講料.
    const part = meaning.is === 'word' || (meaning.is === 'entity' && !meaning.exact);
    if (part && /[\p{Script=Han}]$/u.test(text) && isSuffix(byStart.get(end)))
      return { ...mention, cost: mention.cost + penalty };
    // 維持活用保全: a noun goes on that no mention explains.
    const goesOn = byStart.get(end);
    if (meaning.is === 'word' && noun(byEnd.get(end)) && noun(goesOn) && !starts.has(end))
      return { ...mention, cost: mention.cost + penalty };
    const short = meaning.is === 'attribute' && text.length === 1;
    if (meaning.is !== 'kind' && !short && !(meaning.is === 'intent' && inner.has(meaning.id)))
      return mention;
    if (!/[\p{Script=Han}ァ-ヺー]$/u.test(text) && !/^[\p{Script=Han}ァ-ヺー]/u.test(text)) return mention;
    const last = byEnd.get(end);
    const first = byStart.get(start);
    const left = noun(byEnd.get(start)) && !ends.has(start) && first?.pos === '名詞';
    const right = noun(byStart.get(end)) && !starts.has(end) && last?.pos === '名詞';
    // 西部振興パッケージ: a level stands at the end of a policy's name.
    const named = meaning.is === 'kind' && meaning.level !== null && meaning.level !== 'goal' && !right;
    return (left && !named) || right ? { ...mention, cost: mention.cost + penalty } : mention;
  });
}

/** 会, 料: makes one word of what stands before it. */
function isSuffix(token: Token | undefined): boolean {
  return token?.posDetail1 === '接尾' && /^(?:会|料|者|員|所|費)$/.test(token.surface);
}
