// What follows from the cells of one subject: the newest figure, the target that counts, the way to it.
import { type Cell, tells } from './cell.ts';

/** A figure that can be reached: no dash, no 前年度比増, no word. */
export function isFigure(cell: Cell): boolean {
  return cell.value !== null && !cell.aside && cell.basis !== 'previous-year' && cell.basis !== 'year';
}

/** The newest cell that says anything; figures printed only beside others do not count. */
export function newest(cells: readonly Cell[]): Cell | undefined {
  return cells.findLast((cell) => tells(cell) && !cell.aside);
}

/** The newest cell with a figure. */
export function newestFigure(cells: readonly Cell[]): Cell | undefined {
  return cells.findLast((cell) => cell.value !== null && !cell.aside);
}

/** The target of the end year, else the one that stands for every year, else the last step; of several finals the last. */
export function finalTarget(targets: readonly Cell[]): Cell | undefined {
  return targets.findLast((cell) => cell.final && isFigure(cell)) ?? targets.findLast(isFigure);
}

/** Which targets are given when no year is said: the final ones, else every step. */
export function standingTargets(targets: readonly Cell[]): Cell[] {
  const told = targets.filter(tells);
  const finals = told.filter(({ final }) => final);
  return finals.length > 0 ? finals : told;
}

/** The cells of a year: its own; a value for every year where the year has none. */
export function cellsOfYear(cells: readonly Cell[], fy: number): Cell[] {
  const own = cells.filter((cell) => cell.fy === fy && !cell.every);
  if (own.length > 0) return own;
  return cells.filter((cell) => cell.every && (cell.fy === null || cell.fy >= fy));
}

/** Figure of the year for columns; `null` year: the newest, or the final target. */
export function figureOf(cells: readonly Cell[], fy: number | null, name: string): Cell | undefined {
  if (fy === null) return name === 'target' ? finalTarget(cells) : newestFigure(cells);
  const own = cellsOfYear(cells, fy).filter((cell) =>
    name === 'target' ? isFigure(cell) : cell.value !== null,
  );
  return own.find((cell) => !cell.aside && !cell.final) ?? own[0];
}
