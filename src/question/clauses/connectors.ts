// Sentences of two questions: cut before また, あと and where a question ends in で.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isNameOf } from '../mentions/named.ts';
import { isPart, isRecordName, isYears, namesPolicy } from '../piece-names.ts';
import { asks, hasOwnMatter, questions, ranks } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';
import { attributesOf } from './names.ts';

/** 年何回, 毎年, 月に: how often, and nothing that is missing. */
const everyYear = /^(?:毎?年|月)/;

/** 「…いくら？ あと、担当課も」 was cut at the mark; 「…目標は何%で、また基準は」 is cut here. */
export function atConnectors(clause: ClauseText): ClauseText[] {
  const also = clause.pieces.findIndex((_, i) => joinsWinner(clause.pieces, i));
  if (also > 0 && ranks(clause.pieces.slice(0, also)))
    return [clause.pieces.slice(0, also), clause.pieces.slice(also + 1)].map((pieces) => ({
      pieces,
      start: (pieces[0] as Piece).start,
      end: (pieces.at(-1) as Piece).end,
    }));
  const cut = clause.pieces.findIndex(
    (piece, i) =>
      i > 0 &&
      (/^(?:また|それと|それから|加えて|さらに|ついでに|併せて|あわせて)$/.test(piece.text) ||
        besides(clause.pieces, i)) &&
      standsApart(clause.pieces, i),
  );
  const each = ofTwo(clause);
  if (each) return each;
  const turn = clause.pieces.findIndex(
    (piece, i) =>
      i > 1 &&
      /[、,]/.test(piece.text) &&
      (/^(?:で|し|か)$/.test(clause.pieces[i - 1]?.text ?? '') || thereAre(clause.pieces.slice(0, i))) &&
      questions(clause.pieces.slice(0, i)) &&
      !ranks(clause.pieces.slice(0, i)) &&
      questions(clause.pieces.slice(i + 1)) &&
      (hasOwnMatter(clause.pieces.slice(i + 1)) || /^[そこ]のうち/.test(clause.pieces[i + 1]?.text ?? '')),
  );
  if (turn > 0) {
    const head: ClauseText = {
      pieces: clause.pieces.slice(0, turn),
      start: clause.start,
      end: (clause.pieces[turn - 1] as Piece).end,
    };
    const own = clause.pieces.slice(turn + 1);
    // 3(3)…は何ページからで、連携事業は何件: of the same part.
    const parts = head.pieces.filter(isPart);
    const placed = own.some((piece) => namesPolicy([piece]) || isRecordName(piece) || isOffice(piece));
    const rest = placed || !saysIntent(own, 'count', 'list', 'sum') ? own : [...parts, ...own];
    return [head, ...atConnectors({ pieces: rest, start: (rest[0] as Piece).start, end: clause.end })];
  }
  if (cut < 0 || !asks(clause.pieces.slice(0, cut)) || !asks(clause.pieces.slice(cut))) return [clause];
  // 「いくら、また何パーセント増加」 asks one change two ways.
  if (!everyYear.test(clause.pieces[cut + 1]?.text ?? '') && !hasOwnMatter(clause.pieces.slice(cut)))
    return [clause];
  const part = (pieces: Piece[]): ClauseText => ({
    pieces,
    start: (pieces[0] as Piece).start,
    end: (pieces.at(-1) as Piece).end,
  });
  // あと, あわせて say only that it is one thing more; あと says nothing of what is left.
  const from = /^(?:あと|併せて|あわせて)$/.test(clause.pieces[cut]?.text ?? '') ? cut + 1 : cut;
  return [part(clause.pieces.slice(0, cut)), part(clause.pieces.slice(from))];
}

const isOffice = ({ mention }: Piece) => isNameOf(mention?.meaning, 'department');

/** 製造品出荷額等はいくら、バイオ関連企業は何社を目指す: two things with a counter each; what comes last holds for both. */
function ofTwo({ pieces, start, end }: ClauseText): ClauseText[] | null {
  const comma = pieces.findIndex(({ text }) => /^[、,]$/.test(text));
  const [head, rest] = [pieces.slice(0, comma), pieces.slice(comma + 1)];
  const counter = rest.findIndex((_, i) => countsAt(rest, i));
  if (comma < 2 || counter < 2 || !countsAt(head, head.length - 1)) return null;
  const named = [head.slice(0, -2), rest.slice(0, counter - 1)];
  if (!named.every((part) => attributesOf(part).length === 0 && namesThing(part))) return null;
  const years = isOfYear(rest) ? [] : head.filter((piece) => isOfYear([piece]));
  return [
    { pieces: [...head, ...rest.slice(counter + 1)], start, end },
    { pieces: [...years, ...rest], start: (rest[0] as Piece).start, end },
  ];
}

const isOfYear = (pieces: readonly Piece[]): boolean => pieces.some(isYears);

/** How much, right behind は. */
function countsAt(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  return (
    piece !== undefined &&
    (saysIntent([piece], 'howmuch', 'howmany-unit', 'count') ||
      (saysIntent([piece], 'share') && piece.text.startsWith('何'))) &&
    /^(?:は|って|が)$/.test(pieces[at - 1]?.text ?? '')
  );
}

/** A name or a noun of its own. */
function namesThing(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention, token, text }) =>
    mention
      ? mention.meaning.is === 'entity' && ['project', 'kpi', 'department'].includes(mention.meaning.kind)
      : token?.pos === '名詞' && isContent(token) && text.length > 1,
  );
}

/** Behind a comma or a blank. */
function standsApart(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  return (
    before !== undefined && piece !== undefined && (/[、,]/.test(before.text) || before.end < piece.start)
  );
}

/** 、あと空き家の目標も: one thing more; あと何人 asks what is missing. */
function besides(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]?.text !== 'あと') return false;
  const next = pieces[at + 1];
  const meaning = next?.mention?.meaning;
  // 年何回 is what is planned for each year, and nothing that is missing.
  const yearly = everyYear.test(next?.text ?? '');
  const counts = meaning?.is === 'number' || (meaning?.is === 'intent' && meaning.id !== 'that' && !yearly);
  if (next === undefined || counts) return false;
  // 今年いくら あと年何回やるの: behind a blank it is one question more.
  const blank = (pieces[at - 1] as Piece).end < (pieces[at] as Piece).start;
  if (blank && questions(pieces.slice(at))) return true;
  return (
    pieces.slice(at).some(({ text }) => /^(?:も|は|って|[?])$/.test(text)) &&
    attributesOf(pieces.slice(at)).length > 0
  );
}

/** 何館あって、予算はいくら: how many there are is asked first. */
function thereAre(pieces: readonly Piece[]): boolean {
  return /(?:何.{1,3}|いくつ)(?:あっ|い)て$/.test(said(pieces));
}

/** 一番高い事業とその担当課: a column of the one that is found; the answer gives the figure itself as well. */
function joinsWinner(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]?.text !== 'と') return false;
  const [that, column] = [pieces[at + 1], pieces[at + 2]];
  const meaning = that?.mention?.meaning;
  return (
    meaning?.is === 'intent' &&
    meaning.id === 'that' &&
    column?.mention?.meaning.is === 'attribute' &&
    !attributesOf(pieces.slice(0, at)).some((id) => attributesOf([column]).includes(id))
  );
}
