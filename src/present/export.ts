// Everything the product knows as one plain object, joined: what `export --json` prints.
import type { KpiRecord, ProjectRecord, RecordedActual, Repository } from '../data/repository.ts';
import type { Kpi } from '../data/schemas/kpi.ts';
import type { Municipality } from '../data/schemas/municipality.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Policy } from '../data/schemas/policy.ts';
import type { Budget, Project } from '../data/schemas/project.ts';
import type { Actual } from '../data/schemas/value.ts';
import type { Day } from '../ports/clock.ts';
import { judgeNow } from '../status/judge-now.ts';
import type { StateNow } from '../status/verdict.ts';

/** A policy a project is listed under, with the row. */
export interface ExportedListing {
  id: string;
  code: string | null;
  name: string;
  /** Names from the top of the plan down to the policy. */
  path: string[];
  /** Document and place of the row. */
  document: string;
  place: string;
  /** 【再掲】 is printed. */
  repeated: boolean;
  /** Also-named directions: ⑦⑫. */
  directions: { id: string; code: string | null; name: string }[];
  sdgs: number[];
  budgetChange: string | null;
  outcomeDirection: string | null;
  laborCostThousandYen: number | null;
  focus?: string | undefined;
  note?: string | undefined;
}

/** The published words of one row: of the project and of its policy. */
export interface ExportedEvaluation {
  fy: number;
  word: string | null;
  place: string;
  policyWord: string | null;
}

/** A project with what its rows say, joined. */
export interface ExportedProject extends Omit<Project, 'listings' | 'budgets'> {
  plan: string;
  policies: ExportedListing[];
  /** Goals of all rows, each once; the rows' own stand in `policies`. */
  sdgs: number[];
  budgets: Budget[];
  evaluation: ExportedEvaluation[];
  /** Ids of its KPIs. */
  kpis: string[];
}

/** A printed or recorded result; of a year that has both, the printed one is `replaced`. */
export type ExportedActual =
  | (Actual & { replaced?: true })
  | (Omit<RecordedActual, 'partly' | 'comment' | 'link'> & {
      partly?: true;
      comment?: string;
      link?: string;
    });

/** A KPI with its results and its status on the day of the export. */
export interface ExportedKpi extends Omit<Kpi, 'actuals'> {
  plan: string;
  actuals: ExportedActual[];
  status: {
    now: StateNow['status'];
    year: number | null;
    reason: string;
    flags: string[];
    lastJudged: { year: number; status: StateNow['status']; reason: string } | null;
    published: StateNow['published'];
    lagging: boolean;
  };
}
/** The whole export. */
export interface Export {
  /** The day the statuses are judged as of. */
  asOf: Day;
  plans: Plan[];
  municipalities: Municipality[];
  policies: (Policy & { plan: string })[];
  projects: ExportedProject[];
  kpis: ExportedKpi[];
}

/** Joins everything; statuses are those of `asOf`. */
export function toExport(repository: Repository, asOf: Day): Export {
  return {
    asOf,
    plans: [...repository.plans],
    municipalities: [...repository.municipalities],
    policies: [...repository.policies],
    projects: repository.projects.map((project) => exportedProject(repository, project)),
    kpis: repository.kpis.map((kpi) => exportedKpi(repository, kpi, asOf)),
  };
}

function exportedProject(repository: Repository, { listings, ...project }: ProjectRecord): ExportedProject {
  const named = (id: string) => {
    const policy = repository.policy(id);
    return { id, code: policy?.code ?? null, name: policy?.name ?? id };
  };
  return {
    ...project,
    policies: listings.map(({ policy, source, directions, evaluation, policyEvaluation, ...row }) => ({
      ...named(policy),
      path: repository.policyPath(policy).map((node) => node.name),
      document: source.document,
      place: source.place,
      directions: directions.map(named),
      ...row,
    })),
    sdgs: [...new Set(listings.flatMap((listing) => listing.sdgs))].sort((a, b) => a - b),
    evaluation: listings.flatMap(({ evaluation, policyEvaluation, source }) => {
      const fy = evaluation?.fy ?? policyEvaluation?.fy;
      if (fy === undefined) return [];
      const word = evaluation?.word ?? null;
      return [{ fy, word, place: source.place, policyWord: policyEvaluation?.word ?? null }];
    }),
  };
}

function exportedKpi(repository: Repository, kpi: KpiRecord, asOf: Day): ExportedKpi {
  const { recorded, ...printed } = kpi;
  const plan = repository.plan(kpi.plan);
  if (!plan) throw new Error(`${kpi.id} names the unknown plan ${kpi.plan}`);
  const state = judgeNow(kpi, asOf, plan, { projects: repository.projectsOf(kpi.id) });
  const last = state.lastJudged;
  return {
    ...printed,
    actuals: exportedActuals(printed.actuals, recorded),
    status: {
      now: state.status,
      year: state.inputs.fy,
      reason: state.reason,
      flags: state.flags,
      lastJudged: last && { year: last.fy, status: last.verdict.status, reason: last.verdict.reason },
      published: state.published,
      lagging: state.lagging,
    },
  };
}

function exportedActuals(printed: readonly Actual[], recorded: readonly RecordedActual[]): ExportedActual[] {
  const years = new Set(recorded.map((actual) => actual.fy));
  return [
    ...printed.map((actual) => (years.has(actual.fy) ? { ...actual, replaced: true as const } : actual)),
    ...recorded.map(({ partly, comment, link, ...actual }) => ({
      ...actual,
      ...(partly ? { partly } : {}),
      ...(comment === '' ? {} : { comment }),
      ...(link === '' ? {} : { link }),
    })),
  ].sort((a, b) => a.fy - b.fy);
}
