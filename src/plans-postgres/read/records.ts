// The records of a copy: places stand for all of them, contents are there for those that were asked for.
import type { KpiRecord, ProjectRecord, StatementRecord } from '../../data/repository.ts';
import { ownKinds } from '../kinds.ts';
import { Missing, type Need, type Reader, TooWide } from './gaps.ts';
import { type Layout, planAt, sizeOf } from './layout.ts';

/** Kinds that are stored record by record, by their number in the tables. */
const recordKinds = { project: 0, kpi: 1, statement: ownKinds.length } as const;
export type RecordKind = keyof typeof recordKinds;

interface Contents {
  project: ProjectRecord;
  kpi: KpiRecord;
  statement: StatementRecord;
}

/** Records one question may look at one by one. */
const mostAtOnce = 50_000;
/** So many of what is foreseen are fetched at first. */
const firstReach = 64;
/** Records fetched with one that nobody foresaw. */
const mostFollowing = 4096;
/** Of what a search found, so many are looked at by who reads the question. */
const mostHits = 16;
/** Records, names and places a copy remembers. */
const most = { records: 5_000, names: 60_000, places: 160_000 } as const;
/** Of records so many times as much while other questions are on their way, which may be about to look at them. */
const whileAsked = 4;

/** One question: how often it lacked a record it looked at, and how many it went through one after the other. */
export interface Run {
  lacked: number;
  followed: number;
}

export const newRun = (): Run => ({ lacked: 0, followed: 0 });

/** A record by its name; whoever found it may read the name when it is asked for. */
interface NamedThing {
  readonly id: string;
  readonly name: string;
}

/** Hears of every record that comes in, before anybody reads it. */
type Arrived = (kind: RecordKind, record: { id: string }) => unknown;

/** Ids, names and contents by place. */
export class Records {
  private readonly contents: { [Kind in RecordKind]: Map<number, Contents[Kind]> } = {
    project: new Map(),
    kpi: new Map(),
    statement: new Map(),
  };
  /** Id → place and kind; null: there is no such record. */
  private readonly places = new Map<string, { kind: RecordKind; place: number } | null>();
  private readonly named = {
    project: new Map<number, NamedThing>(),
    kpi: new Map<number, NamedThing>(),
  };
  private readonly allNames = new Map<string, ReadonlyMap<number, string>>();
  /** Places of what searches of this run found: first, and at all. */
  private readonly hits = placesByKind();
  private readonly allHits = placesByKind();
  private inHand: ((most: number) => readonly (ProjectRecord | KpiRecord)[]) | null = null;
  private expected: { kind: 'project' | 'kpi'; first(most: number): readonly number[] }[] = [];
  /** How often places were forgotten: whoever handed some in does it again. */
  forgotten = 0;
  private run: Run = newRun();

  constructor(
    private readonly layout: Layout,
    private readonly arrived: Arrived,
  ) {}

  /** A question is run, again or for the first time: what it will look at is not known yet. Several questions take turns, each with a `Run` of its own. */
  begin(run: Run = newRun()): void {
    this.run = run;
    this.expected = [];
    this.inHand = null;
    for (const places of [...Object.values(this.hits), ...Object.values(this.allHits)]) places.clear();
  }

  /** The question that is run. */
  get asked(): Run {
    return this.run;
  }

  /** A search found these, best first: who looks at one of the first looks at others of them. */
  found(hits: readonly { kind: string; id: string; place?: number | undefined }[]): void {
    hits.forEach(({ kind, id, place = this.places.get(id)?.place }, rank) => {
      if (place === undefined || !(kind in recordKinds)) return;
      if (rank < mostHits) this.hits[kind as RecordKind].add(place);
      this.allHits[kind as RecordKind].add(place);
    });
  }

  /** Who lacks records although some were foreseen reaches further each time; what else is fetched meanwhile says nothing of it. */
  private get reach(): number {
    return Math.min(mostAtOnce, firstReach * 8 ** this.run.lacked);
  }

