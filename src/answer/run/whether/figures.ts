// Claims about a figure: its bounds, which way it moved, whether it is reached.
import { baseUnit, baseValue, type Cell } from '../../../facts/cell.ts';
import type { Claim, Limit, Query, Wanted } from '../../../question/query.ts';
import { cellsOf, type RunContext } from '../context.ts';
import { asPrinted, type Points, pointsOf, wayOf } from '../difference.ts';
import { keeps } from '../predicates/limits.ts';
import { isReached, remainingOf } from '../remaining.ts';
import type { Checked } from '../result/claims.ts';
import type { Member } from '../result/scope.ts';
import type { End } from '../result/ways.ts';
import { membersOf } from '../scope.ts';
import { tellOfYear } from '../stands-for.ts';
import { carriersOf } from '../tell.ts';
import type { Check } from './check.ts';

/** The figure against what was claimed, in the same unit. */
export function keepsLimits(member: Member, check: Check): Checked[] {
  const { query, context } = check;
  if (query.wanted.length > 0 || member.kind !== 'kpi') {
    const wanted = query.wanted.length > 0 ? query.wanted : [{ attribute: 'budget', years: [] }];
    const fitting = wanted.filter(({ attribute }) => canKeep(attribute, query, context));
    return (fitting.length > 0 ? fitting : wanted).map((one) => keptBy(member, one, check));
  }
  // 3,000人弱いますよね: of a KPI whichever of its figures is meant.
  const own = ['actual', 'target', 'baseline'].map((attribute) =>
    keptBy(member, { attribute, years: query.years }, check),
  );
  const meant = own.find(({ holds }) => holds === true) ?? own.find(({ holds }) => holds !== null);
  return [meant ?? keptBy(member, { attribute: 'target', years: [] }, check)];
}

/** One attribute of the record against what was claimed. */
function keptBy(member: Member, one: Wanted, { query, claim, context }: Check): Checked {
  const told = tellOfYear(member, one, context);
  const attribute = context.facts.attribute(one.attribute);
  const money = attribute?.type === 'money';
  const values = told.map(({ cells }) =>
    cells.flatMap((cell) => {
      const value = baseValue(cell, attribute?.type);
      const unit = claim.limits[0]?.unit ?? null;
      // 2倍, 30% of an amount need another amount to be held against.
      // 100以上もある: a bare number is no amount of money that nobody spoke of.
      const bare = unit === null && !(money && query.wanted.length === 0);
      const fits = bare || (unit !== null && (money ? unit === '円' : sameUnit(cell.unit, unit)));
      return value === null || !fits ? [] : [value];
    }),
  );
  // Several KPIs of a project that differ leave it open which of them is meant.
  const kept = values
    .filter((own) => own.length > 0)
    .map((own) => own.some((value) => keeps(value, claim.limits)));
  const holds = new Set(kept).size === 1 ? (kept[0] as boolean) : null;
  const cells = told.flatMap((row) => row.cells);
  const otherwise =
    (claim.pace !== null && cells.some((cell) => keepsPace(cell, member, claim.pace) === false)) ||
    isOfOtherYear(cells, one);
  return { holds: holds === true && otherwise ? false : holds, fact: { is: 'told', told } };
}

/** 平成30年度の基準値 of one that is printed of 令和元年度. */
function isOfOtherYear(cells: readonly Cell[], { attribute, years }: Wanted): boolean {
  const dated = cells.filter(({ fy }) => fy !== null);
  return attribute === 'baseline' && years.length > 0 && dated.length > 0
    ? dated.every(({ fy }) => !years.includes(fy as number))
    : false;
}

/** 毎年3件 of 3件（令和12年度までの累計）: the figure is right, and counts otherwise; null where the document does not say. */
function keepsPace(cell: Cell, { subject }: Member, pace: Claim['pace']): boolean | null {
  const yearly = cell.every === true || /毎年|\/年$/.test(`${cell.text}${cell.unit ?? ''}`);
  const total = /累計|累積|通算/.test(`${cell.text}${subject.name}`);
  return yearly === total ? null : yearly === (pace === 'yearly');
}

