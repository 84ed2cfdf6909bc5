// Which texts of a record are searched and how much each weighs; one object for building and for asking.
import type { KpiRecord, ProjectRecord, Repository, StatementRecord } from '../data/repository.ts';
import { projectValues } from '../data/values.ts';
import type { Apart } from './index-data.ts';
import { type KindOfRecords, TitledRecords } from './ranked-records.ts';
import type { RecordKind } from './search.ts';

/**
 * Weight of a word by the field it stands in; its name counts most. A KPI inherits from its projects and package,
 * always less than from its own words. Years, amounts and units are facts of their own and stay out of the text.
 */
export const indexOptions = {
  project: {
    name: 1,
    alias: 0.95,
    keyword: 0.72,
    summary: 0.5,
    focus: 0.45,
    effect: 0.4,
    policy: 0.26,
    policySummary: 0.16,
    kpi: 0.3,
    department: 0.35,
    place: 0.6,
  },
  kpi: {
    name: 1,
    alias: 0.95,
    keyword: 0.72,
    project: 0.5,
    projectKeyword: 0.36,
    projectSummary: 0.24,
    policy: 0.34,
    policySummary: 0.16,
    department: 0.3,
    place: 0.6,
  },
  statement: {
    name: 1,
    keyword: 0.72,
    subject: 0.6,
    text: 0.5,
    place: 0.3,
  },
  policy: {
    name: 1,
    alias: 0.95,
    keyword: 0.9,
    summary: 0.5,
    project: 0.3,
    place: 0.3,
  },
  /** A passage of a document is found by what it says; the headings above it only tell what it belongs to. */
  passage: {
    name: 0.8,
    text: 1,
  },
  /** Share of a word's weight left to the parts it hides: 駅 in 赤ちゃんの駅. */
  hidden: 0.25,
  /** What a word's other fields add to its best one, at most. */
  secondFields: 0.12,
  /** From here on a word counts as standing in the name. */
  inName: 0.94,
  /** From here on the record itself speaks of the word (name, keywords, text, a KPI's project); below it only belongs to what does. */
  said: 0.5,
} as const;

/** What ranking needs of a record besides its words. */
export interface SearchRecord {
  kind: RecordKind;
  id: string;
  name: string;
  aliases: string[];
  /** Terms people ask for it with. */
  keywords: string[];
  /** Newer plans win ties. */
  publishedFy: number;
  /** The town that published its plan, as typed in questions. */
  places: string[];
}

/** A record as the index is built from it. */
export interface SearchDocument extends SearchRecord {
  fields: { weight: number; text: string }[];
}

/** What an index is built from: texts of 100,000 records need not lie ready at once. */
export interface Documents extends Iterable<SearchDocument> {
  readonly length: number;
}

/** Records in the order they are indexed, and the towns that published their plans. */
export interface Searched {
  records: TitledRecords;
  places: ReadonlySet<string>;
}

/** Every project and KPI of the plans, as they stand there. */
export function searchRecords(repository: Repository): Searched {
  const { projects, kpis } = repository;
  const publishedFy = ({ plan }: ProjectRecord | KpiRecord) => repository.plan(plan)?.publishedFy ?? 0;
  const plans = new Set<string>();
  for (const { plan } of projects) plans.add(plan);
  for (const { plan } of kpis) plans.add(plan);
  return {
    records: new TitledRecords([
      { kind: 'project', records: projects, publishedFy } as KindOfRecords,
      { kind: 'kpi', records: kpis, publishedFy } as KindOfRecords,
    ]),
    places: new Set([...plans].flatMap((plan) => places(repository, plan))),
  };
}

/** Documents of one kind. */
export function documentRecords(documents: readonly SearchDocument[]): Searched {
  const records = documents.map(({ fields, ...record }): SearchRecord => record);
  const publishedFy = (record: SearchRecord) => record.publishedFy;
  const [first] = records;
  return {
    records: new TitledRecords(first ? [{ kind: first.kind, records, publishedFy } as KindOfRecords] : []),
    places: new Set(records.flatMap((record) => record.places)),
  };
}

/** Every project and KPI with its texts, one after the other. */
export function searchDocuments(repository: Repository): Documents {
  const { projects, kpis } = repository;
  return {
    length: projects.length + kpis.length,
    *[Symbol.iterator]() {
      for (const project of projects) yield projectDocument(repository, project);
      for (const kpi of kpis) yield kpiDocument(repository, kpi);
    },
  };
}

/** What is indexed apart, in the order it is indexed. */
export const documentsApart: Record<Apart, (repository: Repository) => SearchDocument[]> = {
  statements: (repository) => statementDocuments(repository),
  policies: (repository) => repository.policies.map((policy) => policyDocument(repository, policy)),
};

/** The statements, which are indexed by themselves. */
function statementDocuments(repository: Repository): SearchDocument[] {
  return repository.statements.map((statement) => statementDocument(repository, statement));
}

function projectDocument(repository: Repository, project: ProjectRecord): SearchDocument {
  const weights = indexOptions.project;
  const policies = [
    ...new Set(
      project.listings
        .flatMap((listing) => [listing.policy, ...listing.directions])
        .flatMap((id) => repository.policyPath(id)),
    ),
  ];
  return {
    ...heading(repository, 'project', project),
    fields: [
      ...texts(weights.name, [project.name]),
      ...texts(weights.alias, project.aliases),
      ...texts(weights.keyword, project.keywords),
      ...texts(weights.summary, [project.summary]),
      ...texts(
        weights.focus,
        project.listings.map((listing) => listing.focus ?? null),
      ),
      ...texts(weights.effect, ownTexts(repository, project)),
      ...policyTexts(weights, policies),
      ...texts(
        weights.kpi,
        repository.kpisOf(project.id).map((kpi) => kpi.name),
      ),
      ...texts(weights.department, [project.department]),
      ...texts(weights.place, places(repository, project.plan)),
    ],
  };
}

