// Results beside the targets of their own year, and which of them fall short.
import type { Kind } from '../../../facts/attribute.ts';
import { baseValue } from '../../../facts/cell.ts';
import type { Predicate } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';
import { type Mask, uniform } from '../mask.ts';

/** Of the year said, else the newest that has both, else the newest result beside the final target. */
export function resultsAndTargets(
  kind: Kind,
  fy: number | null,
  facts: RunContext['facts'],
): { results: Float64Array; targets: Float64Array } {
  if (fy === null && kind === 'kpi' && facts.resultsBesideTargets) return facts.resultsBesideTargets();
  const results = facts.column(kind, 'actual', fy).slice();
  const targets = facts.column(kind, 'target', fy).slice();
  if (fy !== null) return { results, targets };
  facts.subjects(kind).forEach(({ id }, place) => {
    const told = (attribute: string) =>
      facts.cellsOf(kind, attribute, id).filter((cell) => cell.value !== null && cell.fy !== null);
    const aims = new Map(told('target').map((cell) => [cell.fy, cell]));
    const newest = told('actual').findLast((cell) => aims.has(cell.fy));
    const aim = newest && aims.get(newest.fy);
    if (!newest || !aim) return;
    results[place] = baseValue(newest) ?? Number.NaN;
    targets[place] = baseValue(aim) ?? Number.NaN;
  });
  return { results, targets };
}

/** Below the target, or above it where less is better. */
export function fallsShort(
  { fy }: Extract<Predicate, { is: 'short' }>,
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const { results, targets } = resultsAndTargets(kind, fy, facts);
  const ways = facts.index(kind, 'direction', null);
  const lower = new Set(['down', 'rank'].flatMap((way) => [...(ways.get(way) ?? [])]));
  const open = new Set(ways.get('unknown') ?? []);
  const mask = uniform(results.length, 0);
  results.forEach((result, place) => {
    const target = targets[place] ?? Number.NaN;
    // Nobody has said which way is better: only a target that is met exactly can be decided.
    const known = !Number.isNaN(result) && !Number.isNaN(target) && (!open.has(place) || result === target);
    mask.known[place] = known ? 1 : 0;
    mask.yes[place] = known && (lower.has(place) ? result > target : result < target) ? 1 : 0;
  });
  return mask;
}
