// 芦屋町の職員です。うちの町も入っていますか: the speaker's own town is the one the text names.
import type { Piece } from './cover.ts';

/** The pieces with 「うちの町」 as the one town that is named elsewhere in the text; without one it says nothing. */
export function withOwnTown(pieces: readonly Piece[]): Piece[] {
  const towns = pieces.flatMap(({ mention }, at) =>
    mention?.meaning.is === 'entity' && mention.meaning.kind === 'town' && !owns(pieces, at)
      ? [mention.meaning]
      : [],
  );
  const [town] = towns;
  const one = town !== undefined && towns.every(({ ids }) => ids[0] === town.ids[0]);
  return pieces.map((piece) => {
    const { mention } = piece;
    if (mention?.meaning.is !== 'intent' || mention.meaning.id !== 'own-town') return piece;
    const meaning = one ? town : ({ is: 'intent', id: 'filler' } as const);
    return { ...piece, token: null, mention: { ...mention, meaning } };
  });
}

/** 北九州市のU・Iターン応援プロジェクト: whose project it is, not who asks. */
function owns(pieces: readonly Piece[], at: number): boolean {
  const [of, name] = pieces.slice(at + 1, at + 3);
  const meaning = name?.mention?.meaning;
  return of?.text === 'の' && meaning?.is === 'entity' && ['project', 'kpi', 'plan'].includes(meaning.kind);
}
