// The members themselves, each with the figures by which the set was made.
import { baseValue } from '../../facts/cell.ts';
import type { Limit, Predicate, Query, Wanted } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { relatedPlaces } from './near.ts';
import { keeps } from './predicates/limits.ts';
import type { ListResult } from './result/result.ts';
import type { Member, Scope, Told } from './result/scope.ts';
import { memberAt } from './scope.ts';
import { tell } from './tell.ts';

/** More members than this are listed by name only. */
const mostShown = 40;

/** A predicate's attribute, with what the cells shown have to keep. */
interface Measured {
  wanted: Wanted;
  limits: Limit[];
  /** The one word all members have: telling it again helps nobody. */
  word: string | null;
}

/** Strong hits are the list; what is only related is counted beside it. */
export function runList(query: Query, scope: Scope, context: RunContext): ListResult {
  const asked = query.wanted.map((wanted): Measured => ({ wanted, limits: [], word: null }));
  const all = [...(query.sets[0]?.where ?? []).flatMap((one) => measured(one)), ...asked];
  const key = ({ wanted }: Measured) => `${wanted.attribute} ${wanted.years.join()}`;
  const once = all.filter((one, place) => all.findIndex((other) => key(other) === key(one)) === place);
  const shown = scope.members.slice(0, mostShown).map((member) => ({
    member,
    told: once.flatMap((one) => toldOf(member, one, context)),
  }));
  // What a part of a plan narrows is not widened again by what is only near.
  const narrowed = (query.sets[0]?.where ?? []).some(({ is }) => !['plan', 'town', 'near'].includes(is));
  const related = narrowed && scope.members.length > 0 ? [] : relatedOf(scope, context);
  return { shape: 'list', scope, related, shown };
}

/** Cells by which the member is in the list. */
function toldOf(member: Member, { wanted, limits, word }: Measured, context: RunContext): Told[] {
  const any = wanted.years.length === 0 && limits.some(({ relation }) => relation === '=');
  const years = any ? context.facts.years(wanted.attribute) : wanted.years;
  const type = context.facts.attribute(wanted.attribute)?.type;
  return tell(member, { ...wanted, years }, context).flatMap((told) => {
    if (told.gap !== null) return [];
    if (word !== null && told.cells.every((cell) => cell.word === word)) return [];
    const cells = told.cells.filter((cell) => {
      const value = baseValue(cell, type);
      if (word !== null && cell.word !== word) return false;
      return limits.length === 0 || (value !== null && keeps(value, limits));
    });
    return cells.length > 0 ? [{ ...told, cells, missing: [] }] : [];
  });
}

/** What the search finds besides the members. */
export function relatedOf(scope: Scope, context: RunContext): Member[] {
  if (scope.near === null) return [];
  const known = new Set(scope.members.map(({ at }) => at));
  return relatedPlaces(scope.near, scope.kind, context)
    .filter((place) => !known.has(place))
    .map((place) => memberAt(scope.kind, place, context));
}

const yearsOf = (fy: number | null) => (fy === null ? [] : [fy]);

/** Attributes that a predicate compares: 達成率 of 達成率90%以上; the other words of 継続以外. */
function measured(predicate: Predicate): Measured[] {
  switch (predicate.is) {
    case 'compare':
      return [
        {
          wanted: { attribute: predicate.attribute, years: yearsOf(predicate.fy) },
          limits: predicate.limits,
          word: null,
        },
      ];
    case 'word': {
      if (predicate.attribute === 'level') return [];
      const word = predicate.values.length === 1 ? String(predicate.values[0]) : null;
      return [{ wanted: { attribute: predicate.attribute, years: yearsOf(predicate.fy) }, limits: [], word }];
    }
    case 'change':
      return [predicate.from, predicate.to].map(({ attribute, fy }) => ({
        wanted: { attribute, years: yearsOf(fy) },
        limits: [],
        word: null,
      }));
    case 'short':
      return ['actual', 'target'].map((attribute) => ({
        wanted: { attribute, years: yearsOf(predicate.fy) },
        limits: [],
        word: null,
      }));
    case 'against':
      return [predicate.left, predicate.right].map(({ attribute, fy }) => ({
        wanted: { attribute, years: yearsOf(fy) },
        limits: [],
        word: null,
      }));
    case 'not':
      return predicate.that.is === 'word'
        ? measured(predicate.that).map((one) => ({ ...one, word: null }))
        : [];
    case 'all':
      return predicate.of.flatMap((one) => measured(one));
    default:
      return [];
  }
}
