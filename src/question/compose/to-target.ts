// The way a KPI is to go.
import type { Query } from '../query.ts';

/** From the target of a year to its result. */
export function resultAndTarget(fy: number | null): Pick<NonNullable<Query['between']>, 'from' | 'to'> {
  return { from: { attribute: 'target', fy }, to: { attribute: 'actual', fy } };
}

/** From the baseline to the final target. */
export function toTarget(): Pick<NonNullable<Query['between']>, 'from' | 'to'> {
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'target', fy: null } };
}
