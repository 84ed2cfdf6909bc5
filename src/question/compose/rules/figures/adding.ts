// What can be added up, and in which years.
import { addsWhenAsked } from '../../../../facts/attribute.ts';
import { addsOver } from '../../../../facts/row-unit.ts';
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

/** Whether figures of the attribute may be added up, be it that those of the named records count the same thing. */
export function adds(attribute: string, { around, subjects }: Clause): boolean {
  const declared = around.facts.attribute(attribute);
  if (declared === undefined || addsWhenAsked(declared)) return true;
  const named = subjects.exact().flatMap(({ ids }) => ids);
  return named.length > 1 && addsOver(declared, named, around.facts);
}
