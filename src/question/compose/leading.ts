// Words that only lead on: 「あとKPIの数も」, 「上下水道のって何がある」.
import type { Item } from './frame.ts';

const measures = ['howmany-unit', 'howmuch', 'count'];

/** The items without an あと that only adds a question, and with 何が read as which. */
export function withoutLeading(items: readonly Item[]): Item[] {
  const [first, next] = items;
  const adds =
    isIntent(first, ['remaining']) &&
    first?.text === 'あと' &&
    !isIntent(next, measures) &&
    next?.meaning?.is !== 'number' &&
    !items.some((item) => isIntent(item, ['howmany-unit']));
  const kept = adds ? items.slice(1) : items;
  return kept.map((item) =>
    isIntent(item, ['define-part']) && /何$/.test(item.text) && /^が/.test(item.after)
      ? { ...item, meaning: { is: 'intent', id: 'which' } }
      : item,
  );
}

function isIntent(item: Item | undefined, ids: readonly string[]): boolean {
  return item?.meaning?.is === 'intent' && ids.includes(item.meaning.id);
}
