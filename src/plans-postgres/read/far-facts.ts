// The facts over a layout: columns and masks of all subjects, cells of the records that are looked at.
import type { KpiRecord, Repository } from '../../data/repository.ts';
import type { Kind } from '../../facts/attribute.ts';
import { coreAttributes } from '../../facts/attributes.ts';
import type { Subject } from '../../facts/cell.ts';
import {
  createFacts,
  createReader,
  type Facts,
  figureIn,
  type ReadCells,
  withBareNames,
} from '../../facts/facts.ts';
import { createRelated, type Related } from '../../facts/related.ts';
import { columns, countOf, isOwnKind, type OwnKind, topics } from '../kinds.ts';
import { type Layout, planAt, type Shelved } from './layout.ts';
import { type Placed, placedRows } from './placed.ts';
import type { Records } from './records.ts';
import { standsFor } from './stands-for.ts';
import { always, type Tables } from './tables.ts';

/** What the facts are made from. */
export interface FactsParts {
  layout: Layout;
  records: Records;
  tables: Tables;
  placed: Record<'project' | 'kpi', Placed[]>;
  repository: Repository;
  /** Places of KPIs with recorded results: what is stored of them is what was printed. */
  recordedPlaces(): readonly number[];
}

/** Facts whose attributes are known before anything else is. */
export function attributesOf(
  layout: Layout,
  repository: Pick<Repository, 'plans' | 'municipalities' | 'policies'>,
) {
  const none = { projects: [], kpis: [], statements: [], lastSeq: () => 0, departments: () => [] };
  return createFacts(standsFor<Repository>({ ...repository, ...none, seedsHash: String(layout.version) }));
}

/** Reads through to the tables; see `Missing`. */
export function farFacts(base: Facts, parts: FactsParts): Facts {
  const { layout, records, tables, repository } = parts;
  tables.core = new Set(coreAttributes.map(({ id }) => id));
  const read = createReader(repository, withBareNames([...base.attributes]));
  const { subjects, position, departments } = farSubjects(base, parts);
  const record = (kind: Kind, place: number): Subject | undefined => {
    if (kind === 'project' || kind === 'kpi') return records.at(kind, place);
    return subjects(kind)[place];
  };
  const cellsOf: Facts['cellsOf'] = (kind, attribute, id) => {
    const place = position(kind, id);
    const found = place < 0 ? undefined : record(kind, place);
    return found ? read(kind, attribute, found) : [];
  };
  const facts: Facts = {
    attributes: base.attributes,
    attribute: base.attribute,
    subjects,
    position,
    subject: (kind, id) => subjects(kind)[position(kind, id)],
    cells(attribute, id) {
      const kind = (['project', 'kpi', 'policy', 'plan', 'town', 'department', 'row'] as const).find(
        (one) => position(one, id) >= 0,
      );
      return kind ? cellsOf(kind, attribute, id) : [];
    },
    cellsOf,
    ...farColumns(base, parts, { subjects, read }),
    units: unitsOf(layout, tables),
    index: (kind, attribute, fy) => farIndex({ kind, attribute, fy }, { tables, base }),
    related: farRelated(parts, subjects, departments),
    resultsBesideTargets: () => ({
      results: tables.column('kpi', always(columns.result), null),
      targets: tables.column('kpi', always(columns.aim), null),
    }),
  };
  return facts;
}

/** Where everything stands: records by their places, the rest in memory. */
function farSubjects(base: Facts, { layout, records, tables, placed }: FactsParts) {
  const departments = departmentsOf(layout);
  let rows: Placed[] | undefined;
  const own: Partial<Record<Kind, () => readonly Subject[]>> = {
    project: () => placed.project,
    kpi: () => placed.kpi,
    row: () => {
      rows ??= placedRows(layout, records, rowEnds(tables));
      return rows;
    },
    department: () => departments,
  };
  const subjects = (kind: Kind) => own[kind]?.() ?? base.subjects(kind);
  const departmentPlaces = new Map(departments.map(({ id }, at) => [id, at]));
  function position(kind: Kind, id: string): number {
    if (kind === 'department') return departmentPlaces.get(id) ?? -1;
    if (kind !== 'project' && kind !== 'kpi' && kind !== 'row') return base.position(kind, id);
    const known = kind === 'row' ? undefined : records.placeOf(kind, id);
    if (known !== undefined) return known;
    const [, owner = id, number = ''] = /^(.*)#(\d+)$/.exec(id) ?? [];
    if ((kind === 'row') !== (number !== '') || isOther(id)) return -1;
    if (kind !== 'row') return records.position(kind, id);
    const project = records.position('project', owner);
    if (project < 0) return -1;
    const ends = rowEnds(tables);
    const at = (project === 0 ? 0 : (ends[project - 1] as number)) + Number(number) - 1;
    return at < (ends[project] as number) ? at : -1;
  }
  /** Names of plans, towns, departments and ids of policies are no record's. */
  const isOther = (id: string) =>
    departmentPlaces.has(id) ||
    (['policy', 'plan', 'town'] as const).some((kind) => base.position(kind, id) >= 0);
  return { subjects, position, departments };
}

