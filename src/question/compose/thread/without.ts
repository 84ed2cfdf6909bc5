// 企画課のR5予算の合計は ⇒ ふるさと寄附金を除くと？: the thread's question is asked again of what is left.
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { predicatesOf } from '../compose.ts';
import type { Item } from '../frame.ts';
import { onlyLeavesOut } from './within.ts';

/** What can be asked of a smaller set. */
const repeatable = new Set<Query['ask']>([
  'sum',
  'count',
  'list',
  'average',
  'median',
  'extreme',
  'group',
  'values',
]);

/** Words that ask no more than the thread did. */
const quiet = [
  'except',
  'then',
  'howmuch',
  'howmany-unit',
  'whether',
  'tell',
  'confirm',
  'that',
  'filler',
  'distinct',
];
const asAsked: Partial<Record<Query['ask'], readonly string[]>> = {
  sum: ['sum'],
  count: ['count'],
  list: ['list', 'which', 'remaining'],
  average: ['average'],
  extreme: ['which', 'max', 'min'],
};

export const withoutThem: Rule = (clause) => {
  const { before, frame, conditions, years, subjects, around } = clause;
  const [set, more] = before?.sets ?? [];
  if (!before || !set || more || !repeatable.has(before.ask) || around.command !== null) return null;
  // 再掲を除くと: what is listed again is counted once anyway.
  const again = conditions.length === 0 && frame.has('distinct');
  if (!again && !onlyLeavesOut(conditions)) return null;
  const known = [...quiet, ...(asAsked[before.ask] ?? [])];
  const idle = ({ meaning, used }: Item) =>
    used ||
    (meaning?.is === 'intent' && known.includes(meaning.id)) ||
    (meaning?.is === 'kind' && meaning.kind === (before.of ?? set.kind));
  const asksMore = frame.items.some((item) => item.meaning !== null && !idle(item));
  if (asksMore || subjects.any() || years.all.length > 0) return null;
  if (again) return { ...before, unread: [], assumed: [] };
  const where = [...set.where, ...predicatesOf(conditions)];
  const label = [set.label, ...conditions.map((one) => one.label)].filter(Boolean).join('・');
  return { ...before, sets: [{ ...set, where, label }], unread: [], assumed: [] };
};
