// The words a document publishes for a KPI and its projects (順調, やや遅れ, B …): shown beside the status, never merged with it.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';
import type { AttributeValue, DeclaredAttribute } from '../data/schemas/attribute.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Source } from '../data/schemas/source.ts';
import { valuesOf } from '../data/values.ts';
import { type Status, statuses, type Verdict } from './verdict.ts';

/** A published word with the row it stands in. */
export interface PublishedWord {
  fy: number;
  word: string;
  place: string;
  /** The place in Japanese, where the source has one. */
  label?: string | undefined;
  project: string;
  /** Whether the word says that the subject lags; null where the plan does not tell which of its words do. */
  lagging: boolean | null;
}

/** What judging may look at beyond the KPI itself. */
export interface JudgeContext {
  /** The projects the KPI belongs to, with their listings. */
  projects: readonly ProjectRecord[];
  /** Given by who judges many days and reads no more than the status: what holds on all of them. */
  kept?: KeptVerdicts;
}

/** What is the same on every day. */
export interface KeptVerdicts {
  /** By fiscal year; only where a result was judged. Remarks may be those of another day. */
  judged: Map<number, Verdict>;
  published?: PublishedWord[];
}

/** The plan's verdicts on a project: those of the whole project, then row by row. */
export function verdictsOf(project: ProjectRecord, plan: Plan): PublishedWord[] {
  return sourced(project, plan).map(({ source: _, ...word }) => word);
}

/** Words of the KPI itself and of the rows it is printed in; where no row is shared, of all rows of its projects. */
export function publishedWords(kpi: KpiRecord, plan: Plan, context: JudgeContext): PublishedWord[] {
  if (context.kept?.published) return context.kept.published;
  const words = wordsPublished(kpi, plan, context);
  if (context.kept) context.kept.published = words;
  return words;
}

function wordsPublished(kpi: KpiRecord, plan: Plan, context: JudgeContext): PublishedWord[] {
  const columns = verdictColumns(plan);
  if (columns.length === 0) return [];
  const places = new Set(kpi.sources.map(placeKey));
  const [first] = kpi.sources;
  const own = columns.flatMap((column) =>
    first
      ? valuesOf(kpi, column.id).flatMap((value) =>
          published(value, column, { project: kpi.name, plan, place: first }),
        )
      : [],
  );
  const ofProjects = context.projects.flatMap((project) => {
    const rows = sourced(project, plan);
    const shared = rows.filter(({ source }) => places.has(placeKey(source)));
    return shared.length > 0 ? shared : rows;
  });
  return [...own, ...ofProjects].map(({ source: _, ...word }) => word);
}

const placeKey = ({ document, place }: Source) => `${document} ${place}`;

const verdictColumns = ({ attributes }: Plan) => attributes.filter(({ verdict }) => verdict);

function sourced(project: ProjectRecord, plan: Plan): (PublishedWord & { source: Source })[] {
  const [first] = project.sources;
  return verdictColumns(plan).flatMap((column) => [
    ...(first
      ? valuesOf(project, column.id).flatMap((value) =>
          published(value, column, { project: project.name, plan, place: first }),
        )
      : []),
    ...project.listings.flatMap((row) =>
      valuesOf(row, column.id).flatMap((value) =>
        published(value, column, { project: project.name, plan, place: row.source }),
      ),
    ),
  ]);
}

function published(
  value: AttributeValue,
  { values = [] }: DeclaredAttribute,
  { project, plan, place }: { project: string; plan: Plan; place: Source },
): (PublishedWord & { source: Source })[] {
  if (value.word === null) return [];
  const source = value.source ?? place;
  const told = values.some(({ lagging }) => lagging);
  const lagging = told ? values.find(({ word }) => word === value.word)?.lagging === true : null;
  const { place: at, label } = source;
  const fy = value.fy ?? plan.publishedFy;
  return [
    { fy, word: value.word, place: at, ...(label === undefined ? {} : { label }), project, lagging, source },
  ];
}

/** 注意, 遅れ. */
export function isLagging(status: Status): boolean {
  return status === '注意' || status === '遅れ';
}

/** One says it lags and the other does not; statuses without a judgement disagree with nothing. */
export function disagrees(status: Status, { lagging }: PublishedWord): boolean {
  const judged = statuses.indexOf(status) <= statuses.indexOf('遅れ');
  return judged && lagging !== null && isLagging(status) !== lagging;
}
