// The repository over a layout: plans and policies are here, records come when they are looked at.
import type { resultsOver } from '../../data/recorded-log.ts';
import type { KpiRecord, ProjectRecord, Repository, StatementRecord } from '../../data/repository.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Policy } from '../../data/schemas/policy.ts';
import type { OwnKind } from '../kinds.ts';
import type { Layout } from './layout.ts';
import type { Placed } from './placed.ts';
import type { Records } from './records.ts';
import { standsFor } from './stands-for.ts';

/** Recorded results outlive a layout. */
export type Recorded = ReturnType<typeof resultsOver>;

/** What the repository is made from. */
export interface RepositoryParts {
  layout: Layout;
  plans: readonly Plan[];
  policies: readonly (Policy & { plan: string })[];
  records: Records;
  placed: Record<'project' | 'kpi', Placed[]>;
  recorded: Recorded;
  /** Places that stand under a policy. */
  under(kind: OwnKind, policy: string): number[];
  statements: readonly StatementRecord[];
}

/** Reads through to the tables; see `Missing`. */
export function farRepository(parts: RepositoryParts): Repository {
  const { layout, plans, policies, records, placed, recorded } = parts;
  const planById = new Map(plans.map((plan) => [plan.id, plan]));
  const policyById = new Map(policies.map((policy) => [policy.id, policy]));
  const departments = [...new Set(layout.plans.flatMap(({ head }) => head.departments))];
  // What only asks for a name or a plan waits for no record.
  const project = (id: string) => placedAt(parts, 'project', id) as ProjectRecord | undefined;
  const kpi = (id: string) => placedAt(parts, 'kpi', id) as KpiRecord | undefined;
  const all = <Kind extends 'project' | 'kpi'>(kind: Kind, ids: readonly string[]) => {
    records.know(ids);
    return records.all(
      kind,
      ids.map((id) => records.position(kind, id)).filter((place) => place >= 0),
    );
  };
  function policyPath(id: string) {
    const path: (Policy & { plan: string })[] = [];
    for (
      let node = policyById.get(id);
      node;
      node = node.parent === null ? undefined : policyById.get(node.parent)
    )
      path.unshift(node);
    return path;
  }
  return {
    plans,
    municipalities: layout.municipalities,
    projects: standsFor<ProjectRecord[]>(placed.project),
    kpis: standsFor<KpiRecord[]>(placed.kpi),
    policies,
    statements: parts.statements,
    seedsHash: String(layout.version),
    plan: (id) => planById.get(id),
    project,
    kpi,
    policy: (id) => policyById.get(id),
    statement(id) {
      const place = records.position('statement', id);
      return place < 0 ? undefined : records.at('statement', place);
    },
    policyPath,
    departments: () => departments,
    kpisOf: (id) => all('kpi', project(id)?.kpis ?? []),
    projectsOf: (id) => all('project', kpi(id)?.projects ?? []),
    projectsUnder: (id) => records.all('project', parts.under('project', id)),
    ...recorded,
  };
}

/** The record where it is here, else one that reads itself when it is looked at. */
function placedAt(
  { records, placed }: RepositoryParts,
  kind: 'project' | 'kpi',
  id: string,
): object | undefined {
  const place = records.position(kind, id);
  return place < 0 ? undefined : (records.held(kind, place) ?? placed[kind][place]);
}
