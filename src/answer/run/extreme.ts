// The member with the largest or smallest figure, count or change; ties are all winners.
import type { Attribute, Kind } from '../../facts/attribute.ts';
import { figureOf } from '../../facts/derived.ts';
import { bareName, type Facts } from '../../facts/facts.ts';
import {
  eachPlaceIn,
  lazyList,
  mapped,
  pick,
  pickLater,
  type Source,
  sourceOf,
} from '../../facts/lazy-list.ts';
import type { Query } from '../../question/query.ts';
import { cellsOf, type RunContext } from './context.ts';
import { changeColumn } from './difference.ts';
import { oncePerKind } from './once-per-kind.ts';
import type { ExtremeResult, Ranked } from './result/figures.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import { carrying, defaultAttribute, yearsOf } from './sum.ts';

type Extreme = NonNullable<Query['extreme']>;

/** Ranks figures of one unit only: % are never held against 人. */
export function runExtreme(query: Query, scope: Scope, context: RunContext): ExtremeResult | NothingResult {
  const extreme = query.extreme ?? { way: 'max', top: 1, nth: null, by: 'value' };
  if (query.of !== null && isKind(query.of)) return byCount(query.of, extreme, scope, context);
  const [wanted] = query.wanted;
  const id =
    wanted?.attribute ??
    query.between?.from.attribute ??
    (scope.kind === 'kpi' ? 'rate' : defaultAttribute(scope));
  const attribute = context.facts.attribute(id);
  if (!attribute) return { shape: 'nothing', scope, notHeld: id };
  if (attribute.type === 'reference') return byCount(kindOfReference(attribute.id), extreme, scope, context);
  const members = carrying(scope, attribute, context);
  const said = wanted?.years ?? [];
  const value = extreme.by === 'value';
  const final = newestEach(attribute, said);
  const years = final ? [] : value ? yearsOf({ attribute, said: said.slice(-1), members }, context) : said;
  const columns = oncePerKind((kind) =>
    value
      ? context.facts.column(kind, id, years[0] ?? null)
      : changeColumn({ kind, query, attribute }, context),
  );
  const figures = figuresOf(members, columns);
  // Rates and ratios have no unit: figures of all units are held against each other.
  const relative = extreme.by === 'ratio' || extreme.by === 'rate-of-change';
  const own = relative ? { figures, unit: null } : ownUnit(figures, attribute, context);
  const { placeOf } = extreme;
  const best = placeOf
    ? namedAmong(own.figures, placeOf, context)
    : winnersAmong(own.figures, value ? extreme : { ...extreme, way: wayOfChange(extreme) });
  context.far?.expect(mapped(best, ({ member }) => member));
  return {
    shape: 'extreme',
    scope: { ...scope, members },
    attribute,
    of: null,
    by: extreme.by,
    way: extreme.way,
    nth: extreme.nth,
    top: extreme.top,
    years: years.flatMap((fy) => fy ?? []),
    unit: own.unit,
    winners: mapped(best, (one) =>
      withCells(one, () => cellsFor(one.member, attribute, years[0] ?? null, context)),
    ),
    places: placeOf ? best.map((one) => placeAmong(own.figures, one.value, extreme.way)) : [],
    compared: own.figures.values.length,
    left: members.length - figures.values.length,
    otherUnit: figures.values.length - own.figures.values.length,
    assumed: value && said.length === 0 && attribute.byYear,
  };
}

/** Targets are held against each other by their final ones, whatever the year. */
function newestEach(attribute: Attribute, said: readonly number[]): boolean {
  return said.length === 0 && bareName(attribute.id) === 'target';
}

/** A fall is ranked by the largest fall, a gap by its size. */
function wayOfChange({ by, way }: Extreme): 'max' | 'min' {
  if (by === 'fall') return way === 'max' ? 'min' : 'max';
  return way;
}

const kinds: readonly string[] = ['project', 'kpi', 'policy', 'plan', 'town', 'department', 'row'];
export const isKind = (of: string): of is Kind => kinds.includes(of);

