// 西部パッケージ 事業どれ: the level behind the name of a part belongs to the name, where what is asked for is named as well.
import type { Piece } from './cover.ts';

/** The pieces with such a level as a word that says nothing. */
export function withLevelsOfNames(pieces: readonly Piece[]): Piece[] {
  const lastRecords = pieces.findLastIndex(
    ({ mention }) => mention?.meaning.is === 'kind' && ['project', 'kpi'].includes(mention.meaning.kind),
  );
  return pieces.map((piece, at) => {
    const { mention } = piece;
    if (mention?.meaning.is !== 'kind' || mention.meaning.kind !== 'policy' || at > lastRecords) return piece;
    const [before, of] = [pieces[at - 1], pieces[at - 2]];
    const name = before?.text === 'の' ? of : before;
    const part = name?.mention?.meaning;
    if (part?.is !== 'entity' || part.kind !== 'policy' || (name?.end ?? 0) < piece.start - 1) return piece;
    return { ...piece, token: null, mention: { ...mention, meaning: { is: 'intent', id: 'filler' } } };
  });
}