/** 件/年 of a KPI that is counted in 件 each year. */
export function sameUnit(printed: string | null, claimed: string): boolean {
  const bare = (unit: string | null) => baseUnit(unit).replace(/\/年$/, '');
  return bare(printed) === bare(claimed);
}

/** 目標が基準値より低い47%: the figure is the target's; of money and words only money has a figure in yen. */
function canKeep(id: string, { between, claim }: Query, { facts }: RunContext): boolean {
  const type = facts.attribute(id)?.type;
  if (type === 'word' || type === 'text') return false;
  if (claim?.limits[0]?.unit === '円') return type === 'money';
  return between === null || between.from.attribute === between.to.attribute || id === between.to.attribute;
}

/** Rose or fell: between the years said, else from the baseline to the newest actual (or to the target, if that was asked). */
export function moved(member: Member, { query, claim, context }: Check): Checked[] {
  const kpis =
    member.kind === 'kpi' ||
    (query.wanted[0] ? context.facts.attribute(query.wanted[0].attribute)?.of.includes(member.kind) : true)
      ? [member]
      : carriersOf(
          member,
          context.facts.attribute(query.wanted[0]?.attribute ?? 'budget') ?? { of: ['kpi'] },
          context,
        );
  return kpis.map((one) => {
    const points = asPrinted(one, pointsOfMove(one, query, context), context);
    const way = wayOf(one, betweenResults(one, points, query, context), context);
    // One year held against itself says nothing of a change.
    const itself = way.from?.fy === way.to?.fy && way.from?.attribute === way.to?.attribute;
    if (!way.from || !way.to || itself) return { holds: null, fact: { is: 'way', way } };
    const change = Number((way.to.value - way.from.value).toPrecision(12));
    const went = claim.moved === 'same' ? change === 0 : claim.moved === 'up' ? change > 0 : change < 0;
    const far = claim.by.filter((limit) => !isShareOf(limit, way.from as End));
    const shares = [
      ...sharesClaimed(claim, way.from.unit),
      ...claim.by.filter((limit) => isShareOf(limit, way.from as End)),
    ];
    const kept = far.map((limit) => keepsFar(limit, way.from as End, way.to as End));
    if (went && kept.some((one) => one === null)) return { holds: null, fact: { is: 'way', way } };
    const holds =
      went &&
      kept.every((one) => one === true) &&
      shares.every((limit) => keepsShare(limit, way.from as End, way.to as End));
    const times = shares.some(({ unit }) => unit === '倍');
    return { holds, fact: { is: 'way', way, as: times ? 'times' : shares.length > 0 ? 'share' : 'amount' } };
  });
}

/** 5% of an amount is a share of it; of a rate it is so many points. */
function isShareOf({ unit }: Limit, { unit: printed }: End): boolean {
  return unit === '%' && baseUnit(printed) !== '%';
}

/** 39千円増えた: the change itself, in the unit of the figures; null where it was claimed in another. */
function keepsFar(limit: Limit, from: End, to: End): boolean | null {
  const printed = baseUnit(from.unit);
  const claimed = limit.unit === 'ポイント' ? '%' : limit.unit;
  const fits = claimed === null || printed === claimed || sameUnit(from.unit, claimed);
  const far = Number(Math.abs(to.value - from.value).toPrecision(12));
  return fits ? keeps(far, [limit]) : null;
}

/** 2割, 半分, 2倍 of a figure that is no rate itself: how much of what it was. */
export function sharesClaimed({ moved, limits }: Claim, unit: string | null): Limit[] {
  if (moved === null || baseUnit(unit) === '%') return [];
  return limits.filter((limit) => limit.unit === '%' || limit.unit === '倍');
}

/** The change as a share, or as so many times. */
function keepsShare(limit: Limit, from: End, to: End): boolean {
  if (from.value === 0) return false;
  const times = limit.unit === '倍';
  return keepsRounded(
    times ? to.value / from.value : (Math.abs(to.value - from.value) / from.value) * 100,
    limit,
  );
}

