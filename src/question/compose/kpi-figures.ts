// What a KPI is told with, where no figure of it was named.
import type { Wanted } from '../query.ts';

const all = ['actual', 'target', 'baseline'];

/** Its result, its target and its base, of these years. */
export function kpiFigures(years: readonly number[]): Wanted[] {
  return all.map((attribute) => ({ attribute, years: [...years] }));
}

/** What is aimed at, and where it starts. */
export function kpiAims(years: readonly number[]): Wanted[] {
  return all.slice(1).map((attribute) => ({ attribute, years: [...years] }));
}