  /** These will be looked at, the first ones surely; there may be very many, of which hardly any are wanted. */
  expect(kind: 'project' | 'kpi', first: (most: number) => readonly number[]): void {
    // What comes later is nearer to what is looked at: a set first, then who of it wins.
    this.expected = [...this.expected.filter((one) => one.kind !== kind), { kind, first }];
  }

  /** These are in hand and will be drawn, with what stands beside them. */
  expectBeside(first: (most: number) => readonly (ProjectRecord | KpiRecord)[]): void {
    this.inHand = first;
  }

  /** Every name of a kind: a scan, for the few questions that ask what names hold. @throws Missing */
  names(kind: 'project' | 'kpi'): ReadonlyMap<number, string> {
    const known = this.allNames.get(kind);
    if (known) return known;
    throw new Missing([
      {
        fetch: async (client) => {
          const { rows } = await client.query<{ no: number; at: number; name: string }>(
            `select no, at, body::json->>0 as name from shelf_search where part = 0 and kind = $1`,
            [kind === 'project' ? 0 : 1],
          );
          const names = new Map<number, string>();
          for (const { no, at, name } of rows) {
            const plan = this.layout.order.get(no);
            if (plan !== undefined) names.set((this.layout.starts[kind][plan] as number) + at, name);
          }
          this.allNames.set(kind, names);
        },
      },
    ]);
  }

  /** Where a record stands that is not read yet. */
  knowPlace(kind: 'project' | 'kpi', place: number, id: string): void {
    this.places.set(id, { kind, place });
  }

  /** What the search has found of a record. */
  name(kind: 'project' | 'kpi', place: number, found: NamedThing): void {
    // A question that is run again hands in the same.
    if (this.named[kind].has(place)) return;
    this.named[kind].set(place, found);
    this.places.set(found.id, { kind, place });
  }

  idAt(kind: 'project' | 'kpi', place: number): string {
    return this.named[kind].get(place)?.id ?? this.at(kind, place).id;
  }

  nameAt(kind: 'project' | 'kpi', place: number): string {
    return this.named[kind].get(place)?.name ?? this.at(kind, place).name;
  }

  /** Where it is here. */
  held<Kind extends RecordKind>(kind: Kind, place: number): Contents[Kind] | undefined {
    return this.contents[kind].get(place);
  }

  /** @throws Missing */
  at<Kind extends RecordKind>(kind: Kind, place: number): Contents[Kind] {
    const known = this.contents[kind].get(place);
    if (known) return known;
    const foreseen = this.foreseen(kind);
    const more =
      foreseen.length > 0 ? foreseen : (this.lackingHits(kind, place) ?? this.following(kind, place));
    const needs = [this.byPlaces(kind, [place, ...more]), ...this.othersForeseen(kind)];
    this.run.lacked += 1;
    throw new Missing(needs);
  }

  /** All of them at once. @throws Missing, TooWide */
  all<Kind extends RecordKind>(kind: Kind, places: readonly number[]): Contents[Kind][] {
    const own = this.contents[kind];
    const lacking = places.filter((place) => !own.has(place));
    if (lacking.length > mostAtOnce) throw new TooWide(`${lacking.length} records`);
    if (lacking.length > 0) throw this.lacks(this.byPlaces(kind, lacking));
    return places.map((place) => own.get(place) as Contents[Kind]);
  }

  /** Fetches those that are not here, for who will look at them once he has what he is fetching. */
  async fetch(kind: RecordKind, places: readonly number[], client: Reader): Promise<void> {
    const lacking = places.filter((place) => !this.contents[kind].has(place));
    if (lacking.length > 0) await this.byPlaces(kind, lacking).fetch(client);
  }

  /** Place of the record; -1 for none of the kind. @throws Missing */
  position(kind: RecordKind, id: string): number {
    this.know([id]);
    const known = this.places.get(id);
    return known?.kind === kind ? known.place : -1;
  }

