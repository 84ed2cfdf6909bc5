// Claims about the years of a plan: how long it runs, until when, whether it is over.
import { isOver } from '../../../status/calendar.ts';
import { keeps } from '../predicates/limits.ts';
import type { Checked } from '../result/claims.ts';
import type { Member } from '../result/scope.ts';
import { tell } from '../tell.ts';
import type { Check } from './check.ts';

/** Years said are its last one, or its first and its last; with `has` they lie within it, with `compare` it begins in them. */
export function keepsPeriod(member: Member, { query, claim, context }: Check): Checked {
  const told = tell(member, { attribute: 'period', years: [] }, context);
  const cell = told.flatMap(({ cells }) => cells)[0];
  const [first, last] = [cell?.periodStart ?? null, cell?.fy ?? null];
  if (first === null || last === null) return { holds: null, fact: { is: 'period', told, over: null } };
  const due = claim.within.find(({ is }) => is === 'due');
  const over = due ? isOver(last, context.asOf) : null;
  const years = query.wanted.flatMap((wanted) => wanted.years);
  const inside = claim.within.flatMap((one) => (one.is === 'has' && one.fy !== null ? [one.fy] : []));
  const begins = claim.within.flatMap((one) => (one.is === 'compare' ? one.limits : []));
  const parts = [
    ...inside.map((fy) => fy >= first && fy <= last),
    ...(begins.length > 0 ? [keeps(first, begins)] : []),
    ...(due?.is === 'due' ? [over === (due.when === 'past')] : []),
    ...(claim.limits.length > 0 ? [keeps(last - first + 1, claim.limits)] : []),
    ...(years.length > 0 ? [years.at(-1) === last] : []),
    ...(years.length > 1 ? [years[0] === first] : []),
  ];
  return { holds: parts.every(Boolean), fact: { is: 'period', told, over } };
}
