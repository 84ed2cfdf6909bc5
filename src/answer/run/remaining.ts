// What is missing to the final target: from the newest actual, else from the baseline.
import type { KpiRecord } from '../../data/repository.ts';
import { baseUnit, type Cell } from '../../facts/cell.ts';
import { finalTarget } from '../../facts/derived.ts';
import type { RunContext } from './context.ts';
import type { Member, Scope } from './result/scope.ts';
import type { Remaining, RemainingResult } from './result/ways.ts';
import { membersOf } from './scope.ts';

/** One part a KPI; of a project, its KPIs. */
export function runRemaining(scope: Scope, context: RunContext): RemainingResult {
  const kpis =
    scope.kind === 'kpi'
      ? scope.members
      : membersOf(
          'kpi',
          scope.members.flatMap(
            ({ kind, subject }) => context.facts.related.of(kind, subject.id, 'kpi') ?? [],
          ),
          context,
        );
  return { shape: 'remaining', scope, parts: kpis.map((member) => remainingOf(member, context)) };
}

/** The way of one KPI to its final target. */
export function remainingOf(member: Member, { facts, repository }: RunContext): Remaining {
  const { id } = member.subject;
  const record = repository.kpi(id);
  const targets = facts.cellsOf('kpi', 'target', id);
  const from = startOf(facts.cellsOf('kpi', 'actual', id), facts.cellsOf('kpi', 'baseline', id), record);
  const goal = record?.measure === 'reduce-by' ? undefined : finalTarget(targets);
  const to = goal && (!from || baseUnit(goal.unit) === baseUnit(from.cell.unit)) ? goal : null;
  const direction = record?.direction ?? 'unknown';
  const gap = from && to && to.value !== null ? Number((to.value - from.value).toPrecision(12)) : null;
  return {
    member,
    from,
    to,
    open: to ? [] : targets.filter(({ text }) => text !== ''),
    gap,
    reached: gap !== null && isReached(gap, direction),
    direction,
  };
}

/** Falls count where less is better (待機児童, 順位), rises elsewhere. */
export function isReached(gap: number, direction: string): boolean {
  return direction === 'down' || direction === 'rank' ? gap >= 0 : gap <= 0;
}

/** The newest actual (recorded ones included); of a running total all years together. */
function startOf(
  actuals: readonly Cell[],
  baselines: readonly Cell[],
  record: KpiRecord | undefined,
): Remaining['from'] {
  const known = actuals.filter(({ value, aside }) => value !== null && !aside);
  const last = known.at(-1);
  if (last) {
    const sums = record?.measure === 'cumulative' && known.every(({ text }) => !/累計|通算|累積/.test(text));
    const value = sums ? known.reduce((sum, own) => sum + (own.value ?? 0), 0) : (last.value ?? 0);
    return { cell: last, what: 'actual', value };
  }
  const base = baselines.find(({ value }) => value !== null);
  return base ? { cell: base, what: 'baseline', value: base.value ?? 0 } : null;
}
