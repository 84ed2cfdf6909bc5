// Whether a cell of a year holds a figure: a dash and a blank are none.
import type { Facts } from '../../facts/facts.ts';

/** True where the column prints a figure of the year for the record. */
export function printsIn(facts: Pick<Facts, 'cells'>, column: string, id: string, fy: number): boolean {
  return facts.cells(column, id).some((cell) => cell.fy === fy && cell.value !== null);
}
