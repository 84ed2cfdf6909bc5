// From which score on a record can be among the best, and which concepts bring no record there by themselves.
import { LONGEST_LIFT } from './name-match.ts';
import type { Reached, Scoring } from './notes.ts';
import type { Sought } from './sought.ts';

const STEPS = 4096;
/** What several words of one concept add to the best one, at most. */
const MOST_OTHERS = 0.15;
/** Sums are kept in 32 bits. */
const ROUNDING = 1.001;

/** Raised as records are reached: what holds only the last concepts of a question soon lies below it. */
export class Least {
  /** So many concepts, the first ones, bring records in. */
  bringing: number;
  /** The most a record scores that holds none before a concept, by its place. */
  private readonly bounds: number[];
  private looked = 0;

  constructor(
    sought: readonly Sought[],
    private readonly scoring: Scoring,
  ) {
    this.bringing = sought.length;
    this.bounds = boundsOf(sought, scoring.known);
  }

  /** Looks again whenever twice as many records were reached. */
  raise(reached: Reached): void {
    const { most, slack } = this.scoring;
    if (reached.count <= most || reached.count < 2 * this.looked) return;
    this.looked = reached.count;
    const highest = this.bounds[0] as number;
    // One step less, for what is cut in the end is counted in steps as well.
    const least = scoreOfMost(reached, most, highest) - highest / (STEPS - 1) - slack;
    while (this.bringing > 0 && (this.bounds[this.bringing - 1] as number) < least) this.bringing--;
  }
}

function boundsOf(sought: readonly Sought[], known: number): number[] {
  const bounds = sought.map(() => 0);
  let score = 0;
  let covered = 0;
  for (let at = sought.length - 1; at >= 0; at--) {
    const { lists, importance, told } = sought[at] as Sought;
    const best = lists.reduce((most, { step }) => Math.max(most, step * 255), 0);
    const match = lists.length > 1 ? best + MOST_OTHERS : best;
    score += importance * match;
    if (told > 0) covered += importance * Math.min(1, 1.4 * match);
    const share = known === 0 ? 1 : Math.min(1, covered / known);
    bounds[at] = score * (0.4 + 0.6 * share) * LONGEST_LIFT * ROUNDING;
  }
  return bounds;
}

/** A score that more than `most` of the records reach; `highest` none reaches. Counted in steps, never sorted. */
export function scoreOfMost({ count, scores }: Reached, most: number, highest: number): number {
  const steps = new Uint32Array(STEPS + 1);
  // A little less, for scores are kept in 32 bits.
  const scale = (STEPS * 0.9999) / highest;
  for (let i = 0; i < count; i++) (steps[Math.floor((scores[i] as number) * scale)] as number)++;
  let reached = 0;
  let step = STEPS;
  while (step > 0) {
    reached += steps[step] as number;
    if (reached >= most) break;
    step--;
  }
  return step / scale;
}
