// A set of the query → its members, in the order they are named, and the set in words.
import type { Kind } from '../../facts/attribute.ts';
import type { Subject } from '../../facts/cell.ts';
import type { Facts } from '../../facts/facts.ts';
import { lazyList, sourceOf } from '../../facts/lazy-list.ts';
import type { Predicate, SubjectSet } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { allOf, countOf, type Mask, placesOf } from './mask.ts';
import { nearPlaces } from './near.ts';
import { isOfRow, maskOf } from './predicates/mask-of.ts';
import type { Member, Scope } from './result/scope.ts';
import { nounOf, setInWords } from './set-words.ts';

/** The members of the set; those of a search in its order, named ones as typed. */
export function scopeOf(set: SubjectSet, context: RunContext): Scope {
  const { kind } = set;
  const near = nearWords(set.where);
  const named = set.named === null ? null : namedPlaces(set.named, kind, context);
  const ranks = near === null ? null : nearPlaces(near, kind, context);
  const where = onOneRow(set.where, kind);
  const sought = where.find((one) => one.is === 'near' && one.words === near);
  const starts = context.far?.starts(kind);
  const { members, unknown } =
    sought && ranks && named === null && starts
      ? amongFound(
          { ranks, starts },
          where.filter((one) => one !== sought),
          { kind, context },
        )
      : amongAll(where, named, { kind, context });
  const sorted =
    ranks && !named ? [...members].sort((a, b) => (ranks.get(b.at) ?? 0) - (ranks.get(a.at) ?? 0)) : members;
  context.far?.expect(sorted);
  return {
    kind,
    label: setInWords(set, context),
    noun: nounOf(set),
    named: named !== null && named.length > 0,
    near,
    members: sorted,
    scores: new Map(ranks ? sorted.map(({ subject, at }) => [subject.id, ranks.get(at) ?? 0]) : []),
    unknown: named || set.where.length === 0 ? 0 : unknown,
  };
}

/** What one set is looked for in. */
interface Among {
  kind: Kind;
  context: RunContext;
}

function amongAll(
  where: readonly Predicate[],
  named: readonly number[] | null,
  { kind, context }: Among,
): { members: Member[]; unknown: number } {
  if (where.length === 0 && !named) return { members: membersIn(kind, context), unknown: 0 };
  const mask = allOf(
    where.map((predicate) => maskOf(predicate, kind, context)),
    context.facts.subjects(kind).length,
  );
  const all = viewOf(kind, context).members;
  const members = named
    ? named.filter((place) => mask.yes[place]).map((at) => all[at] as Member)
    : keptIn(mask, all);
  return { members, unknown: named ? 0 : unknownOf(mask, kind, context) };
}

/** What a search finds is little of very much: nothing else is looked at. */
function amongFound(
  { ranks, starts }: { ranks: ReadonlyMap<number, number>; starts: Int32Array },
  where: readonly Predicate[],
  { kind, context }: Among,
): { members: Member[]; unknown: number } {
  const masks = where.map((predicate) => maskOf(predicate, kind, context));
  const all = viewOf(kind, context).members;
  const members: Member[] = [];
  const untold = new Map<number, number>();
  for (const place of [...ranks.keys()].sort((a, b) => a - b)) {
    const member = all[place];
    if (!member) continue;
    if (masks.every(({ yes }) => yes[place])) members.push(member);
    else if (!masks.some(({ yes, known }) => known[place] && !yes[place])) {
      const plan = planAt(starts, place);
      untold.set(plan, (untold.get(plan) ?? 0) + 1);
    }
  }
  // What is not found is known not to belong.
  const sizeOf = (plan: number) => (starts[plan + 1] as number) - (starts[plan] as number);
  const unknown = [...untold].reduce((sum, [plan, own]) => (own < sizeOf(plan) ? sum + own : sum), 0);
  return { members, unknown };
}

