// The cells of every attribute, each read once → columns of figures and masks of words, dashes and blanks.
import { isSilent } from '../../answer/run/predicates/silent.ts';
import type { Repository } from '../../data/repository.ts';
import type { Attribute } from '../../facts/attribute.ts';
import { type Cell, holdsFigures, standsInstead, tells } from '../../facts/cell.ts';
import { bareName, type Facts, figureIn, readerOfPlan, withBareNames } from '../../facts/facts.ts';
import type { PlanHead } from '../head.ts';
import { type OwnKind, ownColumn, ownKinds, years as special } from '../kinds.ts';
import { packPlaces } from '../pack.ts';
import type { ColumnRow, MaskRow } from './plan-rows.ts';

/** Attributes whose words nobody asks for one by one: that something stands there is all that is kept. */
const unkeyed = new Set(['name', 'alias', 'summary', 'place', 'kpis', 'projects']);

type Rows = Pick<PlanHead, 'years' | 'printed' | 'columns' | 'masks' | 'cellYears'>;

/** The cells of a kind's attribute, in the order of the subjects. */
interface Cells {
  kind: OwnKind;
  attribute: Attribute;
  topic: string;
  cells: Cell[][];
}

/** Rows of all attributes of one plan. */
export function attributeRows(
  plan: string,
  facts: Facts,
  repository: Repository,
): { head: Rows; columns: ColumnRow[]; masks: MaskRow[] } {
  const head: Rows = { years: {}, printed: [], columns: {}, masks: {}, cellYears: {} };
  const columns: ColumnRow[] = [];
  const masks: MaskRow[] = [];
  const byId = withBareNames([...facts.attributes]);
  const projects = soleRows(repository);
  for (const attribute of facts.attributes) {
    const topic = attribute.plan === plan ? ownColumn(bareName(attribute.id)) : attribute.id;
    const told = new Set<number>();
    let ofProjects: Cell[][] = [];
    for (const kind of ownKinds) {
      const read = readerOfPlan({ kind, attribute: attribute.id, plan }, byId, repository);
      if (!read) continue;
      const cells = facts.subjects(kind).map((subject, place) => {
        const project = kind === 'row' && attribute.id !== 'kpis' ? projects[place] : undefined;
        return (project === undefined ? undefined : ofProjects[project]) ?? read(subject);
      });
      if (kind === 'project') ofProjects = cells;
      // Rows have the years of their projects.
      if (kind !== 'row' && attribute.of.includes(kind))
        for (const all of cells)
          for (const cell of all) if (cell.fy !== null && !cell.aside && tells(cell)) told.add(cell.fy);
      if (cells.every(({ length }) => length === 0)) continue;
      const own: Cells = { kind, attribute, topic, cells };
      const fys = yearsIn(cells);
      if (fys.length > 0) head.cellYears[`${kind} ${topic}`] = fys;
      if (cells.some((all) => all.some(tells))) head.printed.push(`${kind} ${topic}`);
      columns.push(...columnRows(own, fys, head));
      masks.push(...wordRows(own, head));
      if (!unkeyed.has(attribute.id)) masks.push(...silentRows(own, fys), ...insteadRows(own, fys));
    }
    // What is read of towns and departments has no year.
    head.years[topic] = [...told].sort((a, b) => a - b);
  }
  for (const [topic, years] of Object.entries(head.years)) if (years.length === 0) delete head.years[topic];
  return { head, columns, masks };
}

/** By the place of a row: that of its project, where it is the project's only one and so prints the same (but of its KPIs, which are the project's). */
function soleRows({ projects }: Repository): (number | undefined)[] {
  return projects.flatMap(({ listings }, place) =>
    listings.map(() => (listings.length === 1 ? place : undefined)),
  );
}

/** Years of the cells, ascending. */
function yearsIn(cells: readonly (readonly Cell[])[]): number[] {
  const years = new Set<number>();
  for (const all of cells) for (const { fy } of all) if (fy !== null) years.add(fy);
  return [...years].sort((a, b) => a - b);
}