  /** Place of a record of the kind, as far as it is known by now; -1 for what is known to be none. */
  placeOf(kind: RecordKind, id: string): number | undefined {
    const known = this.places.get(id);
    if (known === undefined) return undefined;
    return known?.kind === kind ? known.place : -1;
  }

  /** Makes sure that the ids are known. @throws Missing */
  know(ids: readonly string[]): void {
    const lacking = ids.filter((id) => !this.places.has(id));
    if (lacking.length === 0) return;
    throw this.lacks(this.byIds(lacking));
  }

  /** Those that are not here, where the place is among them: who looks at a later one looks at them all. */
  private lackingHits(kind: RecordKind, place: number): number[] | null {
    const [first, all] = [this.hits[kind], this.allHits[kind]];
    if (!all.has(place)) return null;
    return [...(first.has(place) ? first : all)].filter((one) => !this.contents[kind].has(one));
  }

  private foreseen(kind: RecordKind): number[] {
    return this.expected
      .filter((one) => one.kind === kind)
      .flatMap(({ first }) => first(this.reach))
      .filter((place) => !this.contents[kind].has(place));
  }

  /** One thing, with what stands beside what is foreseen; next time it is reached further. */
  private lacks(need: Need): Missing {
    const needs = [need, ...this.besideForeseen()];
    this.run.lacked += 1;
    return new Missing(needs);
  }

  /** The projects of foreseen KPIs, and the KPIs of foreseen projects, that were forgotten, and where they stand themselves: who draws one of them draws the others. */
  private besideForeseen(): Need[] {
    const foreseen = this.expected.flatMap(({ kind, first }) =>
      first(this.reach).flatMap((place) => this.contents[kind].get(place) ?? []),
    );
    const ids = [...foreseen, ...(this.inHand?.(this.reach) ?? [])].flatMap(besides);
    const lacking = [...new Set(ids)].filter((id) => !this.places.has(id) || !this.holds(id));
    return lacking.length > 0 ? [this.byIds(lacking)] : [];
  }

  /** Whoever has read several records that nobody foresaw goes through them one after the other. @throws TooWide */
  private following(kind: RecordKind, place: number): number[] {
    if (kind === 'statement' || this.reach <= firstReach * 8) return [];
    const end = Math.min(place + Math.min(this.reach, mostFollowing), sizeOf(this.layout, kind));
    this.run.followed += end - place;
    if (this.run.followed > mostAtOnce) throw new TooWide(`${this.run.followed} records`);
    return Array.from({ length: end - place }, (_, i) => place + i);
  }

  private othersForeseen(kind: RecordKind): Need[] {
    return (['project', 'kpi'] as const).flatMap((other) => {
      const places = other === kind ? [] : this.foreseen(other);
      return places.length > 0 ? [this.byPlaces(other, places)] : [];
    });
  }

  private byPlaces(kind: RecordKind, places: readonly number[]): Need {
    const { layout } = this;
    const starts = kind === 'statement' ? this.statementStarts() : layout.starts[kind];
    const wanted = [...new Set(places)].map((place) => {
      const plan = kind === 'statement' ? planIn(starts, place) : planAt(layout, kind, place);
      return { no: layout.plans[plan]?.no as number, at: place - (starts[plan] as number) };
    });
    return {
      fetch: async (client) => {
        const { rows } = await client.query<Row>(
          `select r.no, r.kind, r.at, r.body from shelf_record r
           join unnest($2::int[], $3::int[]) as w (no, at) on r.no = w.no and r.at = w.at where r.kind = $1`,
          [recordKinds[kind], wanted.map(({ no }) => no), wanted.map(({ at }) => at)],
        );
        const found = this.take(rows);
        await this.takeNeighbours(found, client);
      },
    };
  }

  private byIds(ids: readonly string[]): Need {
    return {
      fetch: async (client) => {
        const { rows } = await client.query<Row>(
          'select no, kind, at, body from shelf_record where id = any($1)',
          [[...new Set(ids)]],
        );
        const found = this.take(rows);
        for (const id of ids) if (!this.places.has(id)) this.places.set(id, null);
        await this.takeNeighbours(found, client);
      },
    };
  }

