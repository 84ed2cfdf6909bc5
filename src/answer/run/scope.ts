// A set of the query → its members, in the order they are told, and the set in words.
import type { Kind } from '../../facts/attribute.ts';
import type { Subject } from '../../facts/cell.ts';
import type { Predicate, SubjectSet } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { allOf, type Mask, placesOf } from './mask.ts';
import { nearPlaces } from './near.ts';
import { maskOf } from './predicates.ts';
import type { Member, Scope } from './result.ts';
import { nounOf, setInWords } from './set-words.ts';

/** The members of the set; those of a search in its order, named ones as typed. */
export function scopeOf(set: SubjectSet, context: RunContext): Scope {
  const { facts } = context;
  const { kind } = set;
  const size = facts.subjects(kind).length;
  const near = nearWords(set.where);
  const named = set.named === null ? null : namedPlaces(set.named, kind, context);
  const mask = allOf(
    set.where.map((predicate) => maskOf(predicate, kind, context)),
    size,
  );
  const ranks = near === null ? null : nearPlaces(near, kind, context);
  const places = (named ?? placesOf(mask)).filter((place) => mask.yes[place]);
  if (ranks && !named) places.sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
  const subjects = facts.subjects(kind);
  const members = places.map((at): Member => ({ kind, subject: subjects[at] as Subject, at }));
  return {
    kind,
    label: setInWords(set, context),
    noun: nounOf(set),
    named: named !== null && named.length > 0,
    near,
    members,
    scores: new Map(
      ranks ? places.map((place, at) => [members[at]?.subject.id ?? '', ranks.get(place) ?? 0]) : [],
    ),
    unknown: named || set.where.length === 0 ? 0 : unknownOf(mask, kind, context),
  };
}

/** Not told, in plans where some are. */
function unknownOf({ known }: Mask, kind: Kind, { facts }: RunContext): number {
  const subjects = facts.subjects(kind);
  const printing = new Set<string | null>();
  known.forEach((told, place) => {
    if (told) printing.add(subjects[place]?.plan ?? null);
  });
  let unknown = 0;
  known.forEach((told, place) => {
    if (!told && printing.has(subjects[place]?.plan ?? null)) unknown += 1;
  });
  return unknown;
}

/** The subject at its place. */
export function memberAt(kind: Kind, place: number, { facts }: RunContext): Member {
  const subject = facts.subjects(kind)[place];
  if (!subject) throw new RangeError(`no ${kind} at ${place}`);
  return { kind, subject, at: place };
}

/** Members by their ids; unknown ids are dropped. */
export function membersOf(kind: Kind, ids: readonly string[], { facts }: RunContext): Member[] {
  return ids.flatMap((id) => {
    const subject = facts.subject(kind, id);
    return subject ? [{ kind, subject, at: facts.position(kind, id) }] : [];
  });
}

/** Ids of another kind lead to what belongs to them: the KPIs of a named project. */
function namedPlaces(ids: readonly string[], kind: Kind, context: RunContext): number[] {
  const { facts } = context;
  const places = ids.flatMap((id) => {
    const own = facts.position(kind, id);
    if (own >= 0) return [own];
    const other = (['project', 'kpi', 'policy', 'plan', 'town', 'department', 'row'] as const).find(
      (one) => facts.position(one, id) >= 0,
    );
    return other ? (facts.related.of(other, id, kind) ?? []).map((one) => facts.position(kind, one)) : [];
  });
  return [...new Set(places.filter((place) => place >= 0))];
}

/** Words of a search among the predicates; null where there are none. */
export function nearWords(predicates: readonly Predicate[]): string | null {
  for (const predicate of predicates) {
    if (predicate.is === 'near') return predicate.words;
    const inner = predicate.is === 'any' || predicate.is === 'all' ? nearWords(predicate.of) : null;
    if (inner !== null) return inner;
  }
  return null;
}
