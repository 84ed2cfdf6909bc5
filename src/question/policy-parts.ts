// Parts of plans by plan and by level: of thousands of plans nobody walks all parts for each question.
import type { Repository } from '../data/repository.ts';

type PolicyOfPlan = Repository['policies'][number];

/** Parts of plans, in their order. */
export interface Parts {
  list: readonly PolicyOfPlan[];
  ids: ReadonlySet<string>;
}

/** Grouped when they are first asked for; as many groups as there are plans and levels. */
export class PolicyParts {
  private byPlan: ReadonlyMap<string, readonly PolicyOfPlan[]> | undefined;
  /** All of them under null, and those of a level. */
  private readonly byLevel = new Map<string | null, Parts>();

  constructor(private readonly policies: Repository['policies']) {}

  /** Parts of the plans, or of all where none is said; of a level, or null for any. */
  of(plans: readonly string[], level: string | null): Parts {
    const ofLevel = (one: PolicyOfPlan) => level === null || one.level === level;
    if (plans.length > 0) {
      this.byPlan ??= groupedByPlan(this.policies);
      const byPlan = this.byPlan;
      return partsOf([...new Set(plans)].flatMap((plan) => byPlan.get(plan) ?? []).filter(ofLevel));
    }
    const parts = this.byLevel.get(level) ?? partsOf(this.policies.filter(ofLevel));
    this.byLevel.set(level, parts);
    return parts;
  }
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
