// 来週の懇親会、12人入れるお店を探しています。個室があっておすすめのところ: a text that is about no plan from its first word to its last.
import type { Piece } from './cover.ts';
import { isPart, isRecordName } from './piece-names.ts';

/** Two words that no plan is about, and nothing beside them that one could hold. */
export function isAllOffTopic(pieces: readonly Piece[]): boolean {
  const off = pieces.filter(({ mention }) => is(mention, 'off-topic'));
  if (off.length < 2) return false;
  return !pieces.some((piece) => isRecordName(piece) || isPart(piece) || isColumn(piece));
}

/** 会費の予算: money is spoken of everywhere. */
const isColumn = ({ mention }: Piece) =>
  mention?.meaning.is === 'attribute' && !mention.meaning.ids.includes('budget');

const is = (mention: Piece['mention'], id: string) =>
  mention?.meaning.is === 'intent' && mention.meaning.id === id;
