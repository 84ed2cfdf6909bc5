// What every measure takes and returns, and the bands they share.
import type { KpiRecord } from '../../data/repository.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Target } from '../../data/schemas/value.ts';
import type { Result } from '../result-of-year.ts';

/** One result to be held against one target. */
export interface Judging {
  kpi: KpiRecord;
  plan: Plan;
  fy: number;
  target: Target;
  result: Result;
  /** All results of the KPI, for sums, means and comparisons with other years. */
  results: ReadonlyMap<number, Result>;
  bands: readonly [number, number, number];
}

/** The statuses that judge a result, best first. */
export type Judged = '達成' | '順調' | '注意' | '遅れ';

/** A verdict, results of other years that are missing for one, or why there is none. */
export type Measured =
  | {
      kind: 'judged';
      status: Judged;
      /** Per cent, unrounded; null when no rate applies. */
      rate: number | null;
      /** What the rate is called: 達成率, 進捗率. */
      rateName: string;
      formula: string;
      /** Replaces 「目標…に対し実績…」 in the reason. */
      says?: string;
      flags?: string[];
      /** The actual is worse than the baseline although the target is better. */
      worseThanBase?: boolean;
    }
  | { kind: 'missing'; years: number[]; why: string }
  | { kind: 'none'; why: string };

/** Bands hold unrounded rates; the tiny allowance only absorbs binary fractions (87.82 of 85.5 → 88.4 is 80%). */
export function band(rate: number, [full, good, fair]: readonly [number, number, number]): Judged {
  const reaches = (limit: number) => rate >= limit - 1e-9;
  if (reaches(full)) return '達成';
  if (reaches(good)) return '順調';
  return reaches(fair) ? '注意' : '遅れ';
}

/** Whether less is better for this KPI and target. */
export function lowerIsBetter({ kpi, target }: Pick<Judging, 'kpi' | 'target'>): boolean {
  if (kpi.direction === 'down') return true;
  if (kpi.direction !== 'unknown') return false;
  return target.relation === '<' || target.relation === '<=';
}

/** The baseline's number when it is comparable with the target's unit; null otherwise. */
export function comparableBase({ kpi, target }: Pick<Judging, 'kpi' | 'target'>): number | null {
  const base = kpi.baseline;
  if (!base || base.value === null) return null;
  const sameUnit = base.unit === null || target.unit === null || base.unit === target.unit;
  return sameUnit ? base.value : null;
}

/** Worse than the baseline counts only where the target is better than it (343→330人 is not punished). */
export function isWorseThanBase(judging: Judging): boolean {
  const base = comparableBase(judging);
  const { value } = judging.result;
  if (base === null || value === null || judging.target.value === null) return false;
  const sign = lowerIsBetter(judging) ? -1 : 1;
  return sign * (judging.target.value - base) > 0 && sign * (value - base) < 0;
}
