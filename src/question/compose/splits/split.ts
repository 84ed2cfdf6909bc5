// Clauses of two parts: 「AのXとBのY」, 「AはXで、BはYですよね」, 「AとBはそれぞれ」, 「AはBの何割」, 「Bの半分以上がA」, 「AのほうがBより多い」, 「AとBで多いのはAだ」, 「AはほかのBの合計より多い」.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import type { Frame } from '../frame.ts';
import { wantsBoth } from '../sum-and-average.ts';
import { apart } from './apart.ts';
import { eachClaim } from './each-claim.ts';
import { eachWay } from './each-way.ts';
import { moreThan } from './more-than.ts';
import { quantified } from './quantified.ts';
import { rankedClaim } from './ranked-claim.ts';
import { rankedRow } from './ranked-row.ts';
import { ratioOf } from './ratio.ts';
import { twoSides } from './two-sides.ts';
import { whichClaim } from './which-claim.ts';

/** The queries of a clause that is read part by part; null where it is none. Takes nothing of the frame. */
export function splitOf(frame: Frame, around: Around, before: Query | null): Query[] | null {
  if (around.command === 'machi' || wantsBoth(frame.text)) return null;
  return (
    apart(frame, around, before) ??
    whichClaim(frame, around, before) ??
    eachClaim(frame, around, before) ??
    rankedRow(frame, around, before) ??
    rankedClaim(frame, around, before) ??
    twoSides(frame, around) ??
    moreThan(frame, around) ??
    eachWay(frame, around, before) ??
    ratioOf(frame, around, before) ??
    quantified(frame, around)
  );
}
