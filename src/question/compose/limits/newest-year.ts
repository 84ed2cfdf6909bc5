// The newest year that the projects spoken of have money in.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';

/** Of the plans and departments said; of everything where none is. */
export function newestYear(
  attribute: string,
  scope: readonly Predicate[],
  { facts, repository, fiscalYear }: Around,
): number {
  const plans = scope.flatMap((one) => (one.is === 'plan' ? one.ids : []));
  const departments = scope.flatMap((one) => (one.is === 'department' ? one.names : []));
  const own = repository.projects.filter(
    ({ plan, department }) =>
      (plans.length === 0 || plans.includes(plan)) &&
      (departments.length === 0 || departments.includes(department ?? '')),
  );
  const newest = facts.years(attribute).findLast((fy) => {
    const column = facts.column('project', attribute, fy);
    return own.some(({ id }) => !Number.isNaN(column[facts.position('project', id)] ?? Number.NaN));
  });
  return newest ?? facts.years(attribute).at(-1) ?? fiscalYear;
}
