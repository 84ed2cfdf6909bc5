// A cell that prints several figures, each behind a word of its own: 平日 237,673人／日、休日 237,672人／日.
import { numbersIn, splitUnit, tidyNumberText } from '../status/typed-number.ts';
import type { Cell } from './cell.ts';

export interface LabelledFigure {
  /** 平日. */
  label: string;
  /** As printed, with its label. */
  text: string;
  /** In the unit of the cell. */
  value: number;
}

/** A word, then one figure with its unit and nothing else. */
const labelled = /^[^\d、。]+\d[\d,.]*[^\d、。]*$/u;

/** The figures of a cell in its own unit, in the order printed; empty where it prints only one, or other things beside. */
export function labelledFigures({ text, unit }: Pick<Cell, 'text' | 'unit'>): LabelledFigure[] {
  const pieces = text.split(/[、;；\n]/u).map((piece) => piece.trim());
  if (unit === null || pieces.length < 2) return [];
  const { scale, base } = splitUnit(unit.normalize('NFKC'));
  const figures = pieces.flatMap((piece): LabelledFigure[] => {
    const tidy = tidyNumberText(piece);
    const [number, more] = labelled.test(tidy) ? numbersIn(tidy) : [];
    const label = number?.before.replace(/[:=は\s]+$/u, '') ?? '';
    if (!number || more || label === '' || number.unit !== base) return [];
    return [{ label, text: piece, value: number.value / scale }];
  });
  const labels = new Set(figures.map(({ label }) => label));
  return figures.length === pieces.length && labels.size === figures.length ? figures : [];
}
