// What a KPI is told with, where no figure of it was named.
import type { Facts } from '../../facts/facts.ts';
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

/** The units that its figures are printed in. */
export function unitsPrinted(id: string, facts: Facts): string[] {
  return all.flatMap((attribute) => facts.cells(attribute, id).flatMap(({ unit }) => unit ?? []));
}
