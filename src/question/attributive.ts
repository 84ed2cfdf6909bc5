// 論文の予算の合計, 参加に関する事業は何件: a noun that says what the thing asked for is about is a topic, whatever list it stands in.
import type { Token } from '../language/tokenizer/tokenizer.ts';
import type { Vocabulary } from './around.ts';
import { columnName } from './compose/column-name.ts';
import { isContent, type Piece, saysIntent } from './cover.ts';
import { isRecord } from './mentions/named.ts';
import { isTown } from './piece-names.ts';
import type { Query } from './query.ts';

const figures = new Set(['sum', 'average', 'median', 'extreme', 'count', 'list', 'group', 'values']);
/** What narrows by place or office says nothing of what a thing is about. */
const scopes = new Set(['plan', 'town', 'department']);

/** True where a figure or a list runs over all there is, or all of a plan, a town or a department. */
function runsOverAll({ ask, sets, unread }: Query): boolean {
  return (
    figures.has(ask) &&
    unread.length === 0 &&
    sets.length > 0 &&
    sets.every(({ named, where }) => named === null && where.every(({ is }) => scopes.has(is)))
  );
}

/** 東京の事務所がやっている: the nouns before the head told the office, and went nowhere. */
function tellsOffice({ sets }: Query, pieces: readonly Piece[]): boolean {
  const named = pieces.some(
    ({ mention }) => mention?.meaning.is === 'entity' && mention.meaning.kind === 'department',
  );
  return !named && sets.some(({ where }) => where.some(({ is }) => is === 'department'));
}

/** True where what is shown is sought by the word for what is asked alone: お金. */
function seeksHead({ ask, sets }: Query, pieces: readonly Piece[]): boolean {
  const head = ({ where }: Query['sets'][number]) =>
    where.some(
      (one) => one.is === 'near' && pieces.some((piece) => isHead(piece) && piece.text === one.words),
    );
  return ask === 'show' && sets.length > 0 && sets.every(head);
}

/** The queries of the pieces, and where a noun of theirs went by the board, those with that noun as a topic. */
export function withTopics(
  pieces: readonly Piece[],
  vocabulary: Vocabulary,
  compose: (from: readonly Piece[]) => Query[],
): Query[] {
  const drops = (read: readonly Query[]) =>
    read.some((query) => (runsOverAll(query) && !tellsOffice(query, pieces)) || seeksHead(query, pieces));
  const read = compose(pieces);
  if (!drops(read)) return read;
  const wanted = new Set(read.flatMap((query) => query.wanted.map(({ attribute }) => columnName(attribute))));
  for (const freed of [asTopics(pieces, vocabulary, wanted), asPhrase(pieces, vocabulary)]) {
    const again = freed && compose(freed);
    if (again && !drops(again)) return again;
  }
  return read;
}

/** Intents that are a topic where they stand as nouns before the thing asked for: 参加の事業, 削減の予算. */
const nouns = new Set([
  'setting',
  'contact',
  'join',
  'former',
  'rise',
  'fall',
  'count',
  'page',
  'how-part',
  'reason-part',
  'define-part',
  'purpose',
  'tell',
  'final',
  'undergone',
  'checked-by',
  'price',
  'average',
]);
/** Columns that tell whose or where a thing is: 担当の事業. */
const belongings = new Set(['department', 'towns', 'policy', 'projects', 'kpis']);
/** What counts the things asked for themselves: 3件の事業. */
const counters =
  /^[\d一二三四五六七八九十]+(?:件|個|つ|本|位|事業|取組|番目|番|施策|課|年|か年|年間|か月|か月間|日間|週間)?$/;

/** What joins a description to the thing that it describes. */
const joins =
  /(?:の|に関する|に関連する|関連の|関係の|に関わる|にかかわる|に係る|についての|をめぐる|向けの?|むけの?|用の|という|といった|[うくすつぬむるぐぶただい])$/;
const turns = /^(?:[、,。?!「」]|は|が|って|も)$/;

/** The pieces with the nouns before what is asked for as plain words; null where no such noun stands there. */
function asTopics(
  pieces: readonly Piece[],
  { lexicon, tokenizer }: Words,
  wanted: ReadonlySet<string>,
): Piece[] | null {
  const words: Sorted = {
    cut: (text) => tokenizer.tokenize(text),
    topical: (text) => lexicon.entriesOf(text).some(({ list }) => list === 'topical'),
    isWanted: (ids) => ids.some((id) => wanted.has(columnName(id))),
  };
  for (const [at, head] of pieces.entries()) {
    if (!isHead(head)) continue;
    const from = pieces.slice(0, at).findLastIndex(({ text }) => turns.test(text)) + 1;
    const stretch = pieces.slice(from, at);
    // 芦屋町の参加事業: towns take part.
    if (pieces.some(isTown) && saysIntent(stretch, 'join')) continue;
    const said = stretch.map(({ text }) => text).join('');
    const joined = joins.test(said) || standsBeside(stretch.at(-1), head);
    const holds = stretch.some((piece, i) => isTopic(piece, stretch.slice(i + 1), words));
    if (!joined || !holds) continue;
    const freed = stretch.flatMap((piece, i) =>
      isTopic(piece, stretch.slice(i + 1), words) || saysLittle(piece, words)
        ? asWords(piece, words)
        : [asNoun(piece)],
    );
    return [...pieces.slice(0, from), ...freed, ...pieces.slice(at)];
  }
  return null;
}

