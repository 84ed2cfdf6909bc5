// Where the subjects of each plan stand among those of all plans: the same places as in memory.
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanHead } from '../head.ts';
import { type OwnKind, ownKinds } from '../kinds.ts';

/** A stored plan. */
export interface Shelved {
  /** Number of this version of the plan. */
  no: number;
  id: string;
  place: string;
  version: number;
  head: PlanHead;
}

/** All plans of one version of the tables. */
export interface Layout {
  version: number;
  municipalities: Municipality[];
  /** In order. */
  plans: readonly Shelved[];
  /** Number of a plan → its place among the plans. */
  order: ReadonlyMap<number, number>;
  /** Kind → first place of each plan, and the end. */
  starts: Readonly<Record<OwnKind, Int32Array>>;
}

export function layoutOf(
  version: number,
  municipalities: Municipality[],
  stored: readonly Shelved[],
): Layout {
  const plans = [...stored].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  const starts = Object.fromEntries(
    ownKinds.map((kind) => {
      const own = new Int32Array(plans.length + 1);
      plans.forEach(({ head }, i) => {
        own[i + 1] = (own[i] as number) + head.sizes[kind];
      });
      return [kind, own];
    }),
  ) as Record<OwnKind, Int32Array>;
  return { version, municipalities, plans, order: new Map(plans.map(({ no }, i) => [no, i])), starts };
}

/** How many there are of the kind. */
export function sizeOf({ starts }: Layout, kind: OwnKind): number {
  return starts[kind].at(-1) ?? 0;
}

/** The plan a place belongs to, by its place among the plans. */
export function planAt({ starts }: Layout, kind: OwnKind, place: number): number {
  const own = starts[kind];
  let low = 0;
  for (let high = own.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if ((own[middle + 1] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
