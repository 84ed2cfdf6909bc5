// The newest year that the projects spoken of have money in.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';

/** Of the plans and departments said; of everything where none is. With `since`: printed beside that year. */
export function newestYear(
  { attribute, since = null }: { attribute: string; since?: number | null },
  scope: readonly Predicate[],
  { facts, fiscalYear }: Around,
): number {
  const plans = scope.flatMap((one) => {
    if (one.is === 'plan') return one.ids;
    return one.is === 'policy' ? one.ids.flatMap((id) => facts.subject('policy', id)?.plan ?? []) : [];
  });
  const departments = scope.flatMap((one) => (one.is === 'department' ? one.names : []));
  const subjects = facts.subjects('project');
  const holders = facts.index('project', 'department', null);
  const among = departments.length > 0 ? departments.flatMap((name) => holders.get(name) ?? []) : null;
  const isOwn = (place: number) => plans.length === 0 || plans.includes(subjects[place]?.plan ?? '');
  const start = since === null ? null : facts.column('project', attribute, since);
  const newest = facts.years(attribute).findLast((fy) => {
    const column = facts.column('project', attribute, fy);
    const told = (place: number) =>
      holds(column, place) && (start === null || holds(start, place)) && isOwn(place);
    return among ? among.some(told) : column.some((_, place) => told(place));
  });
  if (since !== null) return newest ?? since;
  return newest ?? facts.years(attribute).at(-1) ?? fiscalYear;
}

const holds = (column: ArrayLike<number>, place: number) => !Number.isNaN(column[place] ?? Number.NaN);

/** 前年より減る要求: where no other year asks for money, the budget before it is what it is held against. */
export function heldOverYears(attribute: string, { facts }: Around): string {
  return /(?:^|\/)requested$/.test(attribute) && facts.years(attribute).length === 1 ? 'budget' : attribute;
}