/** 論文事業, 研修 予算; 至急 予算 only tells when. */
function standsBeside(piece: Piece | undefined, head: Piece): boolean {
  const meaning = piece?.mention?.meaning;
  const gap = head.start - (piece?.end ?? 0);
  return gap === 0 || (gap === 1 && !(meaning?.is === 'intent' && meaning.id === 'setting'));
}

/** 安く入れる事業: light words that no list takes for a topic, and a record is called by together; null where none is. */
function asPhrase(pieces: readonly Piece[], { search }: Pick<Vocabulary, 'search'>): Piece[] | null {
  const at = pieces.findIndex(isHead);
  const from =
    pieces.slice(0, Math.max(at, 0)).findLastIndex(({ text }) => text !== 'が' && turns.test(text)) + 1;
  const length = pieces
    .slice(from, Math.max(at, 0))
    .findLastIndex(({ token, text }) => token?.pos !== '助詞' && !/^(?:ため|関する)$/.test(text));
  const phrase = pieces.slice(from, from + length + 1);
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last || phrase.length < 2 || !phrase.every(isLight)) return null;
  const said = phrase.map(({ text }) => text).join('');
  const found = search.search(said, { kinds: ['project', 'kpi'], only: 'strong' }).hits;
  if (!found.some(({ share }) => share >= nearlyAll)) return null;
  return [...pieces.slice(0, from), nounOf(first.start, last.end, said), ...pieces.slice(from + length + 1)];
}

/** Share of the phrase that a record must hold. */
const nearlyAll = 0.8;

/** Intents that say nothing beside others, and words between them. */
function isLight({ mention, token }: Piece): boolean {
  const meaning = mention?.meaning;
  return token !== null || (meaning?.is === 'intent' && light.has(meaning.id));
}

const light = new Set(['filler', 'setting', 'tell', 'confirm', 'join', 'small', 'big', 'define-part']);

function nounOf(start: number, end: number, text: string): Piece {
  const token: Token = {
    ...{ surface: text, base: text, start, end },
    ...{ pos: '名詞', posDetail1: '一般', reading: '', known: false },
  };
  return { mention: null, token, start, end, text };
}

/** What the words of a piece are told by. */
type Words = Pick<Vocabulary, 'lexicon' | 'tokenizer'>;
interface Sorted {
  cut(text: string): Token[];
  /** In index/lexicon/topical.json. */
  topical(text: string): boolean;
  /** A column that the query tells or ranks by. */
  isWanted(ids: readonly string[]): boolean;
}

/** A kind of record, or its money. */
function isHead({ mention }: Piece): boolean {
  const meaning = mention?.meaning;
  if (meaning?.is === 'kind') return ['project', 'kpi'].includes(meaning.kind);
  return meaning?.is === 'attribute' && meaning.ids.includes('budget');
}

/** A noun that a list took for something else. */
function isTopic(piece: Piece, rest: readonly Piece[], { cut, topical, isWanted }: Sorted): boolean {
  if (piece.mention === null) return isFigure(piece);
  const { meaning } = piece.mention;
  if (meaning.is === 'entity') return isRecord(meaning);
  if (meaning.is === 'kind') return meaning.kind === 'town';
  if (meaning.is === 'number') return meaning.number.relation === null && !counters.test(piece.text);
  if (meaning.is === 'attribute' && isWanted(meaning.ids)) return false;
  // まとめた金額: what somebody does.
  if (meaning.is === 'intent' && /^(?:た|て)$/.test(rest[0]?.text ?? '')) return false;
  if (topical(piece.text)) return true;
  // 人件費がかかっている事業: a column that is asked for stands apart.
  const joined = joins.test(`${rest.map(({ text }) => text).join('')}`) && rest.length < 3;
  const column = meaning.is === 'attribute' && joined && !meaning.ids.some((id) => belongings.has(id));
  const listed = column || (meaning.is === 'intent' && nouns.has(meaning.id));
  return listed && cut(piece.text).every(isNoun);
}

/** 119の予算: a bare figure of three places names a thing. */
function isFigure({ token, text }: Piece): boolean {
  return token?.posDetail1 === '数' && text.length > 2;
}

/** Says nothing by itself, and belongs to a topic beside it: 出る of 番組に出る. */
function saysLittle({ mention, text }: Piece, { cut }: Sorted): boolean {
  const meaning = mention?.meaning;
  return meaning?.is === 'intent' && meaning.id === 'filler' && cut(text).some(isContent);
}

function isNoun(token: Token): boolean {
  return (
    token.pos === '接頭詞' || (token.pos === '名詞' && (isContent(token) || token.posDetail1 === '接尾'))
  );
}

function asNoun(piece: Piece): Piece {
  if (piece.mention !== null || !isFigure(piece)) return piece;
  return { ...piece, token: { ...piece.token, posDetail1: '一般' } };
}

/** The words of a piece; a whole name and a figure with its unit are one. */
function asWords(piece: Piece, { cut }: Sorted): Piece[] {
  const { start, end, text, mention } = piece;
  const whole = mention?.meaning.is === 'entity' || mention?.meaning.is === 'number';
  if (mention === null) return [asNoun(piece)];
  if (whole) return [nounOf(start, end, text)];
  return cut(text).map((token) => ({
    mention: null,
    token: { ...token, start: start + token.start, end: start + token.end },
    start: start + token.start,
    end: start + token.end,
    text: token.surface,
  }));
}
