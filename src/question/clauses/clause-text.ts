// A stretch of pieces that is read as one question, and its words.
import { type Piece, textOf } from '../cover.ts';

/** A stretch of pieces that is read as one question. */
export interface ClauseText {
  pieces: Piece[];
  start: number;
  end: number;
  /** What the sentences before tell, where the question does not take it by itself. */
  scene?: Piece[];
  /** How many of the first pieces the sentences before it lent. */
  lent?: number;
}

export function said(pieces: readonly Piece[]): string {
  return textOf(pieces).replace(/[。!]+$/, '');
}

export function join(clauses: readonly ClauseText[]): ClauseText {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  return { pieces, start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end };
}

/** The first 「…」: where it opens, and how far off it closes; both -1 where there is none. */
export function quoteAt(pieces: readonly Piece[]): { from: number; length: number } {
  const from = pieces.findIndex(({ text }) => text === '「');
  const length = from < 0 ? -1 : pieces.slice(from).findIndex(({ text }) => text.startsWith('」'));
  return { from, length };
}

/** The first pieces, as far as they end within so many signs. */
export function endingBy(pieces: readonly Piece[], signs: number): Piece[] {
  let length = 0;
  return pieces.filter(({ text }) => {
    length += text.length;
    return length <= signs;
  });
}
