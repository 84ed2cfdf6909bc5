// Everything the product knows as one plain object, joined: what `export --json` prints.
import type { KpiRecord, ProjectRecord, RecordedActual, Repository } from '../../data/repository.ts';
import type { Amount } from '../../data/schemas/amount.ts';
import type { AttributeType, AttributeValue } from '../../data/schemas/attribute.ts';
import type { Kpi } from '../../data/schemas/kpi.ts';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Policy } from '../../data/schemas/policy.ts';
import type { Listing, Project } from '../../data/schemas/project.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Actual } from '../../data/schemas/value.ts';
import { budgetKind, declaredAttribute, type Holder, projectValues, valuesOf } from '../../data/values.ts';
import type { Day } from '../../ports/clock.ts';
import { judgeNow } from '../../status/judge-now.ts';
import type { StateNow } from '../../status/verdict.ts';
import { planOf } from './cells.ts';

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
  /** The place in Japanese, where the seeds tell one. */
  label?: string;
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
  /** Columns of the plan's own that no field above holds. */
  values?: AttributeValue[];
}

/** The published words of one row: of the project and of its policy. */
export interface ExportedEvaluation {
  fy: number;
  word: string | null;
  place: string;
  policyWord: string | null;
}

/** What 予算 means in the plan, of one year. */
export interface ExportedBudget {
  fy: number;
  /** Null for a dash, a blank and for what is no whole 千円, which stands in `amounts` to the yen. */
  thousandYen: number | null;
  text: string;
  source: Source;
}

/**
 * A project with what its rows say, joined. Columns known by these names in any plan stand in fields of their own,
 * whatever else the plan declares in `values`.
 */
export interface ExportedProject extends Omit<Project, 'listings' | 'amounts' | 'values'> {
  plan: string;
  policies: ExportedListing[];
  /** Goals of all rows, each once; the rows' own stand in `policies`. */
  sdgs: number[];
  budgets: ExportedBudget[];
  costBearing: { bearer: string | null; text: string } | null;
  roles: Record<string, string> | null;
  effects: string[];
  mainProjectYears: number[];
  number: number | null;
  evaluation: ExportedEvaluation[];
  /** Every amount to the yen, where the plan prints more than `budgets` shows. */
  amounts?: Project['amounts'];
  /** Columns of the plan's own that no field above holds. */
  values?: AttributeValue[];
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
    published: Omit<StateNow['published'][number], 'lagging'>[];
    lagging: boolean;
  };
}

/** A policy; `kind` is the level its plan gives it. */
export interface ExportedPolicy extends Omit<Policy, 'level'> {
  kind: string;
  plan: string;
}

/** The whole export. */
export interface Export {
  /** The day the statuses are judged as of. */
  asOf: Day;
  plans: Plan[];
  municipalities: Municipality[];
  policies: ExportedPolicy[];
  projects: ExportedProject[];
  kpis: ExportedKpi[];
}

/** Joins everything; statuses are those of `asOf`. */
export function toExport(repository: Repository, asOf: Day): Export {
  return {
    asOf,
    plans: [...repository.plans],
    municipalities: [...repository.municipalities],
    policies: repository.policies.map(({ id, level, ...policy }) => ({ id, kind: level, ...policy })),
    projects: repository.projects.map((project) => exportedProject(repository, project)),
    kpis: repository.kpis.map((kpi) => exportedKpi(repository, kpi, asOf)),
  };
}

/** Columns the export has fields for, with the type those hold. */
const fieldsOf: Readonly<Record<'row' | 'project', Readonly<Record<string, AttributeType>>>> = {
  row: {
    sdgs: 'list',
    evaluation: 'word',
    policyEvaluation: 'word',
    budgetChange: 'word',
    outcomeDirection: 'word',
    labor: 'money',
  },
  project: {
    sdgs: 'list',
    costBearing: 'word',
    roles: 'text',
    effects: 'text',
    mainYears: 'year',
    number: 'text',
  },
};

