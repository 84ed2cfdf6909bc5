// The facts of all plans: subjects, attributes, cells, typed columns and word indexes, made when first asked for.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Attribute, Kind } from './attribute.ts';
import { coreAttributes } from './attributes.ts';
import { baseUnit, baseValue, type Cell, type Subject, tells } from './cell.ts';
import { cellsOfYear, figureOf, newestFigure } from './derived.ts';
import { amountKinds, attributesOfPlans, joined, levelWords } from './plan-attributes.ts';
import { kpiReaders, unitOfKpi } from './readers/kpi.ts';
import { departmentReaders, planReaders, policyReaders, townReaders } from './readers/others.ts';
import { planCells } from './readers/plan-cells.ts';
import { projectReaders } from './readers/project.ts';
import type { Read } from './readers/reader.ts';
import { createRelated, type Related } from './related.ts';

/** Read access to everything the plans say. */
export interface Facts {
  /** The product's own and every plan's columns. */
  readonly attributes: readonly Attribute[];
  /** By id; a bare name (`labor`) means that column of whichever plan prints it, or of `plan` as it is called there. */
  attribute(id: string, plan?: string | null): Attribute | undefined;
  /** All subjects of a kind, always in the same order. */
  subjects(kind: Kind): readonly Subject[];
  subject(kind: Kind, id: string): Subject | undefined;
  /** Place of the subject in `subjects(kind)`; -1 for none. */
  position(kind: Kind, id: string): number;
  /** What stands for the subject, ascending by year; a row's own cells where a project has several. */
  cells(attribute: string, id: string): Cell[];
  /** As `cells`, for a kind that is known. */
  cellsOf(kind: Kind, attribute: string, id: string): Cell[];
  /** Fiscal years any subject has a figure or word for, ascending. */
  years(attribute: string): number[];
  /** Whether the plan prints the attribute for any subject of the kind. */
  printed(kind: Kind, attribute: string, plan: string): boolean;
  /** Figures in the order of `subjects(kind)`, without scale (人, 円), NaN for none; no year: the newest, or the final target. */
  column(kind: Kind, attribute: string, fy: number | null): Float64Array;
  /** Units of KPIs without scale, in the order of `subjects('kpi')`. */
  units(): readonly string[];
  /** Word (of a reference: the id) → places of the subjects that hold it; no year: in any year. */
  index(kind: Kind, attribute: string, fy: number | null): ReadonlyMap<string, readonly number[]>;
  /** How kinds hang together. */
  readonly related: Related;
  /** Each KPI's newest result beside the target of its year, in the order of `subjects('kpi')`; absent where they are read from the cells. */
  resultsBesideTargets?(): { results: Float64Array; targets: Float64Array };
}

/** Which reader tables a kind has. */
const readers: Readonly<Record<Kind, Readonly<Record<string, Read<never>>>>> = {
  project: projectReaders,
  row: projectReaders,
  kpi: kpiReaders,
  policy: policyReaders,
  plan: planReaders,
  town: townReaders,
  department: departmentReaders,
};

const kinds: readonly Kind[] = ['project', 'kpi', 'policy', 'plan', 'town', 'department', 'row'];

/** The facts of a repository; results recorded later are seen by themselves. */
export function createFacts(repository: Repository): Facts {
  const levels = levelWords(repository.plans);
  const attributes = [
    ...coreAttributes.map((own) => (own.id === 'level' ? { ...own, values: levels } : own)),
    ...attributesOfPlans(repository.plans),
  ];
  const byId = withBareNames(attributes);
  const subjects = createSubjects(repository);
  const read = createReader(repository, byId);
  const views = createViews({ repository, subjects, read, byId });

  const facts: Facts = {
    attributes,
    attribute: (id, plan) => (plan ? byId.get(`${plan}/${id}`) : undefined) ?? byId.get(id),
    subjects: subjects.all,
    subject: (kind, id) => subjects.all(kind)[subjects.position(kind, id)],
    position: subjects.position,
    cells(attribute, id) {
      const kind = kinds.find((one) => subjects.position(one, id) >= 0);
      return kind ? facts.cellsOf(kind, attribute, id) : [];
    },
    cellsOf(kind, attribute, id) {
      const record = facts.subject(kind, id);
      return record ? read(kind, attribute, record) : [];
    },
    ...views,
    related: createRelated(repository, subjects),
  };
  return facts;
}

/** Cells of a record; a plan's column is empty for the records of others. */
export type ReadCells = (kind: Kind, attribute: string, record: Subject) => Cell[];

