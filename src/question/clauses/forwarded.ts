// 議員から「AとBを合わせていくらか」と照会がありました。合計額を知りたいです: the question of somebody else is the one to be answered.
import { isContent, type Piece, saysIntent, textOf } from '../cover.ts';
import { cameBy } from '../message-words.ts';
import { isRecordName, isYears, namesPlan } from '../piece-names.ts';
import { setsIn } from '../scene.ts';
import { asks, questions, requests } from './asks.ts';
import { type ClauseText, quoteAt, said } from './clause-text.ts';
import { attributesOf, hasSubject } from './names.ts';

/** What is said right behind a question that somebody put. */
const putTo = new RegExp(
  `^というもの|^(?:と|との|とだけ|という)(?:の)?(?:[^、。「」]{0,8}(?:から|より|に))?${cameBy}`,
);

/** The quoted question with what the sentences behind it add, in place of the sentence that quotes it; null where another question is put. */
export function forwardedQuestion(clauses: readonly ClauseText[]): ClauseText[] | null {
  const quotes = clauses.map(({ pieces }) => quoteIn(pieces));
  const at = quotes.findIndex((one) => one !== null);
  const quote = quotes[at];
  if (!quote) return null;
  const behind = clauses.slice(at + 1);
  const asking = behind.filter(({ pieces }) => asks(pieces) || requests(pieces));
  if (asking.length === 0 || asking.some(({ pieces }) => hasOwnSubject(pieces))) return null;
  // この欄が「増額」の事業の名前をすべて: which ones is another question.
  if (asking.some(({ pieces }) => saysIntent(pieces, 'list', 'which', 'max', 'min'))) return null;
  // 「どっちに重く張っているのか」と聞かれました。…と…のことです: the subject is told behind it.
  if (behind.some((clause) => !limits(clause) && clause.pieces.some(isRecordName))) return null;
  const own = new Set(attributesOf(quote));
  const dated = quote.some(isYears);
  const added = behind
    .filter((clause) => !limits(clause))
    .flatMap(({ pieces }) => pieces)
    .filter(
      (piece) =>
        (isYears(piece) && !dated) ||
        namesPlan(piece) ||
        (attributesOf([piece]).length > 0 && own.size === 0) ||
        saysIntent([piece], 'sum', 'each', 'only', 'written'),
    );
  const pieces = [...added.filter(namesPlan), ...quote, ...added.filter((piece) => !namesPlan(piece))];
  const asked = { pieces, start: (quote[0] as Piece).start, end: (quote.at(-1) as Piece).end };
  return [...clauses.slice(0, at), asked, ...behind.filter(limits)];
}

/** …は除きます, 一度だけ数えて: how the question is to be worked out. */
function limits({ pieces }: ClauseText): boolean {
  return saysIntent(pieces, 'except', 'distinct') && !/[?か]$/.test(said(pieces));
}

/** A record, an office, a part or a topic of its own. */
function hasOwnSubject(pieces: readonly Piece[]): boolean {
  const named = pieces.filter(
    (piece) => !namesPlan(piece) && !['kind', 'number'].includes(piece.mention?.meaning.is ?? ''),
  );
  return hasSubject(named);
}

/** 課長から、…がいくつあるのか、と聞かれました: the same without marks. */
function unquoted(pieces: readonly Piece[]): Piece[] | null {
  const end = pieces.findLastIndex(
    ({ text }, at) => text === 'と' && putTo.test(textOf(pieces.slice(at, at + 8))),
  );
  const before = pieces.slice(0, Math.max(end, 0));
  const told = /^[、,]$/.test(before.at(-1)?.text ?? '') ? before.slice(0, -1) : before;
  if (!/か$/.test(said(told)) || !questions(told)) return null;
  const from = told.findIndex(
    ({ text }, at) => /^[、,]$/.test(text) && /(?:から|より|に)$/.test(textOf(told.slice(0, at))),
  );
  const quote = told.slice(from + 1);
  return hasThing(quote) ? quote : null;
}

/** A name, or words that tell which thing it is: 何億円増えたのか has none. */
function hasThing(quote: readonly Piece[]): boolean {
  const nouns = quote.filter(
    ({ mention, token }) =>
      mention === null && token.pos === '名詞' && isContent(token) && !/[何\d円]/.test(token.surface),
  );
  return nouns.length > 1 || quote.some(({ mention }) => mention?.meaning.is === 'entity');
}

/** What is quoted as a question that somebody put; null where nothing is. */
function quoteIn(pieces: readonly Piece[]): Piece[] | null {
  const { from, length } = quoteAt(pieces);
  if (from < 0) return unquoted(pieces);
  if (length < 4) return null;
  const quote = pieces.slice(from + 1, from + length);
  const behind = textOf(pieces.slice(from + length + 1, from + length + 8));
  const question =
    questions(quote) ||
    /[か?]$/.test(said(quote)) ||
    (saysIntent(quote, 'tell') && /(?:たい|ほしい|教えて)$/.test(said(quote)));
  return question && putTo.test(behind) && (hasThing(quote) || setsIn(quote).length > 0) ? quote : null;
}
