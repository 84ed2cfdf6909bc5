// What running a query needs besides the query.

import type { KpiRecord, Repository } from '../../data/repository.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Kind } from '../../facts/attribute.ts';
import { type Cell, type Subject, saysNothing } from '../../facts/cell.ts';
import { bareName, type Facts } from '../../facts/facts.ts';
import type { Day } from '../../ports/clock.ts';
import type { Predicate } from '../../question/query.ts';
import type { SearchIndex } from '../../search/search.ts';
import { verdictsOf } from '../../status/published.ts';
import type { StateNow } from '../../status/verdict.ts';
import { type Standing, standingOf, stateOf } from '../judged.ts';
import type { Mask } from './mask.ts';
import type { Member } from './result/scope.ts';

/** A sentence of a document in our own words. */
export interface Statement {
  id: string;
  plan: string;
  subject: { kind: string; id: string };
  topic: string;
  terms: readonly string[];
  text: string;
  fy: number | null;
  source: Source;
  /** How well it holds the words looked for; absent where it was not found by words. */
  score?: number;
}

/** Looks for statements by words and by what they speak of. */
export interface Statements {
  /** Best first; of these subjects, topics and plans only, where any are given. */
  search(
    words: string,
    options: { subjects?: readonly string[]; topics?: readonly string[]; plans?: readonly string[] },
  ): Statement[];
}

/** What subjects stand under: very many share few lists of words or names. */
export interface Labels {
  lists: readonly (readonly string[])[];
  /** By place: which of the lists. */
  numbers: ArrayLike<number>;
}

/** What a store of plans answers by itself where the records are not in memory; what it does not answer is read from the records. */
export interface FarRun {
  /** The predicate over all subjects; null: it is worked out from others (not, all, any, near). */
  mask(predicate: Predicate, kind: Kind, context: RunContext): Mask | null;
  /** The words or names that subjects stand under; null: they are read from their cells. */
  labels(kind: Kind, by: string, context: RunContext): Labels | null;
  /** How many of a kind belong to the subjects; null: they are counted one by one. */
  counts(kind: Kind, of: Kind): Float64Array | null;
  /** First place of each plan's subjects, and the end; null for kinds that belong to no plan. */
  starts(kind: Kind): Int32Array | null;
  /** These will be looked at one by one, the first ones surely. */
  expect(members: readonly Member[]): void;
}

/** Everything a query is run over. */
export interface RunContext {
  facts: Facts;
  repository: Repository;
  search: SearchIndex;
  asOf: Day;
  /** Absent where no plan has any. */
  statements?: Statements | undefined;
  /** Absent where all records are in memory. */
  far?: FarRun | undefined;
}

/** The KPI's state on the day. */
export function stateOfKpi(context: RunContext, id: string): StateNow | undefined {
  const { repository, asOf } = context;
  const kpi: KpiRecord | undefined = repository.kpi(id);
  const plan = kpi && repository.plan(kpi.plan);
  return kpi && plan ? stateOf(repository, kpi, plan, asOf) : undefined;
}

/** How the KPI stands on the day. */
export function standingOfKpi({ repository, asOf }: RunContext, id: string): Standing | undefined {
  const kpi = repository.kpi(id);
  const plan = kpi && repository.plan(kpi.plan);
  return kpi && plan ? standingOf(repository, kpi, plan, asOf) : undefined;
}

/** Cells of an attribute; the status is worked out for the day. */
export function cellsOf(context: RunContext, kind: Kind, attribute: string, id: string): Cell[] {
  if (bareName(attribute) !== 'status') return context.facts.cellsOf(kind, attribute, id);
  const standing = kind === 'kpi' ? standingOfKpi(context, id) : undefined;
  if (!standing) return [];
  const { fy, status, source } = standing;
  return [{ fy, value: null, word: status, text: status, unit: null, source }];
}

/** The document itself says that the project lags, or one of its KPIs does. */
export function projectLags(context: RunContext, id: string): boolean {
  const record = context.repository.project(id);
  if (!record) return false;
  const plan = context.repository.plan(record.plan);
  if (plan && verdictsOf(record, plan).some(({ lagging }) => lagging)) return true;
  return record.kpis.some((kpi) => standingOfKpi(context, kpi)?.lagging === true);
}

/** A cell that prints a dash. */
export function isDashed({ text, value, word }: Cell): boolean {
  return value === null && word === null && text !== '' && saysNothing(text);
}

/** Name for sentences: a row with its number. */
export function nameOf(subject: Subject, kind: Kind): string {
  if (kind !== 'row') return subject.name;
  const { sources } = subject as Subject & { sources?: readonly Source[] };
  return `${subject.name}${sources?.[0] ? `（${sources[0].place}）` : ''}`;
}