/** Claimed in round figures: 1.5倍 of 1.46, 46.3% of 46.31, 2割 of 19.6%. */
export function keepsRounded(value: number, limit: Limit): boolean {
  if (limit.relation !== '=') return keeps(Number(value.toPrecision(12)), [limit]);
  const [, decimals = ''] = /\d\.(\d+)\D*$/.exec(limit.text) ?? [];
  const places =
    limit.unit === '倍' ? Math.max(decimals.length, 1) : /割/.test(limit.text) ? 0 : decimals.length;
  return Math.abs(value - limit.value) <= 0.5 * 10 ** -places + 1e-9;
}

/** One attribute without years is no pair of ends yet. */
function apart(between: Query['between']): Query['between'] {
  if (between === null) return null;
  const { from, to } = between;
  return from.attribute === to.attribute && from.fy === to.fy ? null : between;
}

/** A plan without a column of bases: the newest result against the one of the year said, or the one before it. */
function betweenResults(
  member: Member,
  points: Points,
  { years = [] }: Query,
  { facts }: RunContext,
): Points {
  const { kind, subject } = member;
  // 現状値 of a plan that prints no results is its base.
  if (points.from.attribute === 'actual' && points.to.attribute === 'target') {
    const held = facts.cellsOf(kind, 'actual', subject.id).some(({ value }) => value !== null);
    return held ? points : { ...points, from: { attribute: 'baseline', fy: null } };
  }
  if (points.from.attribute !== 'baseline' || points.to.attribute !== 'actual') return points;
  if (facts.cellsOf(kind, 'baseline', subject.id).some(({ value }) => value !== null)) return points;
  const results = facts
    .cellsOf(kind, 'actual', subject.id)
    .flatMap(({ fy, value }) => (fy === null || value === null ? [] : [fy]))
    .sort((a, b) => a - b);
  const newest = results.at(-1);
  const [said] = years.filter((fy) => results.includes(fy) && fy !== newest);
  const before = said ?? results.at(-2);
  if (newest === undefined || before === undefined) return points;
  return { from: { attribute: 'actual', fy: before }, to: { attribute: 'actual', fy: newest } };
}

function pointsOfMove(member: Member, query: Query, context: RunContext): Points {
  const said =
    apart(query.between) ??
    (query.wanted.length > 0 ? pointsOf(member, { ...query, between: null }, context) : null);
  if (said) return said;
  if (member.kind !== 'kpi') return pointsOf(member, query, context);
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
}

/** By the newest actual; without one the baseline may meet the target already, else it cannot be decided. */
export function reached(member: Member, { query, claim, context }: Check): Checked[] {
  const { facts } = context;
  const kpis =
    member.kind === 'kpi'
      ? [member]
      : membersOf('kpi', facts.related.of(member.kind, member.subject.id, 'kpi') ?? [], context);
  return kpis.map((kpi) => {
    const remaining = remainingAt(kpi, query, context);
    const actual = remaining.from?.what === 'actual' ? remaining.from.cell : null;
    const limit = claim.limits[0];
    const by =
      limit && remaining.from
        ? keeps(
            baseValue({ value: remaining.from.value, unit: remaining.from.cell.unit }) ?? Number.NaN,
            claim.limits,
          )
        : remaining.reached;
    const met = actual && (limit || remaining.gap !== null) ? by : null;
    const holds = met === null ? null : met === claim.reached;
    return {
      holds,
      fact: {
        is: 'reached',
        remaining: limit && remaining.from ? { ...remaining, reached: by } : remaining,
        limit: limit?.text ?? null,
        actual,
      },
    };
  });
}

/** The target of the actual's own year, where it has a plain one; else the final target. */
function remainingAt(kpi: Member, query: Query, context: RunContext) {
  const remaining = remainingOf(kpi, context);
  const { from, direction } = remaining;
  const targets = cellsOf(context, 'kpi', 'target', kpi.subject.id);
  const year =
    query.wanted.find(({ attribute }) => attribute === 'target')?.years.at(-1) ??
    (from?.what === 'actual' ? from.cell.fy : null);
  const own = targets.find((cell) => cell.fy === year && cell.value !== null && !cell.final);
  if (!from || !own || own.value === null || remaining.to?.fy === year) return remaining;
  const gap = Number((own.value - from.value).toPrecision(12));
  return { ...remaining, to: own, gap, reached: isReached(gap, direction) };
}
