// The base of a KPI is a value of its own year: what was asked of that year is answered by it.
import { bareName } from '../../facts/facts.ts';
import type { Wanted } from '../../question/query.ts';
import { cellsOf, type RunContext } from './context.ts';
import type { Member, Told } from './result/scope.ts';
import { tell } from './tell.ts';

/** True where no result is printed for the year and the base is of that year: H25 of a base from H25. */
export function baseOfYear(
  { kind, subject }: Member,
  attribute: string,
  fy: number | null,
  context: RunContext,
): boolean {
  if (kind !== 'kpi' || fy === null || bareName(attribute) !== 'actual') return false;
  const has = (id: string) =>
    cellsOf(context, kind, id, subject.id).some((cell) => cell.fy === fy && cell.value !== null);
  return !has('actual') && has('baseline');
}

/** As `tell`, with the base in place of results that it stands for. */
export function tellOfYear(member: Member, wanted: Wanted, context: RunContext): Told[] {
  const [fy, more] = wanted.years;
  if (fy === undefined || more !== undefined) return tell(member, wanted, context);
  return tell(member, wanted, context).flatMap((told) =>
    baseOfYear(told.member, told.id, fy, context)
      ? tell(told.member, { attribute: 'baseline', years: [] }, context)
      : [told],
  );
}
