// Two or more sides by one measure: figures, words, counts, sums or changes.
import type { Attribute, Kind } from '../../facts/attribute.ts';
import { baseValue } from '../../facts/cell.ts';
import { figureOf } from '../../facts/derived.ts';
import { bareName } from '../../facts/facts.ts';
import type { Query } from '../../question/query.ts';
import { cellsOf, nameOf, type RunContext } from './context.ts';
import { runCount } from './count.ts';
import { pointsOf, wayOf } from './difference.ts';
import { isKind } from './extreme.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import type { CompareResult, Side } from './result/ways.ts';
import { defaultAttribute, runSum } from './sum.ts';
import { tell } from './tell.ts';

/** Named members are sides of their own; a set that is not named is one side. */
export function runCompare(
  query: Query,
  scopes: readonly Scope[],
  context: RunContext,
): CompareResult | NothingResult {
  const same = query.claim?.same !== null && query.claim?.same !== undefined;
  const of = query.of !== null && isKind(query.of) ? query.of : null;
  const change = query.between !== null || (query.extreme !== null && query.extreme.by !== 'value');
  const years = query.between ? 0 : (query.wanted[0]?.years.length ?? 0);
  const among = scopes.length === 1 && of === null && years < 2;
  const sidesOf = scopes.flatMap((scope) => (among ? apart(scope) : split(scope)));
  const id = attributeId(query, sidesOf, context);
  const attribute = of ? null : (context.facts.attribute(id) ?? null);
  const base = {
    shape: 'compare' as const,
    scopes: [...scopes],
    attribute,
    of: of ?? (attribute?.type === 'reference' && !same ? countedBy(attribute.id) : null),
    change,
    byRate: query.between?.as === 'share',
    years: [...(query.wanted[0]?.years ?? [])],
    way: query.extreme?.way ?? ('max' as const),
    same,
    assumed: (query.wanted[0]?.years.length ?? 0) === 0,
  };
  const [first] = scopes;
  if (!of && !attribute && first) return { shape: 'nothing', scope: first, notHeld: id };
  const byYears = sidesOf.length === 1 && base.years.length > 1 && !change;
  const sides = byYears
    ? base.years.flatMap((fy) =>
        sidesOf.map((side) =>
          sideOf(side, base, { ...query, wanted: [{ attribute: id, years: [fy] }] }, context),
        ),
      )
    : sidesOf.map((side) =>
        sideOf(side, base, { ...query, wanted: [{ attribute: id, years: base.years }] }, context),
      );
  return { ...base, sides };
}

/** What is compared: what was said, else the first that all sides have. */
function attributeId(query: Query, scopes: readonly Scope[], context: RunContext): string {
  const said = query.between?.from.attribute ?? query.wanted[0]?.attribute;
  if (said) return said;
  const [first] = scopes;
  if (first?.kind !== 'kpi') return defaultAttribute(first ?? { kind: 'project' });
  const all = (attribute: string) =>
    scopes.every(({ members }) =>
      members.every(({ subject }) =>
        cellsOf(context, 'kpi', attribute, subject.id).some(({ value }) => value !== null),
      ),
    );
  return ['actual', 'target', 'baseline'].find(all) ?? 'actual';
}

const counts: Readonly<Record<string, Kind>> = { towns: 'town', kpis: 'kpi', projects: 'project' };
const countedBy = (id: string): Kind | null => counts[id] ?? null;

/** その中でどちらが大きい: a few members are held against each other. */
function apart(scope: Scope): Scope[] {
  const few = scope.members.length > 1 && scope.members.length <= mostSides;
  return few ? scope.members.map((member) => ({ ...scope, members: [member] })) : split(scope);
}

/** More are no matter of どちら. */
const mostSides = 6;

/** どちら of the members of one set that are too many to be told one by one: only the winner is. */
export function isTooMany({ wanted, of, claim, extreme, between }: Query, scopes: readonly Scope[]): boolean {
  const [scope, more] = scopes;
  const figure = wanted.length === 1 && (wanted[0]?.years.length ?? 0) < 2;
  const ranked = (extreme?.by ?? 'value') !== 'value' || between === null;
  return (
    scope !== undefined &&
    !more &&
    !scope.named &&
    figure &&
    ranked &&
    of === null &&
    !claim &&
    scope.members.length > mostSides
  );
}

function split(scope: Scope): Scope[] {
  if (!scope.named || scope.members.length < 2) return [scope];
  return scope.members.map((member) => ({ ...scope, members: [member] }));
}

function sideOf(
  scope: Scope,
  base: Pick<CompareResult, 'attribute' | 'of' | 'change'>,
  query: Query,
  context: RunContext,
): Side {
  const [member] = scope.members;
  const one = scope.members.length === 1 && member ? member : null;
  const year = query.wanted[0]?.years[0];
  const label = one ? nameOf(one.subject, one.kind) : scope.label;
  const side = { label, member: one, value: null, unit: null, cells: [], told: null, counted: 0 };
  if (base.of) {
    const count = runCount(base.of, scope, context);
    const told = count.untold.length < scope.members.length;
    return { ...side, value: told ? count.counted.length : null, counted: count.counted.length };
  }
  if (!base.attribute) return side;
  if (!one) {
    const sum = runSum({ ...query, ask: 'sum' }, scope, context);
    if (sum.shape === 'nothing') return side;
    const total = sum.totals.at(-1);
    const told = total !== undefined && total.counted.length > 0;
    return { ...side, value: told ? total.value : null, unit: sum.unit, counted: total?.counted.length ?? 0 };
  }
  return base.change
    ? changeSide(one, query, side, context)
    : figureSide(one, base.attribute, year ?? null, { side, context });
}

function changeSide(member: Member, query: Query, side: Side, context: RunContext): Side {
  const way = wayOf(member, pointsOf(member, query, context), context);
  if (!way.from || !way.to) return { ...side, told: way.told.find(({ gap }) => gap !== null) ?? null };
  const cells = [way.from.cell, way.to.cell].flatMap((cell) => cell ?? []);
  if (query.between?.as === 'share') {
    const moved = way.to.value - way.from.value;
    const rate = way.from.value === 0 ? null : (moved / Math.abs(way.from.value)) * 100;
    return { ...side, value: rate, unit: '%', cells };
  }
  return {
    ...side,
    value: Number((way.to.value - way.from.value).toPrecision(12)),
    unit: way.to.unit,
    cells,
  };
}

function figureSide(
  member: Member,
  attribute: Attribute,
  fy: number | null,
  { side, context }: { side: Side; context: RunContext },
): Side {
  const [told] = tell(member, { attribute: attribute.id, years: fy === null ? [] : [fy] }, context);
  if (!told) return side;
  const carrier = told.member;
  const all = cellsOf(context, carrier.kind, attribute.id, carrier.subject.id);
  const cell = figureOf(all, fy, bareName(attribute.id));
  const numeric = attribute.type === 'money' || attribute.type === 'number' || attribute.type === 'rate';
  if (!numeric || !cell) return { ...side, cells: told.cells, told };
  return {
    ...side,
    value: baseValue(cell, attribute.type),
    unit: cell.unit,
    cells: [cell],
    told,
  };
}
