// Predicates over cells: words held, figures there, figures compared.
import type { Kind } from '../../../facts/attribute.ts';
import { baseUnit } from '../../../facts/cell.ts';
import { bareName } from '../../../facts/facts.ts';
import type { Limit, Predicate } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';
import { anyOf, atPlaces, type Mask, uniform } from '../mask.ts';
import { keeper, related } from './limits.ts';
import { resultsAndTargets } from './result-and-target.ts';

/** The attribute holds one of the words; what prints none of them at all is unknown. */
export function holding(
  asked: { kind: Kind; attribute: string; fy: number | null; values: readonly (string | number)[] },
  { facts }: RunContext,
): Mask {
  const index = facts.index(asked.kind, asked.attribute, asked.fy);
  const mask = uniform(facts.subjects(asked.kind).length, 0);
  mask.known.fill(0);
  for (const places of index.values()) for (const place of places) mask.known[place] = 1;
  // A figure is none of the words: 25.0 is not 皆増.
  const column = facts.column(asked.kind, asked.attribute, asked.fy);
  for (let place = 0; place < column.length; place++) if (!Number.isNaN(column[place])) mask.known[place] = 1;
  for (const value of asked.values) for (const place of index.get(String(value)) ?? []) mask.yes[place] = 1;
  return mask;
}

/** A figure or word stands there; whoever could have it is known. */
export function having(
  { attribute, fy }: { attribute: string; fy: number | null },
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const column = facts.column(kind, attribute, fy);
  const mask = atPlaces(column.length, []);
  for (let place = 0; place < column.length; place++) if (!Number.isNaN(column[place])) mask.yes[place] = 1;
  for (const places of facts.index(kind, attribute, fy).values())
    for (const place of places) mask.yes[place] = 1;
  const plan = attribute.includes('/') ? attribute.slice(0, attribute.indexOf('/')) : null;
  if (plan !== null)
    facts.subjects(kind).forEach((subject, place) => {
      if (subject.plan !== plan) mask.known[place] = 0;
    });
  return mask;
}

/** 「1,115千円とあるのはどの事業」: an exact figure without a year is looked for in every year. */
export function compared(
  predicate: { attribute: string; fy: number | null; limits: Limit[] },
  kind: Kind,
  context: RunContext,
): Mask {
  const { attribute, fy, limits } = predicate;
  if (fy !== null || !limits.some(({ relation }) => relation === '='))
    return comparedIn(predicate, kind, context);
  const years = [null, ...context.facts.years(attribute)];
  return anyOf(
    years.map((year) => comparedIn({ attribute, fy: year, limits }, kind, context)),
    context.facts.subjects(kind).length,
  );
}

function comparedIn(
  { attribute, fy, limits }: { attribute: string; fy: number | null; limits: Limit[] },
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const column = facts.column(kind, attribute, fy);
  const units = kind === 'kpi' && bareName(attribute) !== 'rate' ? facts.units() : null;
  const unit = limits.map((limit) => limit.unit).find((one) => one !== null);
  const wanted = unit ? baseUnit(unit) : null;
  // 1件/年 of a KPI that is counted in 件 each year.
  const yearly = wanted?.replace(/\/年$/, '');
  const isWithin = keeper(limits);
  const { yes, known } = uniform(column.length, 0);
  for (let place = 0; place < column.length; place++) {
    const value = column[place] as number;
    const comparable =
      !Number.isNaN(value) &&
      (!units || wanted === null || units[place] === wanted || units[place] === yearly);
    known[place] = comparable ? 1 : 0;
    yes[place] = comparable && isWithin(value) ? 1 : 0;
  }
  return { yes, known };
}

/** A result without a year is held against the target of its own year. */
function sidesOf(
  { left, right }: Extract<Predicate, { is: 'against' }>,
  kind: Kind,
  facts: RunContext['facts'],
): { left: Float64Array; right: Float64Array } {
  const names = [left.attribute, right.attribute].sort().join();
  if (names === 'actual,target' && left.fy === null && right.fy === null) {
    const { results, targets } = resultsAndTargets(kind, null, facts);
    return left.attribute === 'actual'
      ? { left: results, right: targets }
      : { left: targets, right: results };
  }
  return {
    left: facts.column(kind, left.attribute, left.fy),
    right: facts.column(kind, right.attribute, right.fy),
  };
}

export function against(
  predicate: Extract<Predicate, { is: 'against' }>,
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const { left, right } = sidesOf(predicate, kind, facts);
  const mask = uniform(left.length, 0);
  for (let place = 0; place < left.length; place++) {
    const [one, other] = [left[place] ?? Number.NaN, right[place] ?? Number.NaN];
    const known = !Number.isNaN(one) && !Number.isNaN(other);
    mask.known[place] = known ? 1 : 0;
    mask.yes[place] = known && related(one, predicate.relation, other) ? 1 : 0;
  }
  return mask;
}
