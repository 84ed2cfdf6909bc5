// 「R5予算が一番多いのはAですよね」: who is claimed to be first narrows nothing; the answer names who is first.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { copyOf } from './part.ts';

/** The question without the name that is claimed; null for anything else. */
export function rankedClaim(frame: Frame, around: Around, before: Query | null): Query[] | null {
  if (!frame.has('confirm') || frame.has('which', 'where', 'who', 'howmuch', 'which-two')) return null;
  const { items } = frame;
  const first = items.findIndex((item) => isIntent(item, 'max', 'min'));
  const cut = items.findIndex(({ after, meaning }, i) => {
    const head = meaning?.is === 'kind' ? /^は[、,]?$/ : /[いたる]?のは[、,]?$/;
    return i >= first && head.test(after.trim());
  });
  if (first < 0 || cut < 0) return null;
  const claimed = items.slice(cut + 1);
  const names = claimed.filter(({ meaning, noun }) => (meaning === null ? noun : meaning.is === 'entity'));
  const rest = claimed.filter((item) => !names.includes(item));
  const quiet = rest.every(
    (item) =>
      isIntent(item, 'confirm', 'whether', 'then', 'filler', 'tell') ||
      item.meaning?.is === 'kind' ||
      item.meaning === null,
  );
  if (names.length === 0 || !quiet) return null;
  const kind = claimed.filter(({ meaning }) => meaning?.is === 'kind');
  const queries = composeClause(copyOf(frame, [...items.slice(0, cut + 1), ...kind]), around, before);
  if (!queries.every(({ ask }) => ask === 'extreme' || ask === 'group')) return null;
  return queries.map((query) => withWinners(query, names));
}

/** One record or part by its name: whether it is the first. */
function withWinners(query: Query, names: readonly Item[]): Query {
  const kind = query.sets[0]?.kind;
  const ids = names.flatMap(({ meaning }) =>
    meaning?.is === 'entity' && meaning.kind === kind && meaning.ids.length === 1 ? meaning.ids : [],
  );
  const [id] = ids;
  if (query.ask !== 'extreme' || query.claim || id === undefined || names.length > 1) return query;
  return { ...query, claim: claiming({ members: [id] }) };
}
