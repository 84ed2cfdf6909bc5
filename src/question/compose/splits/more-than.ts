// 「AのほうがBより多い」 claimed: two sets by their counts or their sums.

import type { Around } from '../../around.ts';
import type { Query, SubjectSet } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause, emptyQuery } from '../compose.ts';
import type { Frame, Item } from '../frame.ts';
import { greatest } from '../greatest.ts';
import { copyOf, isColumn, isPlace, isYears } from './part.ts';

/** Two sets and which is claimed to be more. */
export function moreThan(frame: Frame, around: Around): Query[] | null {
  if (frame.has('which-two', 'which', 'howmuch', 'howmany-unit', 'gap', 'where', 'who')) return null;
  const { items } = frame;
  const than = items.findIndex(({ after }) => /^(?:の(?:ほう|方))?より/.test(after.trim()));
  const size = items.findLastIndex(
    ({ meaning }) => meaning?.is === 'intent' && ['big', 'small'].includes(meaning.id),
  );
  if (than < 0 || size < than) return null;
  const sides = sidesOf(items, than);
  if (!sides) return null;
  const [first, second] = sides;
  const sets = [first, second].map((part) => countedIn(frame, part, around));
  const [a, b] = sets;
  if (!a || !b || a.kind !== b.kind || JSON.stringify(a.where) === JSON.stringify(b.where)) return null;
  const more = (items[size] as Item).meaning as { id: string };
  const money = frame
    .attributes()
    .flatMap(({ meaning }) => meaning.ids.filter((id) => around.facts.attribute(id)?.adds))[0];
  const years = frame.years().flatMap(({ meaning }) => meaning.years.years);
  // …より何件多い: how many more.
  if (frame.intents('count').some(({ text }) => /^(?:何|いくつ|どれ|どの)/.test(text)))
    return [{ ...emptyQuery('compare'), sets: [a, b], of: a.kind, extreme: greatest(frame) }];
  return [
    {
      ...emptyQuery('whether'),
      sets: [a, b],
      // 企画課のほうが国際政策課よりR5予算が多い: their money, and not how many there are.
      of: money === undefined ? a.kind : null,
      wanted: money === undefined ? [] : [{ attribute: money, years }],
      claim: claiming({ moved: more.id === 'big' ? 'up' : 'down' }),
    },
  ];
}

/** Aのほうが…Bより, or BよりAのほうが: A and B; what is said for the one that comes first holds for the other. */
function sidesOf(items: readonly Item[], than: number): [Item[], Item[]] | null {
  const heads = ({ after }: Item) => /(?:(?:ほう|方)が|は)、?$/.test(after.trim());
  const split = items.slice(0, than).findLastIndex((item) => heads(item) && !isColumn(item));
  if (split >= 0)
    return [
      items.slice(0, split + 1),
      withScene(items.slice(0, split + 1), items.slice(split + 1, than + 1)),
    ];
  const head = items.findIndex(({ after }, i) => i > than && /(?:ほう|方)が、?$/.test(after.trim()));
  if (head < 0) return null;
  const held = items.slice(0, than + 1);
  return [withScene(held, items.slice(than + 1, head + 1)), held];
}

function withScene(earlier: readonly Item[], own: readonly Item[]): Item[] {
  const kinds = own.map(({ meaning }) => kindOf(meaning));
  const scene = earlier
    .filter(isScene)
    .filter(({ meaning }) => kindOf(meaning) === null || !kinds.includes(kindOf(meaning)));
  return [...scene, ...own];
}

/** Plans, years and attributes said for the first hold for the second. */
const isScene = (item: Item) => isYears(item) || isColumn(item) || isPlace(item);

/** What a part of its own kind takes the place of: 企画課 of 国際政策課. */
function kindOf(meaning: Item['meaning']): string | null {
  if (meaning?.is === 'entity') return meaning.kind;
  return meaning?.is === 'years' ? 'years' : null;
}

function countedIn(frame: Frame, part: readonly Item[], around: Around): SubjectSet | null {
  const copy = copyOf(frame, part, [{ is: 'intent', id: 'count' }]);
  const [query, more] = composeClause(copy, around, null);
  if (!query || more || !['count', 'list'].includes(query.ask) || query.unread.length > 0) return null;
  const [set] = query.sets;
  return !set || set.named !== null || set.where.some(({ is }) => is === 'near') ? null : set;
}
