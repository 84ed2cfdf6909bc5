// The years that the projects spoken of have money in, and the newest of them.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';

interface Printed {
  attribute: string;
  /** Only years that stand beside this one. */
  since?: number | null;
}

/** Of the plans and departments said; of everything where none is. With `since`: printed beside that year. */
export function newestYear(printed: Printed, scope: readonly Predicate[], around: Around): number {
  const years = around.facts.years(printed.attribute);
  return (
    years.findLast(printedIn(printed, scope, around)) ?? printed.since ?? years.at(-1) ?? around.fiscalYear
  );
}

/** The years that a project of the plans and departments said has money in, ascending. */
export function yearsPrinted(printed: Printed, scope: readonly Predicate[], around: Around): number[] {
  return around.facts.years(printed.attribute).filter(printedIn(printed, scope, around));
}

/** Whether a project of the plans and departments said has money in a year. */
function printedIn({ attribute, since = null }: Printed, scope: readonly Predicate[], { facts }: Around) {
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
  return (fy: number): boolean => {
    const column = facts.column('project', attribute, fy);
    const told = (place: number) =>
      holds(column, place) && (start === null || holds(start, place)) && isOwn(place);
    return among ? among.some(told) : column.some((_, place) => told(place));
  };
}

const holds = (column: ArrayLike<number>, place: number) => !Number.isNaN(column[place] ?? Number.NaN);

/** 前年より減る要求: where no other year asks for money, the budget before it is what it is held against. */
export function heldOverYears(attribute: string, { facts }: Around): string {
  return /(?:^|\/)requested$/.test(attribute) && facts.years(attribute).length === 1 ? 'budget' : attribute;
}
