// 「AとBでは、伸び率が高いのはAのほうだ」: which of two is claimed to be more; asked as どちら, and held against it.
import { recordOf } from '../../../data/repository.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Around } from '../../around.ts';
import type { Query, SubjectSet } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { wordsOf } from '../conditions/words.ts';
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
  const asked = copyOf(frame, items.slice(0, cut + 1), [{ is: 'intent', id: 'which-two' }]);
  const [query, more] = composeClause(asked, around, before);
  if (query?.ask !== 'compare' || more || query.sets.length !== 2) return null;
  const claimed = claimedOf(items.slice(cut + 1), query.sets, around);
  return claimed ? [{ ...query, claim: claiming({ members: [...claimed] }) }] : null;
}

/** The members of the side that stands behind のは by its name, by a part of it, or as 前者 or 後者. */
function claimedOf(
  items: readonly Item[],
  [first, second]: readonly SubjectSet[],
  { repository }: Around,
): readonly string[] | null {
  const from = items.findIndex(({ meaning }) => meaning === null || meaning.is === 'entity');
  const [said] = wordsOf(
    items.slice(from).filter(({ meaning }) => meaning === null || meaning.is === 'entity'),
  );
  if (from < 0 || said === undefined) return null;
  if (/^前者/.test(said)) return first?.named ?? null;
  if (/^後者/.test(said)) return second?.named ?? null;
  const called = ({ label, named }: SubjectSet) =>
    [label, ...(named ?? []).map((id) => recordOf(repository, id)?.name ?? '')].some((name) =>
      normalize(name).includes(said),
    );
  const sides = [first, second].filter((set) => set !== undefined && called(set));
  return sides.length === 1 ? (sides[0]?.named ?? null) : null;
}
