// 1位がA、2位がBで間違いない: several are claimed to be first, in this order.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { copyOf } from './part.ts';

/** The first so many, held against the order that is said; null for anything else. */
export function rankedRow(frame: Frame, around: Around, before: Query | null): Query[] | null {
  if (!frame.has('confirm', 'differ') || frame.has('which', 'where', 'howmuch', 'which-two')) return null;
  const named = frame.entities('project', 'kpi');
  const [first] = named;
  if (!first || named.length < 2 || named.some(({ meaning }) => meaning.ids.length !== 1)) return null;
  const ranks = frame.items.filter((item) => isRank(item));
  const paired = named.every((one, at) => {
    const rank = ranks.findLast(({ end }) => end <= one.start);
    return (
      rank !== undefined &&
      (placeOf(rank) ?? 1) === at + 1 &&
      /^(?:の?は|が|、|:)/.test(standsBefore(frame, one))
    );
  });
  if (!paired) return null;
  const own = frame.items
    .filter(({ end }) => end <= first.start)
    .map((item) => (placeOf(item) === 1 ? most(item) : item));
  const [query, more] = composeClause(copyOf(frame, own), around, before);
  if (query?.ask !== 'extreme' || !query.extreme || more) return null;
  const members = named.flatMap(({ meaning }) => meaning.ids);
  return [
    { ...query, extreme: { ...query.extreme, top: members.length, nth: null }, claim: claiming({ members }) },
  ];
}

/** What stands right before it, its particle with it. */
function standsBefore(frame: Frame, item: Item): string {
  const before = frame.before(item);
  return before ? frame.text.slice(before.end, item.start).trim() : '';
}

/** 1位, 二番目, いちばん大きい. */
function isRank(item: Item): boolean {
  return isIntent(item, 'max', 'min') || placeOf(item) !== null;
}

function placeOf({ meaning, text }: Item): number | null {
  if (meaning?.is !== 'number') return null;
  const { ordinal, value, unit } = meaning.number;
  return ordinal || unit === '位' || /番目?$|位$/.test(text) ? value : null;
}

/** 1位 says いちばん多い. */
function most(item: Item): Item {
  return { ...item, meaning: { is: 'intent', id: 'max' } };
}
