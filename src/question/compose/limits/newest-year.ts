// The newest year that the projects spoken of have money in.
import type { Around } from '../../around.ts';
import type { Condition } from '../conditions/condition.ts';

/** Of the plans and departments said; of everything where none is. */
export function newestYear(
  attribute: string,
  conditions: readonly Condition[],
  { facts, repository, fiscalYear }: Around,
): number {
  const plans = conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const departments = conditions.flatMap(({ predicate }) =>
    predicate.is === 'department' ? predicate.names : [],
  );
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
