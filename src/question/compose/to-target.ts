// The way a KPI is to go.
import type { Query } from '../query.ts';

/** From the baseline to the final target. */
export function toTarget(): Pick<NonNullable<Query['between']>, 'from' | 'to'> {
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'target', fy: null } };
}