const references: Readonly<Record<string, Kind>> = { kpis: 'kpi', projects: 'project', towns: 'town' };
const kindOfReference = (id: string): Kind => references[id] ?? (id as Kind);

/** Members that have a figure, each with its figure at the same place: there may be very many. */
interface Figures {
  members: readonly Member[];
  values: Float64Array;
}

function figuresOf(members: readonly Member[], columnOf: (kind: Kind) => Float64Array): Figures {
  const source = sourceOf(members);
  if (source) return figuresAt(members, source, columnOf(source.kind));
  const found: Member[] = [];
  const values: number[] = [];
  for (const member of members) {
    const value = columnOf(member.kind)[member.at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    found.push(member);
    values.push(value);
  }
  return { members: found, values: Float64Array.from(values) };
}

/** Of a million places nothing is called, and only what is kept is put down. */
function figuresAt(
  members: readonly Member[],
  { places, length }: { places: Int32Array | null; length: number },
  column: Float64Array,
): Figures {
  const figureAt = (i: number) => column[places === null ? i : (places[i] as number)] as number;
  let count = 0;
  for (let i = 0; i < length; i++) if (!Number.isNaN(figureAt(i))) count += 1;
  const values = new Float64Array(count);
  for (let i = 0, next = 0; next < count; i++) {
    const value = figureAt(i);
    if (!Number.isNaN(value)) values[next++] = value;
  }
  return { members: pickLater(members, count, (at) => !Number.isNaN(column[at])), values };
}

/** The unit most figures have; the others cannot be compared. */
function ownUnit(figures: Figures, attribute: Attribute, { facts }: RunContext) {
  const { members, values } = figures;
  if (attribute.type === 'money') return { figures, unit: '千円' };
  if (attribute.type === 'rate') return { figures, unit: '%' };
  if (members[0]?.kind !== 'kpi') return { figures, unit: null };
  const units = facts.units();
  const unitAt = (at: number) => units[at] ?? '';
  const counts = new Map<string, number>();
  eachPlaceIn(members, (at) => {
    counts.set(unitAt(at), (counts.get(unitAt(at)) ?? 0) + 1);
  });
  const [unit = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const own: number[] = [];
  let next = 0;
  eachPlaceIn(members, (at) => {
    const value = values[next++] as number;
    if (unitAt(at) === unit) own.push(value);
  });
  const ofUnit = pick(members, (at) => unitAt(at) === unit);
  return { figures: { members: ofUnit, values: Float64Array.from(own) }, unit };
}

/** Those whose place is asked for. */
function namedAmong({ members, values }: Figures, ids: readonly string[], { facts }: RunContext): Ranked[] {
  const [first] = members;
  const places = new Set(first ? ids.map((id) => facts.position(first.kind, id)) : []);
  const named: Ranked[] = [];
  let next = 0;
  eachPlaceIn(members, (at) => {
    const value = values[next] as number;
    if (places.has(at)) named.push({ member: members[next] as Member, value, cells: [] });
    next += 1;
  });
  return named;
}

/** One more than have a better figure. */
function placeAmong({ values }: Figures, own: number, way: Extreme['way']): number {
  return 1 + values.filter((value) => (way === 'max' ? value > own : value < own)).length;
}

/** The first `top`, or only the one at `nth`, with whoever has the same figure. */
export function winnersAmong({ members, values }: Figures, extreme: Omit<Extreme, 'by'>): Ranked[] {
  const isIn = within(values, extreme);
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if (isIn(values[place] as number)) places.push(place);
  const first = values[places[0] ?? 0] as number;
  const source = sourceOf(members);
  if (source && places.length > mostMade && places.every((place) => values[place] === first))
    return alikeAmong(source, places, first);
  const best = places.map(
    (place): Ranked => ({ member: members[place] as Member, value: values[place] as number, cells: [] }),
  );
  return inOrder(best, extreme);
}

/** Of more with the same figure each is made when somebody looks at it. */
const mostMade = 1000;

/** Members at these places of a list, all of one figure. */
function alikeAmong(source: Source, among: readonly number[], value: number): Ranked[] {
  const { places, kind, make } = source;
  const own = places === null ? Int32Array.from(among) : Int32Array.from(among, (i) => places[i] as number);
  return lazyList(kind, own, (place): Ranked => ({ member: make(place) as Member, value, cells: [] }));
}

/** The first `top`, or only the one at `nth`; whoever has the same figure is in. */
export function winners(ranked: readonly Ranked[], extreme: Omit<Extreme, 'by'>): Ranked[] {
  const isIn = within(
    Float64Array.from(ranked, ({ value }) => value),
    extreme,
  );
  return inOrder(
    ranked.filter(({ value }) => isIn(value)),
    extreme,
  );
}

function within(values: Float64Array, { way, top, nth }: Omit<Extreme, 'by'>): (value: number) => boolean {
  const place = nth ?? Math.min(top, values.length);
  const bound = place > values.length ? undefined : figureAt(values, place, way);
  if (bound === undefined) return () => false;
  if (nth !== null) return (value) => value === bound;
  return way === 'max' ? (value) => value >= bound : (value) => value <= bound;
}

const inOrder = (ranked: Ranked[], { way }: Pick<Extreme, 'way'>) =>
  ranked.sort((a, b) => (way === 'max' ? b.value - a.value : a.value - b.value));

/** More places than this are counted off a sorted list. */
const fewPlaces = 50;

/** The figure at a place from the top or the bottom, 1 the first; each of equal ones has a place. */
function figureAt(values: Float64Array, place: number, way: Extreme['way']): number | undefined {
  const sign = way === 'max' ? -1 : 1;
  if (place > fewPlaces) {
    const sorted = Float64Array.from(values, (value) => sign * value).sort();
    const at = sorted[place - 1];
    return at === undefined ? undefined : sign * at;
  }
  // The first so many, in order: most figures are behind the last of them.
  const first: number[] = [];
  for (const value of values) {
    const own = sign * value;
    if (first.length === place && own >= (first[place - 1] as number)) continue;
    let at = first.length;
    while (at > 0 && (first[at - 1] as number) > own) at--;
    first.splice(at, 0, own);
    if (first.length > place) first.pop();
  }
  const last = first[place - 1];
  return last === undefined ? undefined : sign * last;
}

function byCount(of: Kind, extreme: Extreme, scope: Scope, { facts, far }: RunContext): ExtremeResult {
  const counts = far?.counts(scope.kind, of) ?? countsOf(scope, of, facts);
  const figures = figuresOf(scope.members, () => counts);
  return {
    shape: 'extreme',
    scope,
    attribute: null,
    of,
    by: 'value',
    way: extreme.way,
    nth: extreme.nth,
    top: extreme.top,
    years: [],
    unit: null,
    winners: winnersAmong(figures, extreme),
    places: [],
    compared: figures.values.length,
    left: scope.members.length - figures.values.length,
    otherUnit: 0,
    assumed: false,
  };
}

/** How many of the kind belong to each member. */
function countsOf({ kind, members }: Scope, of: Kind, facts: Facts): Float64Array {
  const counts = new Float64Array(facts.subjects(kind).length).fill(Number.NaN);
  for (const { subject, at } of members)
    counts[at] = facts.related.of(kind, subject.id, of)?.length ?? Number.NaN;
  return counts;
}

/** Of very many with the same figure only the first ones are named, and only their cells are read. */
function withCells({ member, value }: Ranked, read: () => Ranked['cells']): Ranked {
  let cells: Ranked['cells'] | undefined;
  return {
    member,
    value,
    get cells() {
      cells ??= read();
      return cells;
    },
  };
}

function cellsFor({ kind, subject }: Member, attribute: Attribute, fy: number | null, context: RunContext) {
  const cells = cellsOf(context, kind, attribute.id, subject.id);
  const cell = figureOf(cells, fy, bareName(attribute.id));
  return cell ? [cell] : [];
}
