// 「…は30億円を超えた」とございます。正しいでしょうか: what is quoted is the claim.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { isColumn, isYears, namesOne, namesPolicy } from '../piece-names.ts';
import { questions } from './asks.ts';
import { type ClauseText, quoteAt, said } from './clause-text.ts';
import { hasTopic, namesRecord } from './names.ts';

/** 「…は30億円を超えた」とございます。この記述は正しいでしょうか: what is quoted is the claim. */
export function quotedClaim(clauses: readonly ClauseText[]): ClauseText | null {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  const { from, length } = quoteAt(pieces);
  if (from < 0 || length < 6) return null;
  const inside = withoutGround(pieces.slice(from + 1, from + length));
  const rest = pieces.slice(from + length + 1);
  const quoted =
    /^(?:と|という|との|って)/.test(rest[0]?.text ?? '') ||
    /^(?:と|という|との|って)/.test((rest[0]?.text ?? '') + (rest[1]?.text ?? ''));
  const asked = rest.findLast(
    ({ mention }) => mention?.meaning.is === 'intent' && ['confirm', 'written'].includes(mention.meaning.id),
  );
  const verb =
    inside.some(({ token }) => token?.pos === '助動詞' || token?.pos === '動詞') ||
    /[うくすつぬむるぐぶただい]$/.test(said(inside)) ||
    // 「…は256人から300人へ」
    inside.some(({ mention }) => mention?.meaning.is === 'number');
  if (
    !quoted ||
    !asked ||
    !asksOfQuote(clauses, pieces[from] as Piece, asked) ||
    !verb ||
    // 「何億円増えたのか」と聞かれるに違いありません: a question claims nothing.
    ((questions(inside) || saysIntent(inside, 'reason-part', 'how-part')) && /か$/.test(said(inside))) ||
    rest.some((piece, at) => isColumn(piece) && !isGround(rest, at)) ||
    asksBehind(clauses, asked)
  )
    return null;
  const subject = subjectOf(clauses, pieces[from] as Piece, inside);
  const grounds = rest.filter((piece, at) => isColumn(piece) && isGround(rest, at));
  const years = rest.filter(isYears);
  const told = grounds.length > 0 ? [...years, ...grounds] : [];
  const scope = subject.length === 0 ? scopeOf(clauses, pieces[from] as Piece, inside) : [];
  const first = (scope[0] ?? subject[0] ?? inside[0]) as Piece;
  return { pieces: [...scope, ...subject, ...told, ...inside, asked], start: first.start, end: asked.end };
}

/** R3年度実績に照らして: what the claim is held against. */
function isGround(pieces: readonly Piece[], at: number): boolean {
  const behind = textOf(pieces.slice(at + 1, at + 4));
  return /^(?:値|欄)?(?:に照ら|に基づ|にもとづ|から見|からみ|を踏まえ|で確認|と突き合わせ)/.test(behind);
}

/** お店の話だから『…』のところだ: why somebody thinks so is no part of the claim. */
function withoutGround(pieces: readonly Piece[]): Piece[] {
  const at = pieces.findIndex(
    ({ text }, i) => /^(?:だから|から|なので|ので)$/.test(text) && namesPolicy(pieces.slice(i + 1)),
  );
  return at > 0 && !namesOne(pieces.slice(0, at)) ? pieces.slice(at + 1) : [...pieces];
}

/** Names a record of the kind in full. */
function names(pieces: readonly Piece[], kind: string): boolean {
  return pieces.some(
    ({ mention }) =>
      mention?.meaning.is === 'entity' && mention.meaning.kind === kind && mention.meaning.exact,
  );
}

/** …と聞いています。検証はどのような組織で: what comes behind asks by itself. */
function asksBehind(clauses: readonly ClauseText[], asked: Piece): boolean {
  return clauses.some(({ pieces, start }) => start > asked.start && questions(pieces) && hasTopic(pieces));
}

/** この記述は正しいでしょうか: a sentence that names something of its own asks of that. */
function asksOfQuote(clauses: readonly ClauseText[], quote: Piece, asked: Piece): boolean {
  const clause = clauses.find(({ start, end }) => start <= asked.start && asked.start < end);
  if (!clause || (clause.start <= quote.start && quote.start < clause.end)) return true;
  // 先輩の言うとおりでしょうか
  if (/^(?:言|い|おっしゃ).{1,4}(?:とお|通)り/.test(asked.text)) return true;
  const [first] = clause.pieces.filter(({ mention, token }) => mention !== null || token?.pos === '名詞');
  const pointed = first?.mention?.meaning.is === 'intent' && first.mention.meaning.id === 'that';
  return pointed || !namesRecord(clause.pieces);
}

/** 国際政策課の所管事業に関する議事録です。「『遅れ』のものは一つもない」: the part, office or plan that the quoted set lies in. */
function scopeOf(clauses: readonly ClauseText[], quote: Piece, inside: readonly Piece[]): Piece[] {
  const kindOf = ({ mention }: Piece) => (mention?.meaning.is === 'entity' ? mention.meaning.kind : null);
  const own = new Set(inside.map(kindOf));
  if (own.has('project') || own.has('kpi')) return [];
  return clauses
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => {
      const kind = kindOf(piece);
      const part = kind === 'plan' || kind === 'department' || kind === 'policy';
      return piece.start < quote.start && part && !own.has(kind);
    });
}

/** 水道の研修に職員を出す件で、議員から「費用は…」と言われました: what the quoted claim is about stands before it. */
function subjectOf(clauses: readonly ClauseText[], quote: Piece, inside: readonly Piece[]): Piece[] {
  const clause = clauses.find(({ start, end }) => start <= quote.start && quote.start < end);
  const before = clause?.pieces.filter(({ start }) => start < quote.start) ?? [];
  const last = before.findLastIndex(({ text }) => /^(?:、|について|に関して|につき)$/.test(text));
  const told = before.slice(0, last + 1);
  // …事業に関する説明原稿に「事業数は…」: whose measure is quoted.
  const named = before.filter(
    ({ mention }) =>
      mention?.meaning.is === 'entity' && mention.meaning.kind === 'project' && mention.meaning.exact,
  );
  if (namesPolicy(inside) && !namesOne(inside) && named.length === 0) return onlyNamedBefore(clauses, quote);
  if (namesRecord(inside)) return named.length === 1 && !names(inside, 'project') ? named : [];
  return namesRecord(told) ? told : named;
}

/** …の置き場所で意見が割れました。「『人材の育成』のところだ」: the one record that the sentences before name. */
function onlyNamedBefore(clauses: readonly ClauseText[], quote: Piece): Piece[] {
  const named = clauses
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.start < quote.start && (names([piece], 'project') || names([piece], 'kpi')));
  const [first] = named;
  return first && named.every(({ text }) => text === first.text) ? [first] : [];
}
