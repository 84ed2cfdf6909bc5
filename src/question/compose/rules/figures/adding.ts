// What can be added up, and in which years.
import { addsWhenAsked } from '../../../../facts/attribute.ts';
import type { Wanted } from '../../../query.ts';
import type { Clause } from '../../compose.ts';

/** Open ranges end where the facts do: R6以降. */
export function bounded(wanted: readonly Wanted[], clause: Clause): Wanted[] {
  const { open } = clause.years;
  if (!open) return [...wanted];
  return wanted.map((one) => {
    const held = clause.around.facts
      .years(one.attribute)
      .filter((fy) => (open.way === 'from' ? fy >= open.year : fy <= open.year));
    return { ...one, years: held.length > 0 ? held : [open.year] };
  });
}

export function adds(attribute: string, { around }: Clause): boolean {
  const declared = around.facts.attribute(attribute);
  return declared === undefined || addsWhenAsked(declared);
}
