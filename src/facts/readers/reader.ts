// How the cells of an attribute are read from a record.
import type { Repository } from '../../data/repository.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Cell } from '../cell.ts';

/** The cells of one record, ascending by year. */
export type Read<Record> = (record: Record, repository: Repository) => Cell[];

/** A cell that is a word. */
export function wordCell(
  word: string | null,
  source: Source | null,
  more: Partial<Omit<Cell, 'word' | 'source'>> = {},
): Cell {
  return { fy: null, value: null, word, text: word ?? '', unit: null, source, ...more };
}

/** A reference to another subject. */
export function refCell(ref: string, name: string, source: Source | null = null): Cell {
  return { fy: null, value: null, word: name, text: name, unit: null, source, ref };
}

/** The first of each text, so that a word of several rows is given once, with its first place. */
export function once(cells: readonly Cell[]): Cell[] {
  const seen = new Set<string>();
  return cells.filter(({ fy, text }) => {
    const key = `${fy}\0${text}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