function exportedProject(repository: Repository, record: ProjectRecord): ExportedProject {
  const { listings, amounts, values, sources, notes, plan: id, kpis, ...project } = record;
  const plan = planOf(repository, id);
  const budgets = exportedBudgets(record, plan);
  const [number] = valuesOf(record, 'number');
  return {
    ...project,
    budgets,
    costBearing: costBearing(record, plan),
    roles: roles(record, plan),
    effects: projectValues(record, 'effects').flatMap(({ word }) => word ?? []),
    mainProjectYears: projectValues(record, 'mainYears').flatMap(({ value }) => value ?? []),
    number: number?.value ?? null,
    sources,
    notes,
    plan: id,
    kpis,
    policies: listings.map((listing) => exportedListing(repository, plan, listing)),
    sdgs: numbers(projectValues(record, 'sdgs')),
    evaluation: listings.flatMap(exportedEvaluation),
    ...(budgets.length === amounts.length && amounts.every(isWhole) ? {} : { amounts }),
    ...others({ values }, plan, 'project'),
  };
}

const isWhole = ({ yen, note }: Amount) => note === undefined && (yen === null || yen % 1000 === 0);

/** Budgets in 千円, in the order the file lists them. */
export function exportedBudgets(project: Project, plan: Plan): ExportedBudget[] {
  return project.amounts.flatMap(({ fy, kind, yen, text, source }) => {
    if (kind !== budgetKind(plan)) return [];
    return [{ fy, thousandYen: yen !== null && yen % 1000 === 0 ? yen / 1000 : null, text, source }];
  });
}

function exportedListing(repository: Repository, plan: Plan, listing: Listing): ExportedListing {
  const named = (id: string) => {
    const policy = repository.policy(id);
    return { id, code: policy?.code ?? null, name: policy?.name ?? id };
  };
  const word = (attribute: string) => valuesOf(listing, attribute)[0]?.word ?? null;
  const labor = valuesOf(listing, 'labor')[0]?.value ?? null;
  return {
    ...named(listing.policy),
    path: repository.policyPath(listing.policy).map((node) => node.name),
    document: listing.source.document,
    place: listing.source.place,
    ...(listing.source.label === undefined ? {} : { label: listing.source.label }),
    directions: listing.directions.map(named),
    repeated: listing.repeated,
    sdgs: valuesOf(listing, 'sdgs').flatMap(({ list = [] }) => list.map(Number)),
    budgetChange: word('budgetChange'),
    outcomeDirection: word('outcomeDirection'),
    laborCostThousandYen: labor === null ? null : labor / 1000,
    ...(listing.focus === undefined ? {} : { focus: listing.focus }),
    ...(listing.note === undefined ? {} : { note: listing.note }),
    ...others(listing, plan, 'row'),
  };
}

function exportedEvaluation(listing: Listing): ExportedEvaluation[] {
  const [own] = valuesOf(listing, 'evaluation');
  const [policy] = valuesOf(listing, 'policyEvaluation');
  const fy = own?.fy ?? policy?.fy;
  if (fy === undefined || fy === null) return [];
  return [{ fy, word: own?.word ?? null, place: listing.source.place, policyWord: policy?.word ?? null }];
}

function costBearing(project: Project, plan: Plan): ExportedProject['costBearing'] {
  const text = projectValues(project, 'costBearing')[0]?.word;
  if (!text) return null;
  const words = declaredAttribute(plan, 'costBearing')?.values ?? [];
  return { bearer: words.find(({ word }) => word === text)?.code ?? null, text };
}

function roles(project: Project, plan: Plan): ExportedProject['roles'] {
  const [value] = projectValues(project, 'roles');
  const parts = declaredAttribute(plan, 'roles')?.parts ?? [];
  if (!value) return null;
  if (!value.list) return { text: value.text };
  return Object.fromEntries(
    value.list.map((item, place) => [parts[place]?.id ?? String(place), String(item)]),
  );
}

const numbers = (values: readonly AttributeValue[]) =>
  [...new Set(values.flatMap(({ list = [] }) => list.map(Number)))].sort((a, b) => a - b);

function others({ values }: Holder, plan: Plan, of: keyof typeof fieldsOf): { values?: AttributeValue[] } {
  const rest = values?.filter(({ attribute, fy, value, word }) => {
    const declared = declaredAttribute(plan, attribute);
    // H-01 and 0102109 are no figures that the field of numbers holds.
    if (attribute === 'number' && word !== null && word !== String(value)) return true;
    return fieldsOf[of][attribute] !== declared?.type || (declared?.verdict && fy === null);
  });
  return rest && rest.length > 0 ? { values: rest } : {};
}

function exportedKpi(repository: Repository, kpi: KpiRecord, asOf: Day): ExportedKpi {
  const { recorded, ...printed } = kpi;
  const plan = planOf(repository, kpi.plan);
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
      published: state.published.map(({ lagging: _, ...word }) => word),
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
