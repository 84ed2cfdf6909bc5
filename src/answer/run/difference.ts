// From one cell to another: two years, baseline and target, one subject or a whole set.
import type { Attribute, Kind } from '../../facts/attribute.ts';
import { baseUnit, baseValue, type Cell } from '../../facts/cell.ts';
import { figureOf, newestFigure } from '../../facts/derived.ts';
import { bareName } from '../../facts/facts.ts';
import { labelledFigures } from '../../facts/labelled-figures.ts';
import { pick } from '../../facts/lazy-list.ts';
import type { Query } from '../../question/query.ts';
import { cellsOf, type RunContext } from './context.ts';
import { oncePerKind } from './once-per-kind.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope, Told } from './result/scope.ts';
import type { DifferenceResult, End, Way } from './result/ways.ts';
import { baseOfYear } from './stands-for.ts';
import { carrying, defaultAttribute, totalOf } from './sum.ts';
import { tell } from './tell.ts';

/** An attribute and a year; no year: the newest, of a target the final one. */
export interface Point {
  attribute: string;
  fy: number | null;
}
export interface Points {
  from: Point;
  to: Point;
}

/** The two ends of each member, and of all together where the attribute adds up. */
export function runDifference(
  query: Query,
  scope: Scope,
  context: RunContext,
): DifferenceResult | NothingResult {
  const id = query.between?.from.attribute ?? query.wanted[0]?.attribute ?? defaultOf(scope);
  const attribute = context.facts.attribute(id);
  if (!attribute) return { shape: 'nothing', scope, notHeld: id };
  const members = carrying(scope, attribute, context);
  const ways =
    labelledWays(members, query, context) ??
    budgetWays(members, query, context) ??
    members.map((member) =>
      wayOf(member, asPrinted(member, pointsOf(member, query, context), context), context),
    );
  const total = members.length > 1 && attribute.adds ? totalWay(members, query, context) : null;
  return {
    shape: 'difference',
    scope: { ...scope, members },
    ways: total ? [total, ...ways] : ways,
    as: query.between?.as ?? 'amount',
    assumed: query.between === null && (query.wanted[0]?.years.length ?? 0) === 0,
  };
}

/** 平日と休日の差: two figures of one cell, in the order of their labels. */
function labelledWays(members: readonly Member[], query: Query, context: RunContext): Way[] | null {
  const [one, other] = query.between?.labels ?? [];
  const { attribute: id, fy } = query.between?.from ?? {};
  const attribute = context.facts.attribute(id ?? '');
  if (one === undefined || other === undefined || !attribute) return null;
  return members.flatMap((member): Way[] => {
    const cells = cellsOf(context, member.kind, attribute.id, member.subject.id);
    const endOf = (of: string) =>
      cells.flatMap((cell) => {
        const figure = labelledFigures(cell).find(({ label }) => label === of);
        const { text, value } = figure ?? {};
        if (text === undefined || value === undefined || (fy !== null && cell.fy !== fy)) return [];
        return endAt(attribute, { ...cell, text, value }) ?? [];
      })[0];
    const [from, to] = [endOf(one), endOf(other)];
    return from && to ? [{ member, from, to, counted: 1, blank: [], told: [] }] : [];
  });
}

/** Of more members than this only the total is given: which of them have both figures is enough. */
const mostRead = 40;

/** The ways of many budgets between two years, read from columns without the cells; null for anything else. */
function budgetWays(members: readonly Member[], query: Query, { facts }: RunContext): Way[] | null {
  const points = samePoints(query);
  const isBudget = ({ attribute, fy }: Point) => attribute === 'budget' && fy !== null;
  const attribute = facts.attribute('budget');
  if (!points || !attribute || members.length <= mostRead) return null;
  if (!isBudget(points.from) || !isBudget(points.to)) return null;
  const end = ({ fy }: Point) => {
    const columns = oncePerKind((kind) => facts.column(kind, 'budget', fy));
    return ({ kind, at }: Member): End | null => {
      const value = columns(kind)[at] ?? Number.NaN;
      return Number.isNaN(value) ? null : { attribute, fy, value, unit: '千円', cell: null };
    };
  };
  const [from, to] = [end(points.from), end(points.to)];
  return members.map((member) => ({
    member,
    from: from(member),
    to: to(member),
    counted: 1,
    blank: [],
    told: [],
  }));
}

const defaultOf = (scope: Scope) => (scope.kind === 'kpi' ? 'target' : defaultAttribute(scope));

