// How far two things lie apart at one point and at another: the difference of their differences.
import type { Query } from '../../question/query.ts';
import { runCompare } from './compare.ts';
import type { RunContext } from './context.ts';
import type { Point } from './difference.ts';
import type { NothingResult } from './result/result.ts';
import type { Scope } from './result/scope.ts';
import type { GapMovedResult } from './result/ways.ts';

/** Both sides at both ends of `between`. */
export function runGapMoved(
  query: Query,
  scopes: readonly Scope[],
  context: RunContext,
): GapMovedResult | NothingResult {
  const [first] = scopes as [Scope];
  const { between } = query;
  if (!between) return { shape: 'nothing', scope: first, notHeld: null };
  const at = ({ attribute, fy }: Point) =>
    runCompare(
      {
        ...query,
        ask: 'compare',
        between: null,
        claim: null,
        extreme: { way: 'max', top: 1, nth: null, by: 'value' },
        wanted: [{ attribute, years: fy === null ? [] : [fy] }],
      },
      scopes,
      context,
    );
  const [from, to] = [at(between.from), at(between.to)];
  if (from.shape === 'nothing') return from;
  if (to.shape === 'nothing') return to;
  return { shape: 'gap-moved', scope: first, from, to };
}
