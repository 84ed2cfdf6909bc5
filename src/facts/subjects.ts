// Who facts are about: the subjects of each kind, in an order that does not change.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Kind } from './attribute.ts';
import type { Subject } from './cell.ts';

/** The subjects of each kind and their places. */
export interface Subjects {
  all(kind: Kind): readonly Subject[];
  position(kind: Kind, id: string): number;
}

export function createSubjects(repository: Repository): Subjects {
  const make: Readonly<Record<Kind, () => readonly Subject[]>> = {
    project: () => repository.projects,
    kpi: () => repository.kpis,
    policy: () => repository.policies,
    plan: () => repository.plans.map((plan) => ({ ...plan, plan: plan.id })),
    town: () => repository.municipalities.map((town) => ({ ...town, id: town.name, plan: null })),
    department: () => departmentsOf([...repository.projects, ...repository.kpis]),
    row: () => repository.projects.flatMap(rowsOf),
  };
  const lists = new Map<Kind, readonly Subject[]>();
  const places = new Map<Kind, Map<string, number>>();
  const all = (kind: Kind) => {
    const list = lists.get(kind) ?? make[kind]();
    lists.set(kind, list);
    return list;
  };
  return {
    all,
    position(kind, id) {
      const known = places.get(kind) ?? new Map(all(kind).map((subject, place) => [subject.id, place]));
      places.set(kind, known);
      return known.get(id) ?? -1;
    },
  };
}

function departmentsOf(records: readonly (ProjectRecord | KpiRecord)[]): Subject[] {
  const plans = new Map<string, Set<string>>();
  for (const { department, plan } of records)
    if (department) plans.set(department, (plans.get(department) ?? new Set()).add(plan));
  return [...plans].map(([name, own]) => ({
    id: name,
    name,
    plan: own.size === 1 ? ([...own][0] ?? null) : null,
  }));
}

/** A project's rows: the project itself with the one listing. */
export function rowsOf(project: ProjectRecord): (ProjectRecord & { project: string })[] {
  return project.listings.map((listing, index) => ({
    ...project,
    id: `${project.id}#${index + 1}`,
    project: project.id,
    listings: [listing],
    sources: [listing.source],
  }));
}