/** Columns and years, with recorded results laid over what is stored. */
function farColumns(
  base: Facts,
  parts: FactsParts,
  { subjects, read }: { subjects: Facts['subjects']; read: ReadCells },
): Pick<Facts, 'years' | 'printed' | 'column'> {
  const { layout, records, tables, repository } = parts;
  const planById = new Map(layout.plans.map((plan) => [plan.id, plan]));
  const recordedCells: RecordedCells = (attribute) => {
    const places = parts.recordedPlaces();
    return records.all('kpi', places).map((kpi, i) => ({
      place: places[i] as number,
      own: kpi,
      cells: read('kpi', attribute, kpi),
    }));
  };
  const patched = new Map<string, { seq: number; column: Float64Array }>();
  function columnOf(kind: Kind, attribute: string, fy: number | null): Float64Array {
    if (!isOwnKind(kind))
      return base.column(kind, attribute, fy).length === subjects(kind).length
        ? base.column(kind, attribute, fy)
        : new Float64Array(subjects(kind).length).fill(Number.NaN);
    const declared = base.attribute(attribute);
    if (!declared) return new Float64Array(subjects(kind).length).fill(Number.NaN);
    const column = tables.column(kind, tables.asked(attribute), fy, attribute);
    if (kind !== 'kpi' || parts.recordedPlaces().length === 0) return column;
    const key = `${attribute} ${fy}`;
    const known = patched.get(key);
    if (known?.seq === repository.lastSeq()) return known.column;
    const own = column.slice();
    for (const { place, cells } of recordedCells(attribute)) own[place] = figureIn(cells, fy, declared);
    if (patched.size > 8) patched.clear();
    patched.set(key, { seq: repository.lastSeq(), column: own });
    return own;
  }
  return {
    years: yearsOver(base, parts, recordedCells),
    printed: (kind, attribute, plan) => {
      const { topic, accepts } = tables.asked(attribute);
      const shelved = planById.get(plan);
      if (shelved && accepts(shelved) && isOwnKind(kind) && shelved.head.printed.includes(`${kind} ${topic}`))
        return true;
      const tells = ({ own, cells }: ReturnType<RecordedCells>[number]) =>
        own.plan === plan && cells.some(({ value, word }) => value !== null || word !== null);
      return kind === 'kpi' && recordedCells(attribute).some(tells);
    },
    column: columnOf,
  };
}

/** Cells of the KPIs with recorded results, printed ones among them. */
type RecordedCells = (attribute: string) => { place: number; own: KpiRecord; cells: ReturnType<ReadCells> }[];

/** The years an attribute has a value for, printed or recorded. */
function yearsOver(
  base: Facts,
  { layout, tables }: FactsParts,
  recordedCells: RecordedCells,
): Facts['years'] {
  const printedYears = new Map<string, ReadonlySet<number>>();
  function yearsPrinted(attribute: string): ReadonlySet<number> {
    const { topic, accepts } = tables.asked(attribute);
    const found = new Set<number>();
    for (const plan of layout.plans)
      if (accepts(plan)) for (const fy of plan.head.years[topic] ?? []) found.add(fy);
    return found;
  }
  return (attribute) => {
    // Thousands of plans print the same few years.
    const printed = printedYears.get(attribute) ?? yearsPrinted(attribute);
    printedYears.set(attribute, printed);
    const found = new Set(printed);
    if (base.attribute(attribute)?.of.includes('kpi'))
      for (const { cells } of recordedCells(attribute))
        for (const { fy, value, word, aside } of cells)
          if (fy !== null && (value !== null || word !== null) && !aside) found.add(fy);
    return [...found].sort((a, b) => a - b);
  };
}

/** In the order in which the plans name them; `plan` where only one has it. */
function departmentsOf(layout: Layout): Subject[] {
  const plans = new Map<string, string[]>();
  for (const { id, head } of layout.plans)
    for (const name of head.departments) {
      const known = plans.get(name);
      if (known) known.push(id);
      else plans.set(name, [id]);
    }
  return [...plans].map(([name, own]) => ({
    id: name,
    name,
    plan: own.length === 1 ? (own[0] ?? null) : null,
  }));
}

const ends = new WeakMap<Tables, Int32Array>();

/** Where the rows of each project end. @throws Missing */
export function rowEnds(tables: Tables): Int32Array {
  const known = ends.get(tables);
  if (known) return known;
  const counts = tables.column('project', always(countOf('row')), null);
  let end = 0;
  const made = Int32Array.from(counts, (count) => {
    end += Number.isNaN(count) ? 0 : count;
    return end;
  });
  ends.set(tables, made);
  return made;
}