/** What was said; else two years of the attribute, else the way from the baseline to the final target. */
export function pointsOf({ kind, subject }: Member, query: Query, context: RunContext): Points {
  const { between } = query;
  // The same cell twice: the year before it, or the newest two.
  const open =
    between?.from.attribute === between?.to.attribute &&
    (between?.from.fy ?? null) === (between?.to.fy ?? null);
  if (between && !open) return between;
  const [wanted] = query.wanted;
  const attribute = between?.to.attribute ?? wanted?.attribute ?? (kind === 'kpi' ? 'target' : 'budget');
  const years = between ? (between.to.fy === null ? [] : [between.to.fy]) : (wanted?.years ?? []);
  const [first, last] = [years[0], years.at(-1)];
  if (first !== undefined && last !== undefined && first !== last)
    return { from: { attribute, fy: first }, to: { attribute, fy: last } };
  if (kind === 'kpi' && bareName(attribute) !== 'rate') return pointsOfKpi(attribute, first ?? null);
  const figures = cellsOf(context, kind, attribute, subject.id).filter(
    ({ value, fy }) => value !== null && fy !== null,
  );
  const to = first ?? figures.at(-1)?.fy ?? null;
  const before = first === undefined ? (figures.at(-2)?.fy ?? null) : first - 1;
  return { from: { attribute, fy: before }, to: { attribute, fy: to } };
}

/** Where no result is printed the present value (現状値) is what there is; the sentence names it. */
export function asPrinted(member: Member, points: Points, { facts }: RunContext): Points {
  const { kind, subject } = member;
  const told = (attribute: string) =>
    facts.cellsOf(kind, attribute, subject.id).some(({ value }) => value !== null);
  const of = (attribute: string, fy: number | null) =>
    facts.cellsOf(kind, attribute, subject.id).some((cell) => cell.fy === fy && cell.value !== null);
  const point = (own: Points['from'], other: Points['from']) =>
    // 目標は平成30年度の値より高い: that year holds the baseline and no target.
    own.attribute === 'target' && own.fy !== null && !of('target', own.fy) && of('baseline', own.fy)
      ? { attribute: 'baseline', fy: own.fy }
      : own.attribute === 'actual' && other.attribute === 'target' && !told('actual') && told('baseline')
        ? { attribute: 'baseline', fy: null }
        : own;
  return { from: point(points.from, points.to), to: point(points.to, points.from) };
}

function pointsOfKpi(attribute: string, fy: number | null): Points {
  const from = { attribute: 'baseline', fy: null };
  return { from, to: { attribute: attribute === 'baseline' ? 'target' : attribute, fy } };
}

/** The ends that stand in the document. */
export function wayOf(member: Member, said: Points, context: RunContext): Way {
  const points = { from: ofYear(member, said.from, context), to: ofYear(member, said.to, context) };
  const rows = rowsApart(member, points, context);
  const from = rows?.from ?? endOf(member, points.from, context);
  const to = rows?.to ?? endOf(member, points.to, context);
  const told = [points.from, points.to].flatMap(({ attribute, fy }): Told[] =>
    tell(member, { attribute, years: fy === null ? [] : [fy] }, context),
  );
  const comparable = from && to && baseUnit(from.unit) === baseUnit(to.unit);
  const usable = comparable || !from || !to;
  return { member, from: usable ? from : null, to: usable ? to : null, counted: 1, blank: [], told };
}

/** No. 32 and No. 34: two figures that one column without years prints for a project that is listed again. */
function rowsApart(
  { kind, subject }: Member,
  { from, to }: Points,
  context: RunContext,
): { from: End; to: End } | null {
  const attribute = context.facts.attribute(to.attribute);
  if (!attribute || from.attribute !== to.attribute || from.fy !== null || to.fy !== null) return null;
  const ends = cellsOf(context, kind, to.attribute, subject.id).flatMap(
    (cell) => endAt(attribute, cell) ?? [],
  );
  const [first, second, more] = ends.filter(
    ({ fy, value }, at) => fy === null && ends.findIndex((other) => other.value === value) === at,
  );
  return first && second && !more ? { from: first, to: second } : null;
}

/** 平成25年度のころより: the base, where it is of that year. */
function ofYear(member: Member, point: Point, context: RunContext): Point {
  const base = baseOfYear(member, point.attribute, point.fy, context);
  return base ? { attribute: 'baseline', fy: null } : point;
}

/** The figure of the cell; 前年度比増 is none. */
function endOf({ kind, subject }: Member, { attribute, fy }: Point, context: RunContext): End | null {
  const declared = context.facts.attribute(attribute);
  if (!declared) return null;
  const cells = cellsOf(context, kind, attribute, subject.id);
  const cell =
    fy === null && bareName(attribute) !== 'target'
      ? newestFigure(cells)
      : figureOf(cells, fy, bareName(attribute));
  return cell ? endAt(declared, cell) : null;
}