function kpiDocument(repository: Repository, kpi: KpiRecord): SearchDocument {
  const weights = indexOptions.kpi;
  const projects = repository.projectsOf(kpi.id);
  const policies = kpi.policy === null ? [] : repository.policyPath(kpi.policy);
  return {
    ...heading(repository, 'kpi', kpi),
    fields: [
      ...texts(weights.name, [kpi.name]),
      ...texts(weights.alias, kpi.aliases),
      ...texts(weights.keyword, kpi.keywords),
      ...texts(
        weights.project,
        projects.flatMap((project) => [project.name, ...project.aliases]),
      ),
      ...texts(
        weights.projectKeyword,
        projects.flatMap((project) => project.keywords),
      ),
      ...texts(
        weights.projectSummary,
        projects.map((project) => project.summary),
      ),
      ...policyTexts(weights, policies),
      ...texts(
        weights.department,
        projects.map((project) => project.department),
      ),
      ...texts(weights.place, places(repository, kpi.plan)),
    ],
  };
}

/** Named by the word it is asked by first, and by what it speaks of. */
function statementDocument(repository: Repository, statement: StatementRecord): SearchDocument {
  const weights = indexOptions.statement;
  const { id, plan, terms, text, topic } = statement;
  const [first = '', ...others] = terms;
  const subject = subjectNames(repository, statement);
  const own = topic === 'passage' ? { ...weights, ...indexOptions.passage } : weights;
  return {
    kind: 'statement',
    id,
    name: `${first} ${subject[0] ?? ''}`.trim(),
    aliases: [first],
    keywords: others,
    publishedFy: repository.plan(plan)?.publishedFy ?? 0,
    places: places(repository, plan),
    fields: [
      ...texts(own.name, [first]),
      ...texts(own.keyword, others),
      ...texts(own.subject, subject),
      ...texts(own.text, [text]),
      ...texts(own.place, places(repository, plan)),
    ],
  };
}

/** Of a policy with more projects below it their names say nothing. */
const mostUnder = 30;

/** Named as printed; what stands under it speaks of it a little. */
function policyDocument(repository: Repository, policy: Repository['policies'][number]): SearchDocument {
  const weights = indexOptions.policy;
  const { id, plan, name, aliases, keywords = [], summary } = policy;
  const under = repository.projectsUnder(id);
  const projects = under.length > mostUnder ? [] : under;
  return {
    kind: 'policy',
    id,
    name,
    aliases,
    keywords,
    publishedFy: repository.plan(plan)?.publishedFy ?? 0,
    places: places(repository, plan),
    fields: [
      ...texts(weights.name, [name]),
      ...texts(weights.alias, aliases),
      ...texts(weights.keyword, keywords),
      ...texts(weights.summary, [summary ?? null]),
      ...texts(
        weights.project,
        projects.map((project) => project.name),
      ),
      ...texts(weights.place, places(repository, plan)),
    ],
  };
}

/** Its subject's name and other names; a word's statement bears those of the plan. */
function subjectNames(repository: Repository, { subject }: StatementRecord): string[] {
  const plan = repository.plan(subject.id);
  const names = {
    plan,
    term: plan,
    policy: repository.policy(subject.id),
    project: repository.project(subject.id),
    kpi: repository.kpi(subject.id),
  }[subject.kind];
  return names ? [names.name, ...names.aliases] : [];
}

/** What the plan's own columns say in words: 効果. */
function ownTexts(repository: Repository, project: ProjectRecord): string[] {
  const columns = repository.plan(project.plan)?.attributes.filter(({ type }) => type === 'text') ?? [];
  return columns.flatMap(({ id }) =>
    projectValues(project, id).flatMap(({ value, word }) => (value === null ? (word ?? []) : [])),
  );
}

function heading(repository: Repository, kind: 'kpi' | 'project', record: KpiRecord | ProjectRecord) {
  return {
    kind,
    id: record.id,
    name: record.name,
    aliases: record.aliases,
    keywords: record.keywords,
    publishedFy: repository.plan(record.plan)?.publishedFy ?? 0,
    places: places(repository, record.plan),
  };
}

/** The town that published the plan, with and without 市. */
function places(repository: Repository, plan: string): string[] {
  const town = repository.plan(plan)?.municipality ?? '';
  return town === '' ? [] : [town, town.replace(/[市町村]$/, '')];
}

/** The names of policies, and what is said of them. */
function policyTexts(
  weights: { policy: number; policySummary: number },
  policies: readonly { name: string; summary?: string | undefined }[],
): { weight: number; text: string }[] {
  return [
    ...texts(
      weights.policy,
      policies.map(({ name }) => name),
    ),
    ...texts(
      weights.policySummary,
      policies.map(({ summary }) => summary ?? null),
    ),
  ];
}

function texts(weight: number, values: readonly (string | null)[]): { weight: number; text: string }[] {
  return values.flatMap((text) => (text === null ? [] : [{ weight, text }]));
}
