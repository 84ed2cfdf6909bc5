// Bare figures of a record for comparing: budgets, labour costs, targets, results, rates.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';

/** The change between the two years asked for, or the two newest with a figure; null without two. */
export function budgetMove(project: ProjectRecord, years: readonly number[]): number | null {
  const known = project.budgets
    .filter((budget) => budget.thousandYen !== null && (years.length < 2 || years.includes(budget.fy)))
    .sort((a, b) => a.fy - b.fy);
  const last = known.at(-1)?.thousandYen;
  const before = known.at(-2)?.thousandYen;
  return last === undefined || last === null || before === undefined || before === null
    ? null
    : last - before;
}

/** Figures of a project: budgets of the years asked for (else the newest printed), or labour costs of its rows. */
export function projectFigures(project: ProjectRecord, what: string, years: readonly number[]): number[] {
  if (what === 'labor') return project.listings.flatMap((listing) => listing.laborCostThousandYen ?? []);
  const known = project.budgets.filter((budget) => budget.thousandYen !== null).sort((a, b) => a.fy - b.fy);
  const asked = years.length > 0 ? known.filter((budget) => years.includes(budget.fy)) : known.slice(-1);
  return asked.flatMap((budget) => budget.thousandYen ?? []);
}

/** Figures of a KPI of the years asked for; all printed ones without a year. */
export function kpiFigures(kpi: KpiRecord, what: string, years: readonly number[], unit = ''): number[] {
  const inYear = (fy: number | null) => years.length === 0 || (fy !== null && years.includes(fy));
  const inUnit = (own: string | null) =>
    unit === '' || unit === '%' ? unit === '' || own === '%' : own === unit;
  switch (what) {
    case 'rate':
      return kpi.achievements.filter(({ fy }) => inYear(fy)).flatMap(({ value }) => value ?? []);
    case 'baseline':
      return kpi.baseline && inUnit(kpi.baseline.unit) && kpi.baseline.value !== null
        ? [kpi.baseline.value]
        : [];
    case 'target':
      return kpi.targets
        .filter((target) => inYear(target.fy) && inUnit(target.unit))
        .flatMap(({ value }) => value ?? []);
    case 'actual':
      return [
        ...kpi.actuals.filter((actual) => inYear(actual.fy) && inUnit(actual.unit)),
        ...kpi.recorded.filter((actual) => inYear(actual.fy) && inUnit(actual.unit)),
      ].flatMap(({ value }) => value ?? []);
    default:
      return [];
  }
}

/** Whether a figure keeps a bound. */
export function holds(
  value: number,
  { relation, value: bound, below, to }: { relation: string; value: number; below?: number; to?: number },
): boolean {
  if (below !== undefined && value >= below) return false;
  if (to !== undefined && value > to) return false;
  if (relation === '>=') return value >= bound;
  if (relation === '<=') return value <= bound;
  if (relation === '>') return value > bound;
  if (relation === '<') return value < bound;
  return value === bound;
}