/** A column for every year from the first to the last, for none, and for those before and after (毎年度 holds there as well). */
function columnRows(
  { kind, attribute, topic, cells }: Cells,
  known: readonly number[],
  head: Rows,
): ColumnRow[] {
  if (!cells.some((all) => all.some(({ value }) => value !== null))) return [];
  const [first, last] = [known[0] ?? 2000, known.at(-1) ?? 2000];
  head.columns[`${kind} ${topic}`] = [first, last];
  const column = (fy: number, asked: number | null): ColumnRow => ({
    kind,
    topic,
    fy,
    figures: Float64Array.from(cells, (all) =>
      all.length === 0 ? Number.NaN : figureIn(all, asked, attribute),
    ),
  });
  const rows = [
    column(special.any, null),
    column(special.before, first - 1),
    column(special.after, last + 1),
  ];
  for (let fy = first; fy <= last; fy++) rows.push(column(fy, fy));
  return rows.filter(({ figures }) => figures.some((figure) => !Number.isNaN(figure)));
}

/** Who holds which word, as an index in memory has it; the key '' stands for any word. */
function wordRows({ kind, attribute, topic, cells }: Cells, head: Rows): MaskRow[] {
  const keyed = !unkeyed.has(attribute.id);
  const held = cells.map((all) => (all.some(isWord) ? all.filter(isWord) : []));
  const known = yearsIn(held);
  if (known.length > 0) head.masks[`${kind} ${topic}`] = known;
  const rows: MaskRow[] = [];
  for (const fy of [special.any, ...(known.length > 0 ? [special.before, ...known] : [])]) {
    const places = new Map<string, number[]>([['', []]]);
    for (let place = 0; place < held.length; place++)
      for (const cell of held[place] as Cell[]) {
        if (fy !== special.any && cell.fy !== null && cell.fy !== fy) continue;
        addPlace(places, '', place);
        if (keyed) addPlace(places, (cell.ref ?? cell.word) as string, place);
      }
    rows.push(...masksOf({ kind, topic, fy }, places));
  }
  return rows;
}

const isWord = ({ ref, word }: Cell) => (ref ?? word) !== null;

/** Places come rising. */
function addPlace(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (!known) places.set(key, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

/** Dashes, blanks and figures of one year alone; years of which nothing is printed are blank throughout. */
function silentRows({ kind, topic, cells }: Cells, known: readonly number[]): MaskRow[] {
  const rows: MaskRow[] = [];
  const told = cells.map((all) => all.filter(tells));
  for (const fy of [special.any, ...known]) {
    const asked = fy === special.any ? null : fy;
    for (const is of ['dashed', 'blank'] as const)
      rows.push(
        ...masksOf(
          { kind, topic: `#${is} ${topic}`, fy },
          placesBy(cells, (all) => (all.length === 0 ? is === 'blank' : isSilent(is, all, asked))),
        ),
      );
    if (asked === null) continue;
    const only = (all: Cell[]) => all.length > 0 && all.every((cell) => cell.fy === asked);
    rows.push(...masksOf({ kind, topic: `#only ${topic}`, fy }, placesBy(told, only)));
  }
  return rows;
}

/** Who prints 調整中 or another word where a figure could stand, by the word. */
function insteadRows({ kind, attribute, topic, cells }: Cells, known: readonly number[]): MaskRow[] {
  if (!holdsFigures(attribute.type)) return [];
  const held = cells.map((all) => all.filter((cell) => !cell.aside && standsInstead(cell) !== null));
  if (held.every(({ length }) => length === 0)) return [];
  return [special.any, ...known].flatMap((fy) => {
    const places = new Map<string, number[]>();
    held.forEach((all, place) => {
      for (const cell of all)
        if (fy === special.any || cell.fy === fy) addPlace(places, standsInstead(cell) as string, place);
    });
    return masksOf({ kind, topic: `#instead ${topic}`, fy }, places);
  });
}

function placesBy<T>(all: readonly T[], test: (one: T) => boolean): Map<string, number[]> {
  const places: number[] = [];
  for (let place = 0; place < all.length; place++) if (test(all[place] as T)) places.push(place);
  return new Map([['', places]]);
}

/** Masks that hold anybody; listed places are rising. */
export function masksOf(
  { kind, topic, fy }: { kind: OwnKind; topic: string; fy: number },
  places: ReadonlyMap<string, readonly number[] | ReadonlySet<number>>,
): MaskRow[] {
  const rows: MaskRow[] = [];
  for (const [key, own] of places) {
    const rising = own instanceof Set ? [...own].sort((a, b) => a - b) : (own as readonly number[]);
    if (rising.length > 0) rows.push({ kind, topic, key, fy, yes: packPlaces(rising) });
  }
  return rows;
}
