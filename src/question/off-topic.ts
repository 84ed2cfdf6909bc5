// 来週の懇親会、12人入れるお店を探しています。個室があっておすすめのところ: a text that is about no plan from its first word to its last.
import type { Piece } from './cover.ts';

/** Two words that no plan is about, and nothing beside them that one could hold. */
export function isAllOffTopic(pieces: readonly Piece[]): boolean {
  const off = pieces.filter(({ mention }) => is(mention, 'off-topic'));
  if (off.length < 2) return false;
  return !pieces.some(({ mention }) => {
    const meaning = mention?.meaning;
    if (meaning?.is === 'entity') return meaning.exact && ['project', 'kpi', 'policy'].includes(meaning.kind);
    return meaning?.is === 'attribute' && !meaning.ids.includes('budget');
  });
}

const is = (mention: Piece['mention'], id: string) =>
  mention?.meaning.is === 'intent' && mention.meaning.id === id;
