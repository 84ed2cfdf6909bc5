// A column as the tables hold it: the figures of the plans that print any, which are few of thousands.
import { unpackFigures } from '../pack.ts';

/** The figures of one plan: where its subjects begin, and the bytes. */
export interface FiguresOfPlan {
  start: number;
  figures: Buffer;
}

/** Figures of a column without its gaps: a quarter of its bytes, and quickly a column again. */
export class Figures {
  private readonly figures: Float64Array;
  /** For each plan: where its subjects begin, and where its figures end here. */
  private readonly places: Int32Array;

  constructor(plans: readonly FiguresOfPlan[]) {
    this.figures = new Float64Array(plans.reduce((sum, { figures }) => sum + figures.length / 8, 0));
    this.places = new Int32Array(plans.length * 2);
    let end = 0;
    plans.forEach(({ start, figures }, plan) => {
      unpackFigures(figures, this.figures, end);
      end += figures.length / 8;
      this.places.set([start, end], plan * 2);
    });
  }

  /** Bytes of it. */
  get size(): number {
    return this.figures.byteLength + this.places.byteLength;
  }

  /** By place, NaN for none, of so many subjects. */
  column(subjects: number): Float64Array {
    const column = new Float64Array(subjects).fill(Number.NaN);
    for (let at = 0, from = 0; at < this.places.length; at += 2) {
      const end = this.places[at + 1] as number;
      column.set(this.figures.subarray(from, end), this.places[at]);
      from = end;
    }
    return column;
  }
}
