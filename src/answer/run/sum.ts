// Sums and averages over a set: each member once, blanks named, one year or several.
import { type Attribute, addsWhenAsked, type Kind } from '../../facts/attribute.ts';
import { anyPlaceIn, eachPlaceIn, pickLater, sourceOf } from '../../facts/lazy-list.ts';
import { addsOver, rowUnit } from '../../facts/row-unit.ts';
import type { Query, Wanted } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import type { SumResult, Total } from './result/figures.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import { carriersOf } from './tell.ts';

/** `wanted[0]` over the set, or over what carries it (the projects of a department). */
export function runSum(query: Query, scope: Scope, context: RunContext): SumResult | NothingResult {
  const [wanted] = query.wanted;
  const id = wanted?.attribute ?? defaultAttribute(scope);
  const attribute = context.facts.attribute(id);
  const averaged = query.ask === 'average' || query.ask === 'median';
  const added =
    alike(attribute, scope, context) || (wanted !== undefined && overYears(wanted, scope, context));
  if (!attribute || !(addsWhenAsked(attribute) || averaged || added))
    return { shape: 'nothing', scope, notHeld: id };
  const members = carrying(scope, attribute, context);
  const said = wanted?.years ?? [];
  const years = yearsOf({ attribute, said, members }, context);
  const totals = years.map((fy) => totalOf({ attribute, fy, members }, context));
  const shape = query.ask === 'average' || query.ask === 'median' ? query.ask : 'sum';
  const beside = query.of === 'columns' ? columnsBeside(query.wanted.slice(1), members, context) : [];
  const values = [totals, ...beside.map((one) => one.totals)].flat().map(({ value }) => value);
  return {
    shape,
    scope: { ...scope, members },
    attribute,
    totals: totals.map((total) => middle(total, { shape, attribute }, context)),
    beside,
    together: values.length > 1 && shape === 'sum' ? values.reduce((sum, value) => sum + value, 0) : null,
    unit: unitOf(members, attribute, context),
    assumed: said.length === 0 && attribute.byYear,
  };
}

/** 予算と人件費の合計: what the other columns of money come to over the same members. */
function columnsBeside(
  others: readonly Wanted[],
  members: readonly Member[],
  context: RunContext,
): SumResult['beside'] {
  return others.flatMap(({ attribute: id, years: said }) => {
    const attribute = context.facts.attribute(id);
    if (attribute?.type !== 'money') return [];
    const years = attribute.byYear ? yearsOf({ attribute, said, members }, context) : [null];
    return [{ attribute, totals: years.map((fy) => totalOf({ attribute, fy, members }, context)) }];
  });
}

/** Two named records of one unit: their figures may be added up, where somebody asks for it. */
function alike(
  attribute: Attribute | undefined,
  { kind, named, members }: Scope,
  { facts }: RunContext,
): boolean {
  if (!attribute) return false;
  const { of } = attribute;
  if (kind === 'project' && named && members.length > 1) return addsOver(attribute, idsOf(members), facts);
  if (kind !== 'kpi' || !named || members.length < 2 || !of.includes('kpi')) return false;
  const units = new Set(members.map(({ at }) => facts.units()[at]));
  return units.size === 1 && !units.has('%') && !units.has('');
}

/** One KPI's figures of several years, that count something. */
function overYears(
  { attribute, years }: Wanted,
  { kind, named, members }: Scope,
  { facts }: RunContext,
): boolean {
  const [only, more] = members;
  if (kind !== 'kpi' || !named || !only || more || years.length < 2) return false;
  const unit = facts.units()[only.at] ?? '';
  return (attribute === 'actual' || attribute === 'target') && !/^(?:|%|ポイント|位|点|歳)$/.test(unit);
}

/** What is added up where nothing was said. */
export function defaultAttribute({ kind }: Pick<Scope, 'kind'>): string {
  return kind === 'kpi' ? 'actual' : 'budget';
}

