// How far a figure moved: by so many yen or people, in per cent, in times.
import type { Kind } from '../../../facts/attribute.ts';
import type { Limit, Predicate } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';
import { type Mask, uniform } from '../mask.ts';
import { keeps } from './limits.ts';

type Change = Extract<Predicate, { is: 'change' }>;

/** Subjects whose figure moved the way said and as far as said; known where both cells hold one. */
export function changed({ from, to, by, limits }: Change, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  const [start, end] = [from, to].map(({ attribute, fy }) => facts.column(kind, attribute, fy));
  const money = facts.attribute(to.attribute)?.type === 'money';
  const units = kind === 'kpi' ? facts.units() : null;
  const mask = uniform(facts.subjects(kind).length, 0);
  for (let place = 0; place < mask.yes.length; place++) {
    const [first, last] = [start?.[place] ?? Number.NaN, end?.[place] ?? Number.NaN];
    const unit = money ? '円' : (units?.[place] ?? '');
    const size = Number.isNaN(first) || Number.isNaN(last) ? null : sizeOf(first, last, { limits, unit });
    mask.known[place] = size === null ? 0 : 1;
    const way = by === 'gap' || (by === 'rise' ? last > first : last < first);
    mask.yes[place] = size !== null && way && keeps(size, limits) ? 1 : 0;
  }
  return mask;
}

/** The size in the unit of the limit; null where it cannot be converted. */
function sizeOf(
  first: number,
  last: number,
  { limits, unit }: { limits: Limit[]; unit: string },
): number | null {
  const said = limits[0]?.unit ?? null;
  const size = Number(Math.abs(last - first).toPrecision(12));
  if (said === '倍') return first === 0 ? null : Number((last / first).toPrecision(12));
  if (said === '%' && unit !== '%')
    return first === 0 ? null : Number(((size / first) * 100).toPrecision(12));
  if (said === 'ポイント') return unit === '%' ? size : null;
  return said === null || said === unit ? size : null;
}