/** Reads cells of any record, in memory or not. */
export function createReader(repository: Repository, byId: ReadonlyMap<string, Attribute>): ReadCells {
  return (kind, attribute, record) => {
    const source = cellSource({ kind, attribute, plan: record.plan }, byId);
    return source ? cellsFrom(source, record, repository) : [];
  };
}

/** Reads an attribute of one plan's records: looked up once for all of them; null where none can have cells of it. */
export function readerOfPlan(
  asked: { kind: Kind; attribute: string; plan: string },
  byId: ReadonlyMap<string, Attribute>,
  repository: Repository,
): ((record: Subject) => Cell[]) | null {
  const source = cellSource(asked, byId);
  if (!source || !(source.read || source.own)) return null;
  return (record) => cellsFrom(source, record, repository);
}

/** Where the cells of an attribute stand: in the plan's own column, else where the kind has them. */
interface CellSource {
  kind: Kind;
  name: string;
  own: Attribute | undefined;
  read: Read<never> | undefined;
}

function cellSource(
  { kind, attribute, plan }: { kind: Kind; attribute: string; plan: string | null },
  byId: ReadonlyMap<string, Attribute>,
): CellSource | null {
  const name = bareName(attribute);
  if (name !== attribute && !attribute.startsWith(`${plan}/`)) return null;
  const declared = byId.get(`${plan}/${name}`);
  // What another plan calls by the same name may be of another type.
  const own =
    declared?.of.includes(kind) && declared.type === byId.get(attribute)?.type ? declared : undefined;
  return { kind, name, own, read: readers[kind][name] };
}

function cellsFrom({ kind, name, own, read }: CellSource, record: Subject, repository: Repository): Cell[] {
  if (own) {
    const cells = planCells(kind, { attribute: own, name }, record, repository);
    if (cells.length > 0) return cells;
  }
  // The readers of a kind take records of that kind only, which the table cannot say: here alone one is said to be the other.
  return read?.(record as never, repository) ?? [];
}

/** A bare column name leads to the columns of that name in all plans. */
export function withBareNames(attributes: readonly Attribute[]): Map<string, Attribute> {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const named = new Map<string, Attribute[]>();
  for (const attribute of attributes) {
    if (attribute.plan === null) continue;
    const name = bareName(attribute.id);
    named.set(name, [...(named.get(name) ?? []), attribute]);
  }
  for (const [name, [first, ...others]] of named)
    if (first && !byId.has(name)) byId.set(name, { ...joined(first, others), id: name, plan: null });
  return byId;
}

interface Parts {
  repository: Repository;
  subjects: Subjects;
  read: ReadCells;
  byId: ReadonlyMap<string, Attribute>;
}

/** Columns, indexes and years: made at the first question, kept until another result is recorded. */
function createViews({
  repository,
  subjects,
  read,
  byId,
}: Parts): Pick<Facts, 'years' | 'printed' | 'column' | 'units' | 'index'> {
  const columns = createCache<Float64Array>(repository);
  const indexes = createCache<ReadonlyMap<string, readonly number[]>>(repository);
  const years = createCache<number[]>(repository);
  const printing = createCache<ReadonlySet<string | null>>(repository);
  const parts = { repository, subjects, read, byId };
  return {
    years: (attribute) => years.get(attribute, () => yearsOf(attribute, parts)),
    printed: (kind, attribute, plan) =>
      printing.get(`${kind} ${attribute}`, () => plansPrinting(kind, attribute, parts)).has(plan),
    column: (kind, attribute, fy) =>
      columns.get(`${kind} ${attribute} ${fy}`, () => columnOf({ kind, attribute, fy }, parts)),
    units: lazily(() => repository.kpis.map((kpi) => baseUnit(unitOfKpi(kpi)))),
    index: (kind, attribute, fy) =>
      indexes.get(`${kind} ${attribute} ${fy}`, () => indexOf({ kind, attribute, fy }, parts)),
  };
}

function yearsOf(attribute: string, { subjects, read, byId }: Parts): number[] {
  const found = new Set<number>();
  for (const kind of byId.get(attribute)?.of ?? []) {
    // Rows have the years of their projects.
    if (kind === 'row') continue;
    for (const record of subjects.all(kind))
      for (const cell of read(kind, attribute, record))
        if (cell.fy !== null && tells(cell) && !cell.aside) found.add(cell.fy);
  }
  return [...found].sort((a, b) => a - b);
}

function plansPrinting(kind: Kind, attribute: string, { subjects, read }: Parts): Set<string | null> {
  const plans = new Set<string | null>();
  for (const record of subjects.all(kind))
    if (!plans.has(record.plan) && read(kind, attribute, record).some(tells)) plans.add(record.plan);
  return plans;
}