function endAt(attribute: Attribute, cell: Cell): End | null {
  const value = baseValue(cell, attribute.type);
  return value === null ? null : { attribute, fy: cell.fy, value, unit: cell.unit, cell };
}

/** Both sums over the members that have a figure in that year. */
function totalWay(members: readonly Member[], query: Query, context: RunContext): Way | null {
  const [first] = members;
  if (!first) return null;
  const same = samePoints(query);
  const points = same ? [same] : members.map((member) => pointsOf(member, query, context));
  const newest = points.reduce((best, one) => ((one.to.fy ?? 0) > (best.to.fy ?? 0) ? one : best));
  const [from, to] = [newest.from, newest.to].map((point) => totalAt(point, members, context));
  if (!from || !to) return null;
  const end = ({ attribute, total }: typeof from): End => ({
    attribute,
    fy: total.fy,
    value: total.value,
    unit: attribute.type === 'money' ? '千円' : null,
    cell: null,
  });
  const start = context.facts.column(first.kind, from.attribute.id, from.total.fy);
  const laterOnly = pick(to.total.counted, (at) => Number.isNaN(start[at]));
  return {
    member: null,
    from: end(from),
    to: end(to),
    counted: from.total.counted.length + laterOnly.length,
    blank: [...from.total.blank, ...to.total.blank],
    told: [],
  };
}

/** The sum at one end; null where nothing adds up there, or the year is open. */
function totalAt({ attribute: id, fy }: Point, members: readonly Member[], context: RunContext) {
  const attribute = context.facts.attribute(id);
  if (!attribute?.adds || (fy === null && attribute.byYear)) return null;
  const total = totalOf({ attribute, fy, members }, context);
  return total.counted.length === 0 ? null : { attribute, total };
}

/** The change of every subject of a kind, for ranking: rises, gaps by size, rates of change in per cent, ratios. */
export function changeColumn(
  { kind, query, attribute }: { kind: Kind; query: Query; attribute: Attribute },
  context: RunContext,
): Float64Array {
  const { facts } = context;
  const by = query.extreme?.by ?? 'rise';
  const same = samePoints(query);
  if (same) {
    const columnOf = ({ attribute: id, fy }: Point) => facts.column(kind, id, fy);
    return changesBetween(columnOf(same.from), columnOf(same.to), by);
  }
  return Float64Array.from(facts.subjects(kind), (subject, at) => {
    const member = { kind, subject, at };
    const points = pointsOf(
      member,
      { ...query, wanted: query.wanted.length > 0 ? query.wanted : [{ attribute: attribute.id, years: [] }] },
      context,
    );
    const from = endOf(member, points.from, context);
    const to = endOf(member, points.to, context);
    if (!from || !to || baseUnit(from.unit) !== baseUnit(to.unit)) return Number.NaN;
    return changeOf(from.value, to.value, by);
  });
}

/** Both ends, where they are the same for every subject: then columns are enough. */
export function samePoints({ between, wanted }: Pick<Query, 'between' | 'wanted'>): Points | null {
  if (between) return between;
  const [first] = wanted;
  const [from, to] = [first?.years[0], first?.years.at(-1)];
  if (!first || from === undefined || to === undefined) return null;
  if (from === to)
    return first.attribute === 'budget'
      ? { from: { attribute: 'budget', fy: from - 1 }, to: { attribute: 'budget', fy: from } }
      : null;
  return { from: { attribute: first.attribute, fy: from }, to: { attribute: first.attribute, fy: to } };
}

/** Of very many most have no figure in one of the years. */
function changesBetween(
  start: Float64Array,
  end: Float64Array,
  by: NonNullable<Query['extreme']>['by'],
): Float64Array {
  const changes = new Float64Array(start.length).fill(Number.NaN);
  for (let at = 0; at < changes.length; at++) {
    const [from, to] = [start[at] as number, end[at] as number];
    if (!Number.isNaN(from) && !Number.isNaN(to)) changes[at] = changeOf(from, to, by);
  }
  return changes;
}

function changeOf(from: number, to: number, by: NonNullable<Query['extreme']>['by']): number {
  const way = to - from;
  // Whole figures need no mending, and there may be very many.
  const change = Number.isInteger(way) || Number.isNaN(way) ? way : Number(way.toPrecision(12));
  if (by === 'gap') return Math.abs(change);
  if (by === 'ratio') return from === 0 ? Number.NaN : to / from;
  if (by === 'rate-of-change') return from === 0 ? Number.NaN : (change / from) * 100;
  return change;
}
