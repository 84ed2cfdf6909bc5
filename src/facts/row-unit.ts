// What figures count where their column says nothing of it and each row has a unit of its own: 人日 of one record, か所 of another.
import { type Attribute, addsWhenAsked } from './attribute.ts';
import type { Cell } from './cell.ts';

/** The unit all figures of the records have; null where they differ or have none. */
export function rowUnit(
  { id, type, unit }: Attribute,
  ids: readonly string[],
  { cells }: { cells(attribute: string, id: string): Cell[] },
): string | null {
  if (type !== 'number' || unit !== undefined || ids.length === 0) return null;
  const units = new Set(
    ids.flatMap((one) => cells(id, one).flatMap((cell) => (cell.value === null ? [] : [cell.unit]))),
  );
  const [only = null] = units;
  return units.size === 1 ? only : null;
}

/** Whether figures of these records may be added up: they count the same thing. */
export function addsOver(
  attribute: Attribute,
  ids: readonly string[],
  facts: { cells(attribute: string, id: string): Cell[] },
): boolean {
  const unit = rowUnit(attribute, ids, facts);
  return unit !== null && addsWhenAsked({ ...attribute, unit });
}
