// How the kinds hang together: a project's KPIs, a town's projects, what stands under a policy.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Kind } from './attribute.ts';
import type { Subject } from './cell.ts';
import type { Subjects } from './facts.ts';
import { kpisUnder } from './readers/others.ts';

/** Read access to what belongs to what. */
export interface Related {
  /** Ids of the subjects of kind `to` that belong to the subject; null where the document does not tell (参加市町). */
  of(kind: Kind, id: string, to: Kind): readonly string[] | null;
  /** Levels above a policy, top first, itself last. */
  path(policy: string): readonly Subject[];
}

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Links follow the records; nothing is kept twice. */
export function createRelated(repository: Repository, subjects: Subjects): Related {
  const project = (id: string) => repository.project(id.replace(/#\d+$/, ''));
  const rowOf = (id: string) =>
    subjects.all('row')[subjects.position('row', id)] as ProjectRecord | undefined;
  const kpis = (projects: readonly ProjectRecord[]) => unique(projects.flatMap((one) => one.kpis));
  const departments = (projects: readonly ProjectRecord[]) =>
    unique(projects.flatMap(({ department }) => department ?? []));

  function ofProject(record: ProjectRecord, to: Kind): readonly string[] | null {
    switch (to) {
      case 'project':
        return [record.id.replace(/#\d+$/, '')];
      case 'kpi':
        return record.kpis;
      case 'policy':
        return unique(record.listings.flatMap(({ policy, directions }) => [policy, ...directions]));
      case 'plan':
        return [record.plan];
      case 'town':
        return record.participants.scope === 'unknown' ? null : record.participants.towns;
      case 'department':
        return departments([record]);
      case 'row':
        return record.listings.map((_, index) => `${record.id}#${index + 1}`);
      default:
        return to satisfies never;
    }
  }

  /** What hangs on several projects (of a KPI, policy, department or town). */
  function ofProjects(records: readonly ProjectRecord[], to: Kind): readonly string[] | null {
    const found = records.map((record) => ofProject(record, to));
    const known = found.flatMap((ids) => ids ?? []);
    return found.length > 0 && found.every((ids) => ids === null) ? null : unique(known);
  }

  function ofKpi(kpi: KpiRecord, to: Kind): readonly string[] | null {
    if (to === 'kpi') return [kpi.id];
    if (to === 'plan') return [kpi.plan];
    if (to === 'policy' && kpi.policy !== null) return [kpi.policy];
    return ofProjects(repository.projectsOf(kpi.id), to);
  }

  function ofPolicy(id: string, to: Kind): readonly string[] | null {
    if (to === 'kpi') return idsOf(kpisUnder(id, repository));
    if (to === 'plan') return [repository.policy(id)?.plan ?? []].flat();
    if (to === 'policy')
      return idsOf(repository.policies.filter((one) => one.id !== id && isUnder(one.id, id)));
    return ofProjects(repository.projectsUnder(id), to);
  }

  const isUnder = (id: string, above: string) => repository.policyPath(id).some((node) => node.id === above);

  function ofPlan(id: string, to: Kind): readonly string[] | null {
    const inPlan = ({ plan }: { plan: string | null }) => plan === id;
    if (to === 'plan') return [id];
    if (to === 'policy') return idsOf(repository.policies.filter(inPlan));
    if (to === 'kpi') return idsOf(repository.kpis.filter(inPlan));
    return ofProjects(repository.projects.filter(inPlan), to);
  }

  return {
    of(kind, id, to) {
      switch (kind) {
        case 'project': {
          const record = project(id);
          return record ? ofProject(record, to) : [];
        }
        case 'row': {
          const record = rowOf(id);
          return record ? ofProject(record, to) : [];
        }
        case 'kpi': {
          const record = repository.kpi(id);
          return record ? ofKpi(record, to) : [];
        }
        case 'policy':
          return ofPolicy(id, to);
        case 'plan':
          return ofPlan(id, to);
        case 'town':
          return ofProjects(
            repository.projects.filter(({ participants }) => participants.towns.includes(id)),
            to,
          );
        case 'department':
          return to === 'kpi'
            ? kpis(repository.projects.filter(({ department }) => department === id))
            : ofProjects(
                repository.projects.filter(({ department }) => department === id),
                to,
              );
        default:
          return kind satisfies never;
      }
    },
    path: (policy) => repository.policyPath(policy),
  };
}
