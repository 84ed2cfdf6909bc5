// A stretch of pieces that is read as one question, and its words.
import type { Piece } from '../cover.ts';

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
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[。!]+$/, '');
}

export function join(clauses: readonly ClauseText[]): ClauseText {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  return { pieces, start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end };
}
