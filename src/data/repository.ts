// The joined plans in memory, with recorded actuals laid over the printed ones.
import type { RecordedEntry } from '../ports/store.ts';
import { extended } from './extended.ts';
import { resultsOver } from './recorded-log.ts';
import type { Kpi } from './schemas/kpi.ts';
import type { Municipality } from './schemas/municipality.ts';
import type { Plan, PlanFile } from './schemas/plan.ts';
import type { Policy } from './schemas/policy.ts';
import type { Project } from './schemas/project.ts';
import type { Statement } from './schemas/statement.ts';

/** Everything the seeds hold, after validation. */
export interface Seeds {
  municipalities: Municipality[];
  files: PlanFile[];
  /** SHA-256 of the seed files, in hex: what the search index was built from. */
  hash: string;
}

/** A project with the plan it stands in. */
export interface ProjectRecord extends Project {
  plan: string;
  /** Ids of its KPIs, in the document's order. */
  kpis: string[];
}

/** A result staff recorded, as it now stands after corrections and withdrawals. */
export interface RecordedActual {
  fy: number;
  value: number | null;
  unit: string | null;
  /** The registered figure in full with its unit (12万人 → 120,000人); words as typed. */
  text: string;
  /** A milestone reached in part. */
  partly: boolean;
  /** Slack user id. */
  recordedBy: string;
  /** ISO instant. */
  recordedAt: string;
  comment: string;
  link: string;
  /** Its place in the log. */
  seq: number;
}

/** A KPI with the plan it stands in and the results recorded for it (newest entry per year). */
export interface KpiRecord extends Kpi {
  plan: string;
  recorded: RecordedActual[];
}

/** A statement with the plan whose document says it. */
export interface StatementRecord extends Statement {
  plan: string;
}

/** Read access to the joined plans. Ids are unique over all plans. */
export interface Repository {
  readonly plans: readonly Plan[];
  readonly municipalities: readonly Municipality[];
  readonly projects: readonly ProjectRecord[];
  readonly kpis: readonly KpiRecord[];
  readonly policies: readonly (Policy & { plan: string })[];
  /** Empty where no plan has any. */
  readonly statements: readonly StatementRecord[];
  /** Of the seed files: what the search index was built from. */
  readonly seedsHash: string;
  plan(id: string): Plan | undefined;
  project(id: string): ProjectRecord | undefined;
  kpi(id: string): KpiRecord | undefined;
  policy(id: string): (Policy & { plan: string }) | undefined;
  statement(id: string): StatementRecord | undefined;
  /** The policy and those above it, top first. */
  policyPath(id: string): (Policy & { plan: string })[];
  kpisOf(project: string): KpiRecord[];
  projectsOf(kpi: string): ProjectRecord[];
  /** Names of the departments in charge, each once, in the order of the projects. */
  departments(): readonly string[];
  /** Projects with a listing under the policy or below it. */
  projectsUnder(policy: string): ProjectRecord[];
  /** Lays entries of the log over the printed results (in order of seq; repeated ones are ignored). */
  applyEntries(entries: readonly RecordedEntry[]): void;
  /** The whole log of one KPI, oldest first. */
  history(kpi: string): RecordedEntry[];
  /** Seq of the newest entry applied, 0 when none. */
  lastSeq(): number;
}

/** The KPI or project of this id; no id is given twice. */
export function recordOf(
  repository: Pick<Repository, 'kpi' | 'project'>,
  id: string,
): KpiRecord | ProjectRecord | undefined {
  return repository.kpi(id) ?? repository.project(id);
}

/** Joins validated seeds into a repository without recorded results. */
export function createRepository(seeds: Seeds): Repository {
  const projects: ProjectRecord[] = [];
  const kpis: KpiRecord[] = [];
  const policies: (Policy & { plan: string })[] = [];
  const statements: StatementRecord[] = [];
  for (const { plan, ...file } of seeds.files) {
    for (const policy of file.policies) policies.push(extended(policy, { plan: plan.id }));
    for (const statement of file.statements ?? []) statements.push(extended(statement, { plan: plan.id }));
    for (const kpi of file.kpis) kpis.push(extended(kpi, { plan: plan.id, recorded: [] }));
    const towns = seeds.municipalities.flatMap(({ name, area }) => (area === plan.area ? [name] : []));
    for (const project of projectsOf(file, plan.id, towns)) projects.push(project);
  }
  const plans = seeds.files.map((file) => file.plan);
  const planById = new Map(plans.map((plan) => [plan.id, plan]));
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const kpiById = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const policyById = new Map(policies.map((policy) => [policy.id, policy]));
  const statementById = new Map(statements.map((statement) => [statement.id, statement]));
  const projectsByPolicy = lazily(() => underPolicies(projects, policyPath));

  function policyPath(id: string) {
    const path: (Policy & { plan: string })[] = [];
    for (let node = policyById.get(id); node; node = policyById.get(node.parent ?? '')) path.unshift(node);
    return path;
  }

  return {
    plans,
    municipalities: seeds.municipalities,
    projects,
    kpis,
    policies,
    statements,
    seedsHash: seeds.hash,
    plan: (id) => planById.get(id),
    project: (id) => projectById.get(id),
    kpi: (id) => kpiById.get(id),
    policy: (id) => policyById.get(id),
    statement: (id) => statementById.get(id),
    policyPath,
    kpisOf: (id) => (projectById.get(id)?.kpis ?? []).flatMap((kpi) => kpiById.get(kpi) ?? []),
    projectsOf: (id) =>
      (kpiById.get(id)?.projects ?? []).flatMap((project) => projectById.get(project) ?? []),
    departments: lazily(() => [
      ...new Set([...projects, ...kpis].flatMap(({ department }) => department ?? [])),
    ]),
    projectsUnder: (id) => [...(projectsByPolicy().get(id) ?? [])],
    ...resultsOver((id) => kpiById.get(id)),
  };
}

/** The projects under each policy, listed there or below it. */
function underPolicies(
  projects: readonly ProjectRecord[],
  policyPath: Repository['policyPath'],
): Map<string, Set<ProjectRecord>> {
  const under = new Map<string, Set<ProjectRecord>>();
  for (const project of projects) {
    for (const { policy, directions } of project.listings) {
      for (const node of [policy, ...directions].flatMap(policyPath)) {
        const known = under.get(node.id);
        if (known) known.add(project);
        else under.set(node.id, new Set([project]));
      }
    }
  }
  return under;
}

/** The projects of a file with the ids of their KPIs; `towns` are those of its area. */
function projectsOf(
  { projects, kpis }: Pick<PlanFile, 'projects' | 'kpis'>,
  plan: string,
  towns: string[],
): ProjectRecord[] {
  const kpisByProject = new Map<string, string[]>(projects.map(({ id }) => [id, []]));
  for (const kpi of kpis) for (const project of kpi.projects) kpisByProject.get(project)?.push(kpi.id);
  return projects.map((project) =>
    extended(project, {
      participants: withAllTowns(project, towns),
      plan,
      kpis: kpisByProject.get(project.id) ?? [],
    }),
  );
}

/** Worked out at the first call: most questions name no policy. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** 全市町 are the towns of the plan's area. */
function withAllTowns({ participants }: Project, towns: string[]): Project['participants'] {
  return participants.scope === 'all' ? { ...participants, towns } : participants;
}
