// 「…は30億円を超えた」とございます。正しいでしょうか: what is quoted is the claim.
import type { Piece } from '../cover.ts';
import { questions } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';
import { hasTopic, namesRecord } from './names.ts';

/** 「…は30億円を超えた」とございます。この記述は正しいでしょうか: what is quoted is the claim. */
export function quotedClaim(clauses: readonly ClauseText[]): ClauseText | null {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  const from = pieces.findIndex(({ text }) => text === '「');
  const length = pieces.slice(from).findIndex(({ text }) => text.startsWith('」'));
  if (from < 0 || length < 6) return null;
  const inside = pieces.slice(from + 1, from + length);
  const rest = pieces.slice(from + length + 1);
  const quoted =
    /^(?:と|という|との)/.test(rest[0]?.text ?? '') ||
    /^(?:と|という|との)/.test((rest[0]?.text ?? '') + (rest[1]?.text ?? ''));
  const asked = rest.findLast(
    ({ mention }) => mention?.meaning.is === 'intent' && ['confirm', 'written'].includes(mention.meaning.id),
  );
  const verb =
    inside.some(({ token }) => token?.pos === '助動詞' || token?.pos === '動詞') ||
    /[うくすつぬむるぐぶただい]$/.test(said(inside));
  if (
    !quoted ||
    !asked ||
    !asksOfQuote(clauses, pieces[from] as Piece, asked) ||
    !verb ||
    rest.some(({ mention }) => mention?.meaning.is === 'attribute') ||
    asksBehind(clauses, asked)
  )
    return null;
  const subject = namesRecord(inside) ? [] : subjectOf(clauses, pieces[from] as Piece);
  const first = (subject[0] ?? inside[0]) as Piece;
  return { pieces: [...subject, ...inside, asked], start: first.start, end: asked.end };
}

/** …と聞いています。検証はどのような組織で: what comes behind asks by itself. */
function asksBehind(clauses: readonly ClauseText[], asked: Piece): boolean {
  return clauses.some(({ pieces, start }) => start > asked.start && questions(pieces) && hasTopic(pieces));
}

/** この記述は正しいでしょうか: a sentence that names something of its own asks of that. */
function asksOfQuote(clauses: readonly ClauseText[], quote: Piece, asked: Piece): boolean {
  const clause = clauses.find(({ start, end }) => start <= asked.start && asked.start < end);
  if (!clause || (clause.start <= quote.start && quote.start < clause.end)) return true;
  const [first] = clause.pieces.filter(({ mention, token }) => mention !== null || token?.pos === '名詞');
  const pointed = first?.mention?.meaning.is === 'intent' && first.mention.meaning.id === 'that';
  return pointed || !namesRecord(clause.pieces);
}

/** 水道の研修に職員を出す件で、議員から「費用は…」と言われました: what the quoted claim is about stands before it. */
function subjectOf(clauses: readonly ClauseText[], quote: Piece): Piece[] {
  const clause = clauses.find(({ start, end }) => start <= quote.start && quote.start < end);
  const before = clause?.pieces.filter(({ start }) => start < quote.start) ?? [];
  const last = before.findLastIndex(({ text }) => /^(?:、|について|に関して|につき)$/.test(text));
  const told = before.slice(0, last + 1);
  return namesRecord(told) ? told : [];
}
