// 「…はいくらですか。事業費の方は不要です。」, 「…はどれですか。予算額ではなく人件費の列でお願いします。」: which column the question before it means.
import { isMeant, type Piece, saysIntent } from '../cover.ts';
import { isColumn } from '../piece-names.ts';
import { asks, requests } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';
import { attributesOf, hasSubject } from './names.ts';

/** A column that is not wanted is not asked for; one that stands for another takes its place. */
export function withColumnsCorrected(clauses: readonly ClauseText[]): ClauseText[] {
  const result: ClauseText[] = [];
  for (const clause of clauses) {
    const last = result.at(-1);
    const asked = last !== undefined && (asks(last.pieces) || requests(last.pieces));
    if (asked && leavesColumn(clause)) continue;
    const column = asked ? columnMeant(clause) : null;
    if (last && column) result[result.length - 1] = { ...last, pieces: withColumn(last.pieces, column) };
    else result.push(clause);
  }
  return result;
}

/** 事業費の方は不要です: columns, and nothing else. */
function leavesColumn({ pieces }: ClauseText): boolean {
  const named = pieces.filter(isMeant).filter(({ mention }) => mention?.meaning.is !== 'intent');
  return (
    named.length > 0 &&
    named.every(isColumn) &&
    /(?:不要|要りません|いりません|結構|必要(?:ありません|ない|なし))(?:です)?$/.test(said(pieces))
  );
}

/** The column behind ではなく. */
function columnMeant({ pieces }: ClauseText): Piece | null {
  const at = pieces.findIndex((piece) => saysIntent([piece], 'instead'));
  const [before, after] = [pieces.slice(0, at), pieces.slice(at + 1)];
  const column = after.find(isColumn);
  const bare = !hasSubject(pieces.filter((piece) => !isColumn(piece)));
  const plain = at > 0 && bare && before.some(isColumn) && after.filter(isColumn).length === 1;
  return plain && requests(after) ? (column ?? null) : null;
}

/** The question with the column in the place of its own amounts. */
function withColumn(pieces: readonly Piece[], column: Piece): Piece[] {
  const [id] = attributesOf([column]);
  const first = pieces.findIndex(isColumn);
  if (attributesOf(pieces).some((one) => one === id)) return [...pieces];
  if (first < 0) return [column, ...pieces];
  const meaning = column.mention?.meaning;
  return pieces.map((piece) =>
    isColumn(piece) && piece.mention && meaning
      ? { ...piece, mention: { ...piece.mention, meaning } }
      : piece,
  );
}
