// 芦屋町の職員です。うちの町も入っていますか: the speaker's own town is the one the text names.
import { type Piece, textOf } from './cover.ts';
import type { Mention } from './mentions/mention.ts';
import { introduces } from './scene.ts';

/** The pieces with 「うちの町」 as the town of who asks, else the one town that is named elsewhere in the text; without one it says nothing. */
export function withOwnTown(pieces: readonly Piece[]): Piece[] {
  const towns = pieces.flatMap(({ mention }, at) =>
    mention?.meaning.is === 'entity' && mention.meaning.kind === 'town' && !owns(pieces, at)
      ? [mention.meaning]
      : [],
  );
  const [town] = towns;
  const one = town !== undefined && towns.every(({ ids }) => ids[0] === town.ids[0]);
  const asker = townOfAsker(pieces);
  return pieces.map((piece) => {
    const { mention } = piece;
    if (mention?.meaning.is !== 'intent' || mention.meaning.id !== 'own-town') return piece;
    const meaning = asker?.meaning ?? (one ? town : ({ is: 'intent', id: 'filler' } as const));
    const text = asker?.meaning.is === 'elsewhere' ? asker.text : piece.text;
    return { ...piece, text, token: null, mention: { ...mention, meaning } };
  });
}

/** 下関市の企画課の者です。当市との…: the only place of the sentence that tells who asks. */
function townOfAsker(pieces: readonly Piece[]): Mention | null {
  const first = pieces.slice(0, pieces.findIndex(({ text }) => text === '。') + 1);
  if (first.length === 0 || !introduces(textOf(first).replace(/。$/, ''))) return null;
  const places = first.flatMap(({ mention }) =>
    mention?.meaning.is === 'elsewhere' ||
    (mention?.meaning.is === 'entity' && mention.meaning.kind === 'town')
      ? [mention]
      : [],
  );
  return places.length === 1 ? (places[0] as Mention) : null;
}

/** 北九州市のU・Iターン応援プロジェクト: whose project it is, not who asks. */
function owns(pieces: readonly Piece[], at: number): boolean {
  const [of, name] = pieces.slice(at + 1, at + 3);
  const meaning = name?.mention?.meaning;
  return of?.text === 'の' && meaning?.is === 'entity' && ['project', 'kpi', 'plan'].includes(meaning.kind);
}