/** Units of all KPIs, put together once. */
function unitsOf(layout: Layout, tables: Tables): () => readonly string[] {
  let made: string[] | undefined;
  return () => {
    if (made) return made;
    const numbers = tables.column('kpi', always(columns.unit), null);
    const own = new Array<string>(numbers.length).fill('');
    layout.plans.forEach(({ head }, plan) => {
      const end = layout.starts.kpi[plan + 1] as number;
      for (let place = layout.starts.kpi[plan] as number; place < end; place++)
        own[place] = head.units[numbers[place] as number] ?? '';
    });
    made = own;
    return made;
  };
}

/** An index as far as somebody looks into it. */
function farIndex(
  { kind, attribute, fy }: { kind: Kind; attribute: string; fy: number | null },
  { tables, base }: { tables: Tables; base: Facts },
): ReadonlyMap<string, readonly number[]> {
  if (!isOwnKind(kind)) return base.index(kind, attribute, fy);
  const asked = tables.asked(attribute);
  const places = (key: string) => {
    const found: number[] = [];
    tables.each(kind, asked, { key, fy }, (place) => found.push(place));
    return found;
  };
  class Index extends Map<string, readonly number[]> {
    override get(key: string) {
      const found = places(key);
      return found.length > 0 ? found : undefined;
    }
    override has(key: string) {
      return this.get(key) !== undefined;
    }
    override keys() {
      return new Set(tables.keysOf(kind as OwnKind, asked)).values() as MapIterator<string>;
    }
    /** Who holds any word at all, in one list. */
    override values() {
      return new Set([places('')]).values() as MapIterator<readonly number[]>;
    }
  }
  return new Index();
}

/** Places of the records that stand in a relation, as the tables know them. */
function farPlaces({ layout, tables }: Pick<FactsParts, 'layout' | 'tables'>) {
  const holders = (attribute: string, key: string) => {
    const places: number[] = [];
    tables.each('project', tables.asked(attribute), { key, fy: null }, (place) => places.push(place));
    return places;
  };
  const under = (kind: OwnKind, policy: string) => {
    const places: number[] = [];
    tables.each(kind, always(topics.under), { key: policy, fy: null }, (place) => places.push(place));
    return places;
  };
  const inPlan = (kind: 'project' | 'kpi', plan: string) => {
    const at = layout.plans.findIndex(({ id }) => id === plan);
    if (at < 0) return [];
    const [from, to] = [layout.starts[kind][at] as number, layout.starts[kind][at + 1] as number];
    return Array.from({ length: to - from }, (_, i) => from + i);
  };
  const plansOf = (attribute: string, key: string) => {
    const found = new Set<string>();
    for (const place of holders(attribute, key))
      found.add((layout.plans[planAt(layout, 'project', place)] as Shelved).id);
    return [...found];
  };
  return { holders, under, inPlan, plansOf };
}

function farRelated(
  parts: FactsParts,
  subjects: (kind: Kind) => readonly Subject[],
  departments: readonly Subject[],
): Related {
  const { records, tables, repository } = parts;
  const { holders, under, inPlan, plansOf } = farPlaces(parts);
  const position = (kind: Kind, id: string) => {
    const at = /^(.*)#(\d+)$/.exec(id);
    if (kind !== 'row' || !at) return -1;
    const project = records.position('project', at[1] as string);
    if (project < 0) return -1;
    return (project === 0 ? 0 : (rowEnds(tables)[project - 1] as number)) + Number(at[2]) - 1;
  };
  const near = createRelated(repository, { all: subjects, position });
  /** As `ofProjects` of memory, over records that are fetched together. */
  const ofProjects = (places: readonly number[], to: Kind): readonly string[] | null => {
    const found = records.all('project', places);
    if (to === 'project') return found.map(({ id }) => id);
    const ids = found.map(({ id }) => near.of('project', id, to));
    if (ids.length > 0 && ids.every((one) => one === null)) return null;
    return [...new Set(ids.flatMap((one) => one ?? []))];
  };
  return {
    path: near.path,
    of(kind, id, to) {
      if (kind === 'policy' && (to === 'kpi' || to === 'project'))
        return records.all(to, under(to, id)).map((record) => record.id);
      if (kind === 'policy' && to !== 'policy' && to !== 'plan') return ofProjects(under('project', id), to);
      if (kind === 'town') return to === 'plan' ? plansOf('towns', id) : ofProjects(holders('towns', id), to);
      if (kind === 'department') {
        if (to !== 'plan') return ofProjects(holders('department', id), to);
        return departments.some((one) => one.id === id) ? plansOf('department', id) : [];
      }
      if (kind === 'plan' && to !== 'plan' && to !== 'policy') {
        if (to === 'kpi' || to === 'project')
          return records.all(to, inPlan(to, id)).map((record) => record.id);
        return ofProjects(inPlan('project', id), to);
      }
      return near.of(kind, id, to);
    },
  };
}
