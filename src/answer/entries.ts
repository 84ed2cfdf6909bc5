// Records with everything a presenter needs: status, projects, policies, departments.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import { judgeNow } from '../status/judge-now.ts';
import type { Entry, KpiEntry, ProjectEntry } from './answer.ts';

/** A record found, before it is drawn. */
export interface Found {
  kind: 'kpi' | 'project';
  id: string;
  score: number;
}

const policyKindNames: Record<string, string> = {
  package: 'パッケージ',
  goal: '基本目標',
  direction: '方向',
  vision: 'ビジョン',
};

/** 「パッケージ3 子育て…」 for a KPI that stands under a policy; null for KPIs of projects. */
function policyLabel(repository: Repository, kpi: KpiRecord): string | null {
  const policy = kpi.policy === null ? undefined : repository.policy(kpi.policy);
  if (!policy) return null;
  return `${policyKindNames[policy.kind] ?? ''}${policy.code ?? ''} ${policy.name}`.trim();
}

/** @throws never; an id without a record gives nothing. */
export function kpiEntry(repository: Repository, id: string, score: number, asOf: Day): KpiEntry | undefined {
  const record = repository.kpi(id);
  const plan = record && repository.plan(record.plan);
  if (!record || !plan) return undefined;
  const projects = repository.projectsOf(id);
  return {
    kind: 'kpi',
    id,
    score,
    record,
    plan,
    projects: projects.map((project) => ({ id: project.id, name: project.name })),
    policyLabel: policyLabel(repository, record),
    departments: [...new Set(projects.flatMap((project) => project.department ?? []))],
    state: judgeNow(record, asOf, plan, { projects }),
  };
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
  if (!record || !plan) return undefined;
  return {
    kind: 'project',
    id,
    score,
    record,
    plan,
    policies: policiesOf(repository, record),
    kpis: record.kpis.flatMap((kpi) => kpiEntry(repository, kpi, score, asOf) ?? []),
  };
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

/** Entries in the given order. */
export function entriesOf(repository: Repository, found: readonly Found[], asOf: Day): Entry[] {
  return found.flatMap(({ kind, id, score }) => {
    const entry: Entry | undefined =
      kind === 'kpi' ? kpiEntry(repository, id, score, asOf) : projectEntry(repository, id, score, asOf);
    return entry ? [entry] : [];
  });
}

/** The projects among the entries. */
export function projectsOf(entries: readonly Entry[]): ProjectEntry[] {
  return entries.filter((entry): entry is ProjectEntry => entry.kind === 'project');
}

/** The KPIs among the entries. */
export function kpisOf(entries: readonly Entry[]): KpiEntry[] {
  return entries.filter((entry): entry is KpiEntry => entry.kind === 'kpi');
}
