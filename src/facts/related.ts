// How the kinds hang together: a project's KPIs, a town's projects, what stands under a policy.
import { departmentsOfKpi } from '../data/departments.ts';
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Kind } from './attribute.ts';
import type { Subject } from './cell.ts';
import { kpisUnder } from './readers/others.ts';
import type { Subjects } from './subjects.ts';

/** Read access to what belongs to what. */
export interface Related {
  /** Ids of the subjects of kind `to` that belong to the subject; null where the document does not tell (参加市町). */
  of(kind: Kind, id: string, to: Kind): readonly string[] | null;
  /** Levels above a policy, top first, itself last. */
  path(policy: string): readonly Subject[];
}

type Ids = readonly string[] | null;

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Links follow the records. */
export function createRelated(repository: Repository, subjects: Subjects): Related {
  const row = (id: string) => subjects.all('row')[subjects.position('row', id)] as ProjectRecord | undefined;
  const byTown = grouped(repository.projects, ({ participants }) => [...new Set(participants.towns)]);
  const byDepartment = grouped(repository.projects, ({ department }) => department ?? []);
  const kpisBeside = grouped(repository.kpis, ({ department }) => department ?? []);
  const links: Readonly<Record<Kind, (id: string, to: Kind) => Ids>> = {
    project: (id, to) => ofRecord(repository.project(id), to),
    row: (id, to) => ofRecord(row(id), to),
    kpi: (id, to) => ofKpi(repository.kpi(id), to, repository),
    policy: (id, to) => ofPolicy(id, to, repository),
    plan: (id, to) => ofPlan(id, to, repository),
    town: (id, to) => ofProjects(byTown().get(id) ?? [], to),
    department: (id, to) => {
      const found = ofProjects(byDepartment().get(id) ?? [], to);
      const beside = kpisBeside().get(id) ?? [];
      if (beside.length === 0 || !['kpi', 'plan', 'policy'].includes(to)) return found;
      return unique([...(found ?? []), ...beside.flatMap((kpi) => ofKpi(kpi, to, repository) ?? [])]);
    },
  };
  return { of: (kind, id, to) => links[kind](id, to), path: (policy) => repository.policyPath(policy) };
}

/** Records by what they stand under, in their order; sorted at the first call. */
function grouped<Found>(
  records: readonly Found[],
  keysOf: (record: Found) => string | readonly string[],
): () => ReadonlyMap<string, readonly Found[]> {
  let groups: Map<string, Found[]> | undefined;
  return () => {
    if (groups) return groups;
    groups = new Map();
    for (const record of records) {
      for (const key of [keysOf(record)].flat()) {
        const known = groups.get(key);
        if (known) known.push(record);
        else groups.set(key, [record]);
      }
    }
    return groups;
  };
}

const ofRecord = (record: ProjectRecord | undefined, to: Kind): Ids => (record ? ofProject(record, to) : []);

function ofProject(record: ProjectRecord, to: Kind): Ids {
  switch (to) {
    case 'project':
      // A row is its project, with the row's number behind the id.
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
      return record.department === null ? [] : [record.department];
    case 'row':
      return record.listings.map((_, index) => `${record.id}#${index + 1}`);
    default:
      return to satisfies never;
  }
}

/** What hangs on several projects; unknown only where none of them says it. */
function ofProjects(records: readonly ProjectRecord[], to: Kind): Ids {
  const found = records.map((record) => ofProject(record, to));
  if (found.length > 0 && found.every((ids) => ids === null)) return null;
  return unique(found.flatMap((ids) => ids ?? []));
}

function ofKpi(kpi: KpiRecord | undefined, to: Kind, repository: Repository): Ids {
  if (!kpi) return [];
  if (to === 'kpi') return [kpi.id];
  if (to === 'plan') return [kpi.plan];
  if (to === 'policy' && kpi.policy !== null) return [kpi.policy];
  if (to === 'department') return departmentsOfKpi(kpi, repository);
  return ofProjects(repository.projectsOf(kpi.id), to);
}

function ofPolicy(id: string, to: Kind, repository: Repository): Ids {
  if (to === 'kpi') return idsOf(kpisUnder(id, repository));
  if (to === 'plan') return [repository.policy(id)?.plan ?? []].flat();
  if (to === 'policy')
    return idsOf(
      repository.policies.filter(
        (one) => one.id !== id && repository.policyPath(one.id).some((node) => node.id === id),
      ),
    );
  return ofProjects(repository.projectsUnder(id), to);
}

function ofPlan(id: string, to: Kind, repository: Repository): Ids {
  const inPlan = ({ plan }: { plan: string }) => plan === id;
  if (to === 'plan') return [id];
  if (to === 'policy') return idsOf(repository.policies.filter(inPlan));
  if (to === 'kpi') return idsOf(repository.kpis.filter(inPlan));
  return ofProjects(repository.projects.filter(inPlan), to);
}
