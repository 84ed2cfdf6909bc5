// A set of the query → its members, in the order they are named, and the set in words.
import type { Kind } from '../../facts/attribute.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Predicate, SubjectSet } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { allOf, type Mask } from './mask.ts';
import { nearPlaces } from './near.ts';
import { isOfRow, maskOf } from './predicates/mask-of.ts';
import type { Member, Scope } from './result/scope.ts';
import { nounOf, setInWords } from './set-words.ts';

/** The members of the set; those of a search in its order, named ones as typed. */
export function scopeOf(set: SubjectSet, context: RunContext): Scope {
  const { facts } = context;
  const { kind } = set;
  const size = facts.subjects(kind).length;
  const near = nearWords(set.where);
  const named = set.named === null ? null : namedPlaces(set.named, kind, context);
  const mask = allOf(
    onOneRow(set.where, kind).map((predicate) => maskOf(predicate, kind, context)),
    size,
  );
  const ranks = near === null ? null : nearPlaces(near, kind, context);
  const all = viewOf(kind, context).members;
  const members = named
    ? named.filter((place) => mask.yes[place]).map((at) => all[at] as Member)
    : membersIn(mask, all);
  if (ranks && !named) members.sort((a, b) => (ranks.get(b.at) ?? 0) - (ranks.get(a.at) ?? 0));
  context.far?.expect(members);
  return {
    kind,
    label: setInWords(set, context),
    noun: nounOf(set),
    named: named !== null && named.length > 0,
    near,
    members,
    scores: new Map(ranks ? members.map(({ subject, at }) => [subject.id, ranks.get(at) ?? 0]) : []),
    unknown: named || set.where.length === 0 ? 0 : unknownOf(mask, kind, context),
  };
}

/** 再掲 under a policy: the row under that policy carries the mark, not any row. */
function onOneRow(where: readonly Predicate[], kind: Kind): Predicate[] {
  const ofRow = where.filter(isOfRow);
  const marked = kind === 'project' && new Set(ofRow.map(({ is }) => is === 'policy')).size === 2;
  if (!marked) return [...where];
  return [...where.filter((one) => !ofRow.includes(one)), { is: 'all', of: ofRow }];
}

/** Those that fulfil it, in their order. */
function membersIn({ yes }: Mask, all: readonly Member[]): Member[] {
  let count = 0;
  for (let place = 0; place < yes.length; place++) if (yes[place]) count += 1;
  if (count === all.length) return all.slice();
  // A list that grows to tens of thousands is copied many times over.
  const members = new Array<Member>(count);
  count = 0;
  for (let place = 0; place < yes.length; place++) if (yes[place]) members[count++] = all[place] as Member;
  return members;
}

/** Unknown, in plans where others are known. */
function unknownOf({ known }: Mask, kind: Kind, context: RunContext): number {
  if (!known.includes(0)) return 0;
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
  const numbers = new Map<string | null, number>();
  const plans = Uint32Array.from(subjects, ({ plan }) => {
    const number = numbers.get(plan) ?? numbers.size;
    numbers.set(plan, number);
    return number;
  });
  return { members: subjects.map((subject, at) => ({ kind, subject, at })), plans, count: numbers.size };
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
