// Records with everything a presenter needs: status, projects, policies, departments.
import { departmentsOfKpi } from '../data/departments.ts';
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import { sourceOf } from '../facts/lazy-list.ts';
import type { Day } from '../ports/clock.ts';
import type { StateNow } from '../status/verdict.ts';
import { policyCode } from '../wording/names.ts';
import type { Entry, KpiEntry, ProjectEntry } from './answer.ts';
import { stateOf } from './judged.ts';

/** A record found, before it is drawn. */
export interface Found {
  kind: 'kpi' | 'project';
  id: string;
  score: number;
  /** The record itself, where it is in hand. */
  record?: KpiRecord | ProjectRecord;
}

/** A record in hand with its plan. */
interface Hit<Record> {
  record: Record;
  plan: Plan;
  score: number;
}

/** 「パッケージ3 子育て…」 for a KPI that stands under a policy; null for KPIs of projects. */
function policyLabel(repository: Repository, kpi: KpiRecord): string | null {
  const policy = kpi.policy === null ? undefined : repository.policy(kpi.policy);
  const plan = repository.plan(kpi.plan);
  if (!policy || !plan) return null;
  return [policyCode(policy, plan), policy.name].filter(Boolean).join(' ');
}

/** A record of an answer; what only drawing needs is worked out when it is looked at, as few of many hits are drawn. */
class LazyEntry<Of extends KpiRecord | ProjectRecord> {
  readonly record: Of;
  readonly plan: Plan;
  readonly score: number;
  // Private for good: whoever copies or prints an entry must not meet the whole repository.
  readonly #repository: Repository;
  readonly #asOf: Day;

  constructor(repository: Repository, { record, plan, score }: Hit<Of>, asOf: Day) {
    this.record = record;
    this.plan = plan;
    this.score = score;
    this.#repository = repository;
    this.#asOf = asOf;
  }

  get id(): string {
    return this.record.id;
  }
  protected get repository(): Repository {
    return this.#repository;
  }
  protected get asOf(): Day {
    return this.#asOf;
  }
}

class LazyKpiEntry extends LazyEntry<KpiRecord> implements KpiEntry {
  readonly kind = 'kpi';

  get projects(): KpiEntry['projects'] {
    return this.repository.projectsOf(this.id).map(({ id, name }) => ({ id, name }));
  }
  get policyLabel(): string | null {
    return policyLabel(this.repository, this.record);
  }
  get departments(): string[] {
    return departmentsOfKpi(this.record, this.repository);
  }
  get state(): StateNow {
    return stateOf(this.repository, this.record, this.plan, this.asOf);
  }
}

class LazyProjectEntry extends LazyEntry<ProjectRecord> implements ProjectEntry {
  readonly kind = 'project';

  get policies(): ProjectEntry['policies'] {
    return policiesOf(this.repository, this.record);
  }
  get kpis(): KpiEntry[] {
    return this.record.kpis.flatMap((kpi) => kpiEntry(this.repository, kpi, this.score, this.asOf) ?? []);
  }
}

/** @throws never; an id without a record gives nothing. */
export function kpiEntry(repository: Repository, id: string, score: number, asOf: Day): KpiEntry | undefined {
  const record = repository.kpi(id);
  const plan = record && repository.plan(record.plan);
  return record && plan ? new LazyKpiEntry(repository, { record, plan, score }, asOf) : undefined;
}

/** The project with its policies and KPIs. */
export function projectEntry(
  repository: Repository,
  id: string,
  score: number,
  asOf: Day,
): ProjectEntry | undefined {
  const record = repository.project(id);
  const plan = record && repository.plan(record.plan);
  return record && plan ? new LazyProjectEntry(repository, { record, plan, score }, asOf) : undefined;
}

function policiesOf(repository: Repository, record: ProjectRecord): ProjectEntry['policies'] {
  return record.listings.flatMap((listing) => {
    const policy = repository.policy(listing.policy);
    if (!policy) return [];
    const path = repository.policyPath(policy.id).map((node) => node.name);
    return [
      { code: policy.code, name: policy.name, path, place: listing.source.place, repeated: listing.repeated },
    ];
  });
}

/** The entry of a record that is in hand; null where its plan is unknown. */
export function entryOf(
  repository: Repository,
  { record, score, ...found }: Omit<Found, 'id'> & { record: KpiRecord | ProjectRecord },
  asOf: Day,
): Entry | null {
  const plan = repository.plan(record.plan);
  if (!plan) return null;
  return found.kind === 'kpi'
    ? new LazyKpiEntry(repository, { record: record as KpiRecord, plan, score }, asOf)
    : new LazyProjectEntry(repository, { record: record as ProjectRecord, plan, score }, asOf);
}

/** Entries in the given order. */
export function entriesOf(repository: Repository, found: readonly Found[], asOf: Day): Entry[] {
  const entries: Entry[] = [];
  for (const { kind, id, score, record = repository[kind](id) } of found) {
    const entry = record ? entryOf(repository, { kind, score, record }, asOf) : null;
    if (entry) entries.push(entry);
  }
  return entries;
}

/** The projects among the entries. */
export function projectsOf(entries: readonly Entry[]): ProjectEntry[] {
  const source = sourceOf(entries);
  if (source) return source.kind === 'project' ? (entries as ProjectEntry[]) : [];
  return entries.filter((entry): entry is ProjectEntry => entry.kind === 'project');
}

/** The KPIs among the entries. */
export function kpisOf(entries: readonly Entry[]): KpiEntry[] {
  const source = sourceOf(entries);
  if (source) return source.kind === 'kpi' ? (entries as KpiEntry[]) : [];
  return entries.filter((entry): entry is KpiEntry => entry.kind === 'kpi');
}
