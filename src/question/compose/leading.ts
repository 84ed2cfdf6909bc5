// Words that only lead on: 「あとKPIの数も」, 「上下水道のって何がある」.
import { type Item, isIntent } from './frame.ts';

const measures = ['howmany-unit', 'howmuch', 'count'];

/** The items without an あと that only adds a question, and with 何が read as which. */
export function withoutLeading(items: readonly Item[]): Item[] {
  const [first, next] = items;
  const adds =
    isIntent(first, 'remaining') &&
    first?.text === 'あと' &&
    !isIntent(next, ...measures) &&
    next?.meaning?.is !== 'number' &&
    !items.some((item) => isIntent(item, 'howmany-unit'));
  const kept = adds ? items.slice(1) : items;
  return kept
    .flatMap(withProjects)
    .map(upTo)
    .map((item) =>
      isIntent(item, 'define-part') && /何$/.test(item.text) && /^が/.test(item.after)
        ? { ...item, meaning: { is: 'intent', id: 'which' } }
        : item,
    );
}

/** どんな事業がある lists projects; どんな事業ですか asks what it does. */
function withProjects(item: Item): Item[] {
  const { meaning, text, after } = item;
  if (meaning?.is !== 'attribute' || !meaning.ids.includes('summary')) return [item];
  if (!/^どんな(?:事業|取組)$/.test(text) || !/^が/.test(after)) return [item];
  const which: Item = {
    ...item,
    end: item.start + 3,
    text: 'どんな',
    after: '',
    meaning: { is: 'intent', id: 'which' },
  };
  const kind: Item = {
    ...item,
    start: which.end,
    text: text.slice(3),
    meaning: { is: 'kind', kind: 'project', level: null },
  };
  return [which, kind];
}

/** 何人まで減らす目標: what it is to come down to, not which way. */
function upTo(item: Item, at: number, items: readonly Item[]): Item {
  const { meaning } = item;
  const before = items[at - 1];
  const asks = isIntent(before, 'howmany-unit', 'howmuch') && /^まで/.test(before?.after ?? '');
  if (!asks || meaning?.is !== 'attribute' || !meaning.ids.includes('direction')) return item;
  return { ...item, meaning: { ...meaning, ids: ['target'] } };
}
