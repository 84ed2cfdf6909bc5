// The facts of all plans: what can be asked of them, put together from subjects, cells and views.
import type { Repository } from '../data/repository.ts';
import { type Attribute, bareName, type Kind } from './attribute.ts';
import { coreAttributes } from './attributes.ts';
import type { Cell, Subject } from './cell.ts';
import { attributesOfPlans, joined, levelWords } from './plan-attributes.ts';
import { createReader } from './read-cells.ts';
import { createRelated, type Related } from './related.ts';
import { createSubjects } from './subjects.ts';
import { createViews } from './views.ts';

// What other folders read of the facts, by one door.
export { bareName } from './attribute.ts';
export { createReader, type ReadCells, readerOfPlan } from './read-cells.ts';
export { rowsOf } from './subjects.ts';
export { figureIn } from './views.ts';

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
