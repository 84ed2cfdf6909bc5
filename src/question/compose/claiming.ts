// A claim of some parts; what is not said is not claimed.
import type { Claim } from '../query.ts';

/** The claim of just these parts. */
export function claiming(parts: Partial<Claim>): Claim {
  return {
    within: [],
    limits: [],
    words: [],
    moved: null,
    by: [],
    reached: null,
    same: null,
    pace: null,
    members: [],
    each: false,
    denied: false,
    ...parts,
  };
}
