// The newest year that the projects spoken of have money in.
import type { Around } from '../../around.ts';
import type { Condition } from '../conditions/condition.ts';

/** Of the plans and departments said; of everything where none is. */
export function newestYear(
  attribute: string,
  conditions: readonly Condition[],
  { facts, fiscalYear }: Around,
): number {
  const plans = conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const departments = conditions.flatMap(({ predicate }) =>
    predicate.is === 'department' ? predicate.names : [],
  );
  const subjects = facts.subjects('project');
  const holders = facts.index('project', 'department', null);
  const among = departments.length > 0 ? departments.flatMap((name) => holders.get(name) ?? []) : null;
  const isOwn = (place: number) => plans.length === 0 || plans.includes(subjects[place]?.plan ?? '');
  const newest = facts.years(attribute).findLast((fy) => {
    const column = facts.column('project', attribute, fy);
    const told = (place: number) => !Number.isNaN(column[place] ?? Number.NaN) && isOwn(place);
    return among ? among.some(told) : column.some((_, place) => told(place));
  });
  return newest ?? facts.years(attribute).at(-1) ?? fiscalYear;
}
