// 「R5予算が一番多いのはAですよね」: who is claimed to be first narrows nothing; the answer names who is first.
import { recordOf } from '../../../data/repository.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { limitOf } from '../conditions/condition.ts';
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
  const claimed = withoutBrackets(items.slice(cut + 1), frame);
  const names = claimed.filter(({ meaning, noun }) => (meaning === null ? noun : meaning.is === 'entity'));
  const rest = claimed.filter((item) => !names.includes(item) && !isFigure(item));
  const quiet = rest.every(
    (item) =>
      isIntent(item, 'confirm', 'whether', 'then', 'filler', 'tell', 'setting', 'that') ||
      item.meaning?.is === 'kind' ||
      item.meaning === null,
  );
  if (names.length === 0 || !quiet) return null;
  const kind = claimed.filter(({ meaning }) => meaning?.is === 'kind');
  const queries = composeClause(copyOf(frame, [...items.slice(0, cut + 1), ...kind]), around, before);
  if (!queries.every(({ ask }) => ask === 'extreme' || ask === 'group')) return null;
  const far = claimed.filter(isFigure);
  return queries.map((query) => withFigure(withWinners(query, names, around), far));
}

const isFigure = ({ meaning }: Item) => meaning?.is === 'number' && !meaning.number.ordinal;

/** Aの2億7千万円: the figure of the one that is claimed to be first. */
function withFigure(query: Query, [item, more]: readonly Item[]): Query {
  if (!query.claim || item?.meaning?.is !== 'number' || more) return query;
  return { ...query, claim: { ...query.claim, by: limitOf(item.meaning.number, item.text) } };
}

/** A（479,000千円増）: of what brackets hold only a figure is claimed. */
function withoutBrackets(items: readonly Item[], { text }: Frame): Item[] {
  const inside = ({ start }: Item) => text.lastIndexOf('(', start) > text.lastIndexOf(')', start);
  const named = items.findIndex(({ meaning }) => meaning?.is === 'entity');
  return items.filter((item, at) => at <= named || isFigure(item) || !inside(item));
}

/** One record or part by its name, or by a part of it and nouns that it holds: whether it is the first. */
function withWinners(query: Query, names: readonly Item[], { repository }: Around): Query {
  const kind = query.sets[0]?.kind;
  const [named, more] = names.filter(({ meaning }) => meaning?.is === 'entity' && meaning.kind === kind);
  if (query.ask !== 'extreme' || query.claim || named?.meaning?.is !== 'entity' || more) return query;
  // Of projects of one name the one that stands in the plan spoken of.
  const plans = query.sets.flatMap(({ where }) => where.flatMap((one) => (one.is === 'plan' ? one.ids : [])));
  const own = named.meaning.ids.filter((id) => plans.includes(recordOf(repository, id)?.plan ?? ''));
  const [id, other] = own.length > 0 ? own : named.meaning.ids;
  if (id === undefined || other !== undefined) return query;
  const full = normalize((recordOf(repository, id) ?? repository.policy(id))?.name ?? '');
  if (names.some((item) => item !== named && !full.includes(item.text))) return query;
  return { ...query, claim: claiming({ members: [id] }) };
}
