// The members themselves, each with the figures by which the set was made.
import type { Predicate, Query, Wanted } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { relatedPlaces } from './near.ts';
import type { ListResult, Member, Scope } from './result.ts';
import { memberAt } from './scope.ts';
import { tell } from './tell.ts';

/** More members than this are listed by name only. */
const mostShown = 40;

/** Strong hits are the list; what is only related is counted beside it. */
export function runList(query: Query, scope: Scope, context: RunContext): ListResult {
  const wanted = [...(query.sets[0]?.where ?? []).flatMap(measured), ...query.wanted];
  const once = wanted.filter(
    (one, place) => wanted.findIndex(({ attribute }) => attribute === one.attribute) === place,
  );
  const shown = scope.members.slice(0, mostShown).map((member) => ({
    member,
    told: once.flatMap((one) => tell(member, one, context)).filter(({ gap }) => gap === null),
  }));
  return { shape: 'list', scope, related: relatedOf(scope, context), shown };
}

/** What the search finds besides the members. */
export function relatedOf(scope: Scope, context: RunContext): Member[] {
  if (scope.near === null) return [];
  const known = new Set(scope.members.map(({ subject }) => subject.id));
  return relatedPlaces(scope.near, scope.kind, context)
    .map((place) => memberAt(scope.kind, place, context))
    .filter(({ subject }) => !known.has(subject.id));
}

/** Attributes that a predicate compares: 達成率 of 達成率90%以上. */
function measured(predicate: Predicate): Wanted[] {
  switch (predicate.is) {
    case 'compare':
    case 'word':
      return [{ attribute: predicate.attribute, years: predicate.fy === null ? [] : [predicate.fy] }];
    case 'against':
      return [predicate.left, predicate.right].map(({ attribute, fy }) => ({
        attribute,
        years: fy === null ? [] : [fy],
      }));
    case 'all':
      return predicate.of.flatMap(measured);
    default:
      return [];
  }
}
