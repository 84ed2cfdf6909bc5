// Plans as a town brings them, and what is read of them when every proposal is taken as it stands.
import { join } from 'node:path';
import { type Grid, type SheetData, textSheet } from '../../src/plans/grid/grid.ts';
import { loadHeadings } from '../../src/plans/layout/headings.ts';
import { propose, withProposals } from '../../src/plans/mapping/propose.ts';

/** The words of headings that the product ships with. */
export const vocabulary = loadHeadings(join(import.meta.dirname, '../../index'));

type Given = Parameters<typeof propose>[1];
type Read = ReturnType<typeof propose>;

/** The proposal with every other proposal taken. */
export function readPlan(grid: Grid, given: Given): Read {
  return propose(grid, withProposals(given, propose(grid, given, vocabulary).questions), vocabulary);
}

export type Rows = (string | number)[][];

/** Merges as `top left bottom right`, counted from 0. */
export function sheet(name: string, rows: Rows, merges: [number, number, number, number][] = []): SheetData {
  return {
    ...textSheet(
      name,
      rows.map((row) => row.map(String)),
    ),
    merges: merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
  };
}

export const workbook = (...sheets: SheetData[]): Grid => ({
  file: 'plan.xlsx',
  format: 'xlsx',
  encoding: null,
  hash: 'x',
  sheets,
});

/** Year and figure, or word, of each value of all subjects of that name. */
export const values = ({ plan }: Read, name: string, attribute: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .flatMap((one) => (one.attribute === attribute ? [[one.fy, one.value ?? one.word]] : []));
