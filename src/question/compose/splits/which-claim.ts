// 「AとBでは、伸び率が高いのはAのほうだ」: which of two is claimed to be more; asked as どちら, and held against it.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { copyOf } from './part.ts';

/** The question of both, with the one that is claimed to be more; null for anything else. */
export function whichClaim(frame: Frame, around: Around, before: Query | null): Query[] | null {
  if (!frame.has('confirm') || frame.has('which', 'which-two', 'where', 'who', 'howmuch')) return null;
  const { items } = frame;
  const size = items.findLastIndex((item) => isIntent(item, 'big', 'small'));
  const cut = items.findIndex(
    ({ end, after }, i) =>
      i >= size && /^[いたる]?のは[、,]?$/.test(frame.text.slice(end, end + after.length).trim()),
  );
  if (size < 0 || cut < 0) return null;
  const sides = items.slice(0, cut).filter(isRecord);
  const [first, second] = sides;
  if (!first || !second || sides.length > 2) return null;
  const claimed = claimedOf(items.slice(cut + 1), [first, second]);
  if (!claimed) return null;
  const asked = copyOf(frame, items.slice(0, cut + 1), [{ is: 'intent', id: 'which-two' }]);
  const [query, more] = composeClause(asked, around, before);
  if (query?.ask !== 'compare' || more) return null;
  return [{ ...query, claim: claiming({ members: [...claimed.meaning.ids] }) }];
}

type Named = Item & { meaning: { is: 'entity'; ids: string[] } };

function isRecord(item: Item): item is Named {
  return item.meaning?.is === 'entity' && ['project', 'kpi'].includes(item.meaning.kind);
}

/** The side that stands behind のは by its name, by a part of it, or as 前者 or 後者. */
function claimedOf(items: readonly Item[], [first, second]: readonly [Named, Named]): Named | null {
  const said = items.find((item) => item.meaning === null || item.meaning.is === 'entity');
  if (!said) return null;
  if (/^前者/.test(said.text)) return first;
  if (/^後者/.test(said.text)) return second;
  const named = [first, second].filter(
    (side) =>
      side.text.includes(said.text) ||
      (said.meaning?.is === 'entity' && said.meaning.ids.some((id) => side.meaning.ids.includes(id))),
  );
  return named.length === 1 ? (named[0] as Named) : null;
}