/** The plan that a place belongs to. */
function planAt(starts: Int32Array, place: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 再掲 under a policy: the row under that policy carries the mark, not any row. */
function onOneRow(where: readonly Predicate[], kind: Kind): Predicate[] {
  const ofRow = where.filter(isOfRow);
  const marked = kind === 'project' && new Set(ofRow.map(({ is }) => is === 'policy')).size === 2;
  if (!marked) return [...where];
  return [...where.filter((one) => !ofRow.includes(one)), { is: 'all', of: ofRow }];
}

/** Those that fulfil it, in their order. */
function keptIn({ yes }: Mask, all: readonly Member[]): Member[] {
  let count = countOf({ yes });
  if (count === all.length) return all.slice();
  const source = sourceOf(all);
  if (source) return lazyList(source.kind, placesOf({ yes }, count), (place) => all[place] as Member);
  // A list that grows to tens of thousands is copied many times over.
  const members = new Array<Member>(count);
  count = 0;
  for (let place = 0; place < yes.length; place++) if (yes[place]) members[count++] = all[place] as Member;
  return members;
}

/** Unknown, in plans where others are known. */
function unknownOf({ known }: Mask, kind: Kind, context: RunContext): number {
  if (!known.includes(0)) return 0;
  const starts = context.far?.starts(kind);
  if (starts) return unknownIn(known, starts);
  const { plans, count } = viewOf(kind, context);
  const told = new Uint32Array(count);
  const untold = new Uint32Array(count);
  for (let place = 0; place < known.length; place++) {
    const plan = plans[place] as number;
    if (known[place]) (told[plan] as number) += 1;
    else (untold[plan] as number) += 1;
  }
  return untold.reduce((sum, own, plan) => (told[plan] ? sum + own : sum), 0);
}

function unknownIn(known: Uint8Array, starts: Int32Array): number {
  let unknown = 0;
  for (let plan = 0; plan + 1 < starts.length; plan++) {
    let told = 0;
    const [from, to] = [starts[plan] as number, starts[plan + 1] as number];
    for (let place = from; place < to; place++) told += known[place] as number;
    if (told > 0) unknown += to - from - told;
  }
  return unknown;
}

/** What never changes of the subjects of a kind: a member each, and the number of its plan. */
interface KindView {
  members: readonly Member[];
  plans: Uint32Array;
  count: number;
}

const views = new WeakMap<Facts, Map<Kind, KindView>>();

function viewOf(kind: Kind, { facts }: RunContext): KindView {
  const known = views.get(facts) ?? new Map<Kind, KindView>();
  views.set(facts, known);
  const view = known.get(kind) ?? makeView(kind, facts);
  known.set(kind, view);
  return view;
}

function makeView(kind: Kind, facts: Facts): KindView {
  const subjects = facts.subjects(kind);
  const memberOf = (at: number): Member => ({ kind, subject: subjects[at] as Subject, at });
  if (sourceOf(subjects))
    return { members: lazyList(kind, subjects.length, memberOf), plans: new Uint32Array(), count: 0 };
  const numbers = new Map<string | null, number>();
  const plans = Uint32Array.from(subjects, ({ plan }) => {
    const number = numbers.get(plan) ?? numbers.size;
    numbers.set(plan, number);
    return number;
  });
  return { members: subjects.map((_, at) => memberOf(at)), plans, count: numbers.size };
}

/** All of a kind. */
export function membersIn(kind: Kind, context: RunContext): Member[] {
  return viewOf(kind, context).members.slice();
}

/** The subject at its place. */
export function memberAt(kind: Kind, place: number, context: RunContext): Member {
  const member = viewOf(kind, context).members[place];
  if (!member) throw new RangeError(`no ${kind} at ${place}`);
  return member;
}

/** Members by their ids; unknown ids are dropped. */
export function membersOf(kind: Kind, ids: readonly string[], context: RunContext): Member[] {
  const { members } = viewOf(kind, context);
  return ids.flatMap((id) => members[context.facts.position(kind, id)] ?? []);
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
function nearWords(predicates: readonly Predicate[]): string | null {
  for (const predicate of predicates) {
    if (predicate.is === 'near') return predicate.words;
    const inner = predicate.is === 'any' || predicate.is === 'all' ? nearWords(predicate.of) : null;
    if (inner !== null) return inner;
  }
  return null;
}
