// Columns, word indexes and years over all subjects of a kind: made at the first question, kept until another result is recorded.
import type { Repository } from '../data/repository.ts';
import { type Attribute, bareName, type Kind } from './attribute.ts';
import { baseUnit, baseValue, type Cell, tells } from './cell.ts';
import { cellsOfYear, figureOf, newestFigure } from './derived.ts';
import type { Facts } from './facts.ts';
import { amountKinds } from './plan-attributes.ts';
import type { ReadCells } from './read-cells.ts';
import { unitOfKpi } from './readers/kpi.ts';
import type { Subjects } from './subjects.ts';

interface Parts {
  repository: Repository;
  subjects: Subjects;
  read: ReadCells;
  byId: ReadonlyMap<string, Attribute>;
}

/** Columns, indexes and years: made at the first question, kept until another result is recorded. */
export function createViews({
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

/** Rows of a project that print the same figure are one; different ones add up. */
function sumOfRows(cells: readonly Cell[]): number {
  const values = new Set(cells.flatMap(({ value }) => value ?? []));
  return values.size === 0 ? Number.NaN : [...values].reduce((sum, value) => sum + value, 0);
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
