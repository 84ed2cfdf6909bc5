// One set held against another: the share it has of it, or how many times as much it is.
import type { Query } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { runCount } from './count.ts';
import { isKind } from './extreme.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import type { RatioResult, RatioSide } from './result/ways.ts';
import { runSum } from './sum.ts';

/** Sums (or counts) of both sets; what of the part lies outside the whole is named. */
export function runRatio(
  query: Query,
  [part, whole]: readonly Scope[],
  context: RunContext,
): RatioResult | NothingResult {
  if (!part || !whole) throw new RangeError('a ratio needs two sets');
  const of = query.of !== null && isKind(query.of) ? query.of : null;
  const id = query.wanted[0]?.attribute ?? 'budget';
  if (of === null && !context.facts.attribute(id)) return { shape: 'nothing', scope: part, notHeld: id };
  const [first, second] = [part, whole].map((scope, at) => sideOf(scope, at, { ...query, of }, context));
  if (!first || !second) return { shape: 'nothing', scope: part, notHeld: id };
  const outside = query.as === 'share' ? outsideOf(part, whole) : [];
  const value = outside.length > 0 || !second.value ? null : (first.value ?? Number.NaN) / second.value;
  return {
    shape: 'ratio',
    scope: part,
    part: first,
    whole: second,
    of,
    as: query.as ?? 'share',
    value: value === null || Number.isNaN(value) ? null : value,
    outside,
    assumed: of === null && query.wanted.every(({ years }) => years.length === 0),
  };
}

function sideOf(scope: Scope, at: number, query: Query, context: RunContext): RatioSide | null {
  if (query.of !== null && isKind(query.of)) {
    const { counted } = runCount(query.of, scope, context);
    return { scope, attribute: null, value: counted.length, fy: null, counted, blank: [] };
  }
  const wanted = query.wanted[at] ?? query.wanted[0];
  const sum = runSum({ ...query, ask: 'sum', wanted: wanted ? [wanted] : [] }, scope, context);
  if (sum.shape === 'nothing') return null;
  const total = sum.totals.at(-1);
  if (!total) return null;
  const value = total.counted.length > 0 ? (sum.together ?? total.value) : null;
  const attribute = context.facts.attribute(wanted?.attribute ?? 'budget') ?? null;
  return { scope: sum.scope, attribute, value, fy: total.fy, counted: total.counted, blank: total.blank };
}

function outsideOf(part: Scope, whole: Scope): Member[] {
  const known = new Set(whole.members.map(({ subject }) => subject.id));
  return part.members.filter(({ subject }) => !known.has(subject.id));
}