/** Members that have the attribute; a project listed twice is one. */
export function carrying(scope: Scope, attribute: Attribute, context: RunContext): Member[] {
  // The members of a set are each there once.
  if (attribute.of.includes(scope.kind) && scope.kind !== 'row') return scope.members;
  const of = withoutRows(attribute);
  return once(
    scope.members.flatMap((member) => carriersOf(member, { ...attribute, of }, context)),
    context,
  );
}

/** The first of each member, recognised by its place among its kind. */
function once(members: readonly Member[], { facts }: RunContext): Member[] {
  const seen = new Map<Kind, Uint8Array>();
  let [kind, marks]: [Kind | null, Uint8Array] = [null, new Uint8Array()];
  return members.filter((member) => {
    if (member.kind !== kind) {
      kind = member.kind;
      marks = seen.get(kind) ?? new Uint8Array(facts.subjects(kind).length);
      seen.set(kind, marks);
    }
    if (marks[member.at]) return false;
    marks[member.at] = 1;
    return true;
  });
}

const withoutRows = ({ of }: Attribute) => of.filter((kind) => kind !== 'row');

/** The years said; else the newest any member has a figure for. */
export function yearsOf(
  { attribute, said, members }: { attribute: Attribute; said: readonly number[]; members: readonly Member[] },
  { facts }: RunContext,
): (number | null)[] {
  if (said.length > 0) return [...said];
  if (!attribute.byYear) return [null];
  const years = facts.years(attribute.id);
  const [first] = members;
  if (!first) return years.slice(-1);
  const newest = years.findLast((fy) => {
    const column = facts.column(first.kind, attribute.id, fy);
    return anyPlaceIn(members, (at) => !Number.isNaN(column[at]));
  });
  return newest === undefined ? years.slice(-1) : [newest];
}

/** The sum of one year over the members; those without a figure are named, not counted as 0. */
export function totalOf(
  { attribute, fy, members }: { attribute: Attribute; fy: number | null; members: readonly Member[] },
  { facts }: RunContext,
): Total {
  const [first] = members;
  const column = first ? facts.column(first.kind, attribute.id, fy) : new Float64Array();
  const isBlank = (at: number) => Number.isNaN(column[at] ?? Number.NaN);
  const { sum, count } = addedUp(members, column);
  const counted = pickLater(members, count, (at) => !isBlank(at));
  const blank = pickLater(members, members.length - count, isBlank);
  return { fy, value: Number(sum.toPrecision(15)), counted, blank };
}

/** The sum of the figures there are, and how many; of a million places nothing is called. */
function addedUp(members: readonly Member[], column: Float64Array): { sum: number; count: number } {
  const source = sourceOf(members);
  const places = source ? source.places : Int32Array.from(members, ({ at }) => at);
  // Asked of a lazy list a million times, its length alone takes long.
  const { length } = members;
  let [sum, count] = [0, 0];
  for (let i = 0; i < length; i++) {
    const figure = column[places === null ? i : (places[i] as number)] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    sum += figure;
    count += 1;
  }
  return { sum, count };
}

/** The average or the median instead of the sum. */
function middle(
  total: Total,
  { shape, attribute }: Pick<SumResult, 'shape' | 'attribute'>,
  { facts }: RunContext,
): Total {
  const [first] = total.counted;
  if (shape === 'sum' || !first) return total;
  if (shape === 'average') return { ...total, value: total.value / total.counted.length };
  const column = facts.column(first.kind, attribute.id, total.fy);
  const sorted = new Float64Array(total.counted.length);
  let next = 0;
  eachPlaceIn(total.counted, (at) => {
    sorted[next++] = column[at] ?? Number.NaN;
  });
  sorted.sort();
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return { ...total, value: (low + high) / 2 };
}

function unitOf(members: readonly Member[], attribute: Attribute, { facts }: RunContext): string | null {
  if (attribute.type === 'money') return '千円';
  if (attribute.type === 'rate') return '%';
  const [first] = members;
  if (first?.kind === 'kpi') return facts.units()[first.at] ?? null;
  return attribute.unit ?? rowUnit(attribute, idsOf(members), facts);
}

/** Of more than fifty nothing is looked at one by one. */
const idsOf = (members: readonly Member[]) =>
  members.length > 50 ? [] : members.map(({ subject }) => subject.id);