  /** A project is hardly ever shown without its KPIs, nor a KPI without its projects, nor a statement without what it speaks of. */
  private async takeNeighbours(
    found: readonly (ProjectRecord | KpiRecord | StatementRecord)[],
    client: Reader,
  ) {
    const ids = found.flatMap((record) => {
      if ('kpis' in record) return record.kpis;
      if ('projects' in record) return record.projects;
      const { kind, id } = record.subject;
      return kind === 'project' || kind === 'kpi' ? [id] : [];
    });
    const lacking = [...new Set(ids)].filter((id) => !this.places.has(id) || !this.holds(id));
    if (lacking.length === 0) return;
    const { rows } = await client.query<Row>(
      'select no, kind, at, body from shelf_record where id = any($1)',
      [lacking],
    );
    this.take(rows);
  }

  private holds(id: string): boolean {
    const known = this.places.get(id);
    return known ? this.contents[known.kind].has(known.place) : known === null;
  }

  private take(rows: readonly Row[]): (ProjectRecord | KpiRecord | StatementRecord)[] {
    const found: (ProjectRecord | KpiRecord | StatementRecord)[] = [];
    for (const { no, kind: number, at, body } of rows) {
      const kind = (Object.keys(recordKinds) as RecordKind[]).find((one) => recordKinds[one] === number);
      const plan = this.layout.order.get(no);
      if (kind === undefined || plan === undefined) continue;
      const starts = kind === 'statement' ? this.statementStarts() : this.layout.starts[kind];
      const place = (starts[plan] as number) + at;
      const record = JSON.parse(body) as { id: string };
      this.arrived(kind, record);
      const own: Map<number, { id: string }> = this.contents[kind];
      own.delete(place);
      own.set(place, record);
      this.places.set(record.id, { kind, place });
      found.push(record as ProjectRecord | KpiRecord | StatementRecord);
    }
    return found;
  }

  /** Forgets what came in first, before a question; one on its way that loses something fetches it again. */
  trim(others: number): void {
    const times = others > 0 ? whileAsked : 1;
    for (const names of Object.values(this.named)) if (names.size > most.names * times) names.clear();
    for (const own of Object.values(this.contents))
      if (own.size > most.records * times)
        for (const oldest of own.keys()) {
          own.delete(oldest);
          if (own.size <= most.records) break;
        }
    if (this.places.size > most.places * times) this.forgetPlaces();
  }

  /** Places of what is held stay: who holds it asks for them one by one. */
  private forgetPlaces(): void {
    this.places.clear();
    for (const names of Object.values(this.named)) names.clear();
    this.forgotten += 1;
    for (const [kind, own] of Object.entries(this.contents) as [RecordKind, Map<number, { id: string }>][])
      for (const [place, { id }] of own) this.places.set(id, { kind, place });
  }

  private starts: Int32Array | undefined;
  private statementStarts(): Int32Array {
    if (!this.starts) {
      this.starts = new Int32Array(this.layout.plans.length + 1);
      this.layout.plans.forEach(({ head }, i) => {
        (this.starts as Int32Array)[i + 1] =
          ((this.starts as Int32Array)[i] as number) + head.sizes.statement;
      });
    }
    return this.starts;
  }

  /** First place of a plan's statements. */
  statementsFrom(plan: number): number {
    return this.statementStarts()[plan] as number;
  }
}

/** A record and what it is hardly ever drawn without. */
const besides = (record: ProjectRecord | KpiRecord) => [
  record.id,
  ...('kpis' in record ? record.kpis : record.projects),
];

const placesByKind = () => ({
  project: new Set<number>(),
  kpi: new Set<number>(),
  statement: new Set<number>(),
});

interface Row {
  no: number;
  kind: number;
  at: number;
  body: string;
}

function planIn(starts: Int32Array, place: number): number {
  let plan = 0;
  while ((starts[plan + 1] as number) <= place) plan++;
  return plan;
}
