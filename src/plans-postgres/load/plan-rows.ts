// One plan → everything that questions look up of it, worked out by the very code that answers from memory.
import { createRepository, type Repository } from '../../data/repository.ts';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import { createFacts, type Facts } from '../../facts/facts.ts';
import type { PlanHead } from '../head.ts';
import { type OwnKind, ownKinds } from '../kinds.ts';
import { attributeRows } from './attribute-rows.ts';
import { linkRows } from './link-rows.ts';
import { statusRows } from './status-rows.ts';

/** A figure for each subject of a kind. */
export interface ColumnRow {
  kind: OwnKind;
  topic: string;
  fy: number;
  figures: Float64Array;
}

/** Subjects of a kind, by their places in the plan. */
export interface MaskRow {
  kind: OwnKind;
  topic: string;
  key: string;
  fy: number;
  yes: Buffer;
}

/** States of the KPIs that hold on some days. */
export interface StatusRow {
  firstDay: string;
  lastDay: string;
  states: Buffer;
}

/** A record as it is read again. */
export interface RecordRow {
  kind: 'project' | 'kpi' | 'statement';
  at: number;
  id: string;
  body: string;
}

/** Everything but names and words. */
export interface PlanRows {
  head: PlanHead;
  repository: Repository;
  facts: Facts;
  records: RecordRow[];
  columns: ColumnRow[];
  masks: MaskRow[];
  statuses: StatusRow[];
}

/** Works a plan out. */
export function planRows(file: PlanFile, municipalities: readonly Municipality[]): PlanRows {
  const repository = withKeptPaths(
    createRepository({ municipalities: [...municipalities], files: [file], hash: '' }),
  );
  const facts = createFacts(repository);
  const ofAttributes = attributeRows(file.plan.id, facts, repository);
  const ofLinks = linkRows(repository, facts);
  const sizes = Object.fromEntries(ownKinds.map((kind) => [kind, facts.subjects(kind).length]));
  return {
    head: {
      plan: file.plan,
      policies: file.policies,
      departments: [...repository.departments()],
      sizes: { ...sizes, statement: repository.statements.length } as PlanHead['sizes'],
      ...ofAttributes.head,
      units: ofLinks.units,
      documents: [
        file.projects.length + file.kpis.length,
        repository.statements.length,
        file.policies.length,
      ],
      topics: [...new Set(repository.statements.map(({ topic }) => topic))],
    },
    repository,
    facts,
    records: [
      ...recordRows('project', repository.projects),
      ...recordRows('kpi', repository.kpis),
      ...recordRows('statement', repository.statements),
    ],
    columns: [...ofAttributes.columns, ...ofLinks.columns],
    masks: [...ofAttributes.masks, ...ofLinks.masks],
    statuses: statusRows(repository),
  };
}

/** Policies are few and asked for by every record. */
function withKeptPaths(repository: Repository): Repository {
  return {
    ...repository,
    policyPath: kept((id) => repository.policyPath(id)),
    projectsUnder: kept((id) => repository.projectsUnder(id)),
  };
}

function kept<T>(find: (id: string) => T): (id: string) => T {
  const found = new Map<string, T>();
  return (id) => {
    const known = found.get(id) ?? find(id);
    found.set(id, known);
    return known;
  };
}

function recordRows(kind: RecordRow['kind'], records: readonly { id: string }[]): RecordRow[] {
  return records.map((record, at) => ({ kind, at, id: record.id, body: JSON.stringify(record) }));
}