/** Which view: a kind, an attribute, a year. */
interface Seen {
  kind: Kind;
  attribute: string;
  fy: number | null;
}

function columnOf({ kind, attribute, fy }: Seen, { subjects, read, byId }: Parts): Float64Array {
  const declared = byId.get(attribute);
  // Nothing is read of what nobody declares.
  if (!declared) return new Float64Array(subjects.all(kind).length).fill(Number.NaN);
  return Float64Array.from(subjects.all(kind), (record) =>
    figureIn(read(kind, attribute, record), fy, declared),
  );
}

/** What a column holds of a subject: its figure of the year without scale, NaN for none. */
export function figureIn(
  cells: readonly Cell[],
  fy: number | null,
  { id, type, byYear }: Pick<Attribute, 'id' | 'type' | 'byYear'>,
): number {
  const name = bareName(id);
  if (type === 'money' && name !== 'budget' && !amountKinds.has(name))
    return sumOfRows(byYear ? cellsOfYear(cells, fy ?? newestFigure(cells)?.fy ?? 0) : cells);
  const cell = figureOf(cells, fy, name);
  return (cell && baseValue(cell, type)) ?? Number.NaN;
}

function indexOf({ kind, attribute, fy }: Seen, { subjects, read }: Parts): Map<string, number[]> {
  const places = new Map<string, number[]>();
  subjects.all(kind).forEach((record, place) => {
    for (const cell of read(kind, attribute, record)) {
      if (fy !== null && cell.fy !== null && cell.fy !== fy) continue;
      const key = cell.ref ?? cell.word;
      if (key === null) continue;
      const known = places.get(key);
      if (!known) places.set(key, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  });
  return places;
}

/** `some-plan/labor` → labor */
export function bareName(attribute: string): string {
  return attribute.slice(attribute.indexOf('/') + 1);
}

/** Rows of a project that print the same figure are one; different ones add up. */
function sumOfRows(cells: readonly Cell[]): number {
  const values = new Set(cells.flatMap(({ value }) => value ?? []));
  return values.size === 0 ? Number.NaN : [...values].reduce((sum, value) => sum + value, 0);
}

/** The subjects of each kind and their places. */
export interface Subjects {
  all(kind: Kind): readonly Subject[];
  position(kind: Kind, id: string): number;
}

function createSubjects(repository: Repository): Subjects {
  const make: Readonly<Record<Kind, () => readonly Subject[]>> = {
    project: () => repository.projects,
    kpi: () => repository.kpis,
    policy: () => repository.policies,
    plan: () => repository.plans.map((plan) => ({ ...plan, plan: plan.id })),
    town: () => repository.municipalities.map((town) => ({ ...town, id: town.name, plan: null })),
    department: () => departmentsOf([...repository.projects, ...repository.kpis]),
    row: () => repository.projects.flatMap(rowsOf),
  };
  const lists = new Map<Kind, readonly Subject[]>();
  const places = new Map<Kind, Map<string, number>>();
  const all = (kind: Kind) => {
    const list = lists.get(kind) ?? make[kind]();
    lists.set(kind, list);
    return list;
  };
  return {
    all,
    position(kind, id) {
      const known = places.get(kind) ?? new Map(all(kind).map((subject, place) => [subject.id, place]));
      places.set(kind, known);
      return known.get(id) ?? -1;
    },
  };
}

function departmentsOf(records: readonly (ProjectRecord | KpiRecord)[]): Subject[] {
  const plans = new Map<string, Set<string>>();
  for (const { department, plan } of records)
    if (department) plans.set(department, (plans.get(department) ?? new Set()).add(plan));
  return [...plans].map(([name, own]) => ({
    id: name,
    name,
    plan: own.size === 1 ? ([...own][0] ?? null) : null,
  }));
}

/** A project's rows: the project itself with the one listing. */
export function rowsOf(project: ProjectRecord): (ProjectRecord & { project: string })[] {
  return project.listings.map((listing, index) => ({
    ...project,
    id: `${project.id}#${index + 1}`,
    project: project.id,
    listings: [listing],
    sources: [listing.source],
  }));
}

/** Keeps what was made until another result is recorded. */
function createCache<Made>(repository: Repository) {
  const made = new Map<string, Made>();
  let seq = repository.lastSeq();
  return {
    get(key: string, make: () => Made): Made {
      if (repository.lastSeq() !== seq) {
        seq = repository.lastSeq();
        made.clear();
      }
      const known = made.get(key) ?? make();
      made.set(key, known);
      return known;
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
