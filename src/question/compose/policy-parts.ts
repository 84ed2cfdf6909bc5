// Parts of plans by plan and by level: of thousands of plans nobody walks all parts for each question.
import type { Around } from '../around.ts';

type PolicyOfPlan = Around['repository']['policies'][number];

/** Parts of plans, in their order. */
export interface Parts {
  list: readonly PolicyOfPlan[];
  ids: ReadonlySet<string>;
}

/** What is kept of the parts of all plans. */
interface Kept {
  byPlan: Map<string, PolicyOfPlan[]>;
  /** All of them under null, and those of a level. */
  byLevel: Map<string | null, Parts>;
}

const kept = new WeakMap<object, Kept>();

/** Parts of the plans, or of all where none is said; of a level, or null for any. */
export function partsIn(plans: readonly string[], level: string | null, { repository }: Around): Parts {
  const { policies } = repository;
  const known = kept.get(policies) ?? { byPlan: groupedByPlan(policies), byLevel: new Map() };
  kept.set(policies, known);
  const ofLevel = (one: PolicyOfPlan) => level === null || one.level === level;
  if (plans.length > 0)
    return partsOf([...new Set(plans)].flatMap((plan) => known.byPlan.get(plan) ?? []).filter(ofLevel));
  const parts = known.byLevel.get(level) ?? partsOf(policies.filter(ofLevel));
  known.byLevel.set(level, parts);
  return parts;
}

const partsOf = (list: readonly PolicyOfPlan[]): Parts => ({ list, ids: new Set(list.map(({ id }) => id)) });

function groupedByPlan(policies: readonly PolicyOfPlan[]): Map<string, PolicyOfPlan[]> {
  const groups = new Map<string, PolicyOfPlan[]>();
  for (const policy of policies) {
    const group = groups.get(policy.plan);
    if (group) group.push(policy);
    else groups.set(policy.plan, [policy]);
  }
  return groups;
}
