// Columns and masks over all plans, put together from those of each; kept as far as they fit.
import type { Attribute } from '../../facts/attribute.ts';
import { bareName } from '../../facts/facts.ts';
import { linksTo, type OwnKind, ownColumn, ownKinds, topics, years } from '../kinds.ts';
import { eachPlace } from '../pack.ts';
import { stateSize } from '../states.ts';
import { keyOf } from '../topic-key.ts';
import { Figures } from './figures.ts';
import { Missing, type Need } from './gaps.ts';
import { Kept } from './kept.ts';
import { type Layout, type Shelved, sizeOf } from './layout.ts';
import { Links } from './links.ts';

/** Bytes of columns, and of masks as they are stored, that a copy keeps. */
const most = { figures: 32 << 20, columns: 96 << 20, masks: 16 << 20, links: 24 << 20 } as const;

/** Which plans' rows stand for an attribute, and under which topic. */
export interface Asked {
  topic: string;
  /** Of a plan's own column: that plan, or those that mean the same by the name. */
  accepts(plan: Shelved): boolean;
}

/** Whatever the plan. */
export const always = (topic: string): Asked => ({ topic, accepts: () => true });

/** A mask of one plan. */
interface Part {
  plan: number;
  fy: number;
  yes: Buffer;
}

/** What the tables hold of all subjects, by place. */
export class Tables {
  private readonly figures = new Kept<Figures>(most.figures, ({ size }) => size);
  /** Those that were looked at last, with their gaps. */
  private readonly columns = new Kept<Float64Array>(most.columns, ({ byteLength }) => byteLength);
  private readonly masks = new Kept<readonly Part[]>(most.masks, (parts) =>
    parts.reduce((sum, { yes }) => sum + yes.length + 64, 64),
  );
  private readonly all = new Kept<readonly { plan: number; key: string; yes: Buffer }[]>(
    most.masks,
    (parts) => parts.reduce((sum, { yes }) => sum + yes.length + 64, 64),
  );
  private readonly links = new Kept<Links>(most.links, ({ size }) => size);
  private readonly keys = new Map<string, readonly string[]>();
  private readonly states = new Kept<Uint8Array>(8 << 20, ({ byteLength }) => byteLength);

  constructor(
    readonly layout: Layout,
    private readonly attribute: (id: string) => Attribute | undefined,
  ) {}

  /** How an attribute is kept: the product's own by its id, a plan's by its bare name. */
  asked(id: string): Asked {
    const name = bareName(id);
    if (name !== id) {
      const owner = id.slice(0, id.indexOf('/'));
      return { topic: ownColumn(name), accepts: (plan) => plan.id === owner };
    }
    const declared = this.attribute(id);
    if (declared && !this.isBare(id)) return { topic: id, accepts: () => true };
    return {
      topic: ownColumn(id),
      accepts: ({ id: plan }) => {
        const own = this.attribute(`${plan}/${id}`);
        return own?.id === `${plan}/${id}` && own.type === declared?.type;
      },
    };
  }

  /** A name that only plans declare. */
  private isBare(id: string): boolean {
    return !this.core.has(id);
  }

  /** Ids of the product's own attributes. */
  core: ReadonlySet<string> = new Set();

  /** Figures by place, NaN for none. @throws Missing */
  column(kind: OwnKind, { topic, accepts }: Asked, fy: number | null, name = topic): Float64Array {
    const key = `${kind} ${name} ${fy}`;
    const known = this.columns.get(key);
    if (known) return known;
    const stored = this.figures.get(key);
    if (stored) {
      const column = stored.column(sizeOf(this.layout, kind));
      this.columns.set(key, column);
      return column;
    }
    const wanted = fy ?? years.any;
    throw new Missing([
      {
        fetch: async (client) => {
          const { rows } = await client.query<{ no: number; fy: number; figures: Buffer }>(
            `select no, fy, figures from shelf_column where kind = $1 and topic = $2 and fy = any($3)`,
            [ownKinds.indexOf(kind), topic, fy === null ? [wanted] : [wanted, years.before, years.after]],
          );
          const own = rows.flatMap((row) => {
            const plan = this.layout.order.get(row.no);
            const shelved = plan === undefined ? undefined : this.layout.plans[plan];
            if (plan === undefined || !shelved || !accepts(shelved)) return [];
            if (row.fy !== yearIn(shelved, `${kind} ${topic}`, fy)) return [];
            return [{ start: this.layout.starts[kind][plan] as number, figures: row.figures }];
          });
          this.figures.set(key, new Figures(own));
        },
      },
    ]);
  }

  /** Hears every place of the mask. @throws Missing */
  each(
    kind: OwnKind,
    { topic, accepts }: Asked,
    { key, fy }: { key: string; fy: number | null },
    hear: (place: number) => void,
  ): void {
    const starts = this.layout.starts[kind];
    for (const { plan, fy: year, yes } of this.parts(kind, topic, { key, fy })) {
      const shelved = this.layout.plans[plan] as Shelved;
      if (!accepts(shelved) || year !== maskYear(shelved, `${kind} ${topic}`, fy)) continue;
      const start = starts[plan] as number;
      eachPlace(yes, (place) => hear(start + place));
    }
  }

  /** Statements that speak of the subjects, each by its plan and its place there. @throws Missing */
  statementsOn(subjects: readonly string[]): { plan: number; at: number }[] {
    this.want('plan', always(topics.statements), subjects, null);
    const found: { plan: number; at: number }[] = [];
    for (const key of subjects)
      for (const { plan, yes } of this.parts('plan', topics.statements, { key, fy: null }))
        eachPlace(yes, (at) => found.push({ plan, at }));
    return found;
  }

  /** Fetches the masks of all these keys together. @throws Missing */
  want(kind: OwnKind, { topic }: Asked, keys: readonly string[], fy: number | null): void {
    const lacking = keys.filter((key) => !this.masks.get(`${kind} ${topic} ${fy} ${key}`));
    if (lacking.length > 0) throw new Missing([this.maskNeed(kind, topic, { keys: lacking, fy })]);
  }

  private parts(kind: OwnKind, topic: string, asked: { key: string; fy: number | null }): readonly Part[] {
    const known = this.masks.get(`${kind} ${topic} ${asked.fy} ${asked.key}`);
    if (known) return known;
    throw new Missing([this.maskNeed(kind, topic, { keys: [asked.key], fy: asked.fy })]);
  }

  /** Masks of any number of keys in one statement. */
  private maskNeed(
    kind: OwnKind,
    topic: string,
    { keys, fy }: { keys: readonly string[]; fy: number | null },
  ): Need {
    return {
      fetch: async (client) => {
        const stored = new Map(keys.map((key) => [keyOf(key), key]));
        const { rows } = await client.query<{ no: number; key: string; fy: number; yes: Buffer }>(
          `select no, key, fy, yes from shelf_mask where kind = $1 and topic = $2 and key = any($3) and fy = any($4)`,
          [
            ownKinds.indexOf(kind),
            topic,
            [...stored.keys()],
            fy === null ? [years.any] : [fy, years.any, years.before],
          ],
        );
        const parts = new Map<string, Part[]>([...stored.keys()].map((key) => [key, []]));
        for (const { no, key, fy: year, yes } of rows) {
          const plan = this.layout.order.get(no);
          if (plan !== undefined) parts.get(key)?.push({ plan, fy: year, yes });
        }
        for (const [key, own] of parts) this.masks.set(`${kind} ${topic} ${fy} ${stored.get(key)}`, own);
      },
    };
  }

  /** Hears every key but '' of each plan, and then every place under it, whatever the year. @throws Missing */
  eachKey(kind: OwnKind, { topic, accepts }: Asked, hear: (key: string) => (place: number) => void): void {
    const name = `${kind} ${topic} *`;
    const known = this.all.get(name);
    if (!known)
      throw new Missing([
        {
          fetch: async (client) => {
            const { rows } = await client.query<{ no: number; key: string; yes: Buffer }>(
              `select no, key, yes from shelf_mask where kind = $1 and topic = $2 and fy = $3 and key <> ''`,
              [ownKinds.indexOf(kind), topic, years.any],
            );
            this.all.set(
              name,
              rows.flatMap(({ no, key, yes }) => {
                const plan = this.layout.order.get(no);
                return plan === undefined ? [] : [{ plan, key, yes }];
              }),
            );
          },
        },
      ]);
    else
      for (const { plan, key, yes } of known) {
        if (!accepts(this.layout.plans[plan] as Shelved)) continue;
        const start = this.layout.starts[kind][plan] as number;
        const hearPlace = hear(key);
        eachPlace(yes, (place) => hearPlace(start + place));
      }
  }

  /** The keys of a topic, over all plans. @throws Missing */
  keysOf(kind: OwnKind, { topic, accepts }: Asked): readonly string[] {
    const name = `${kind} ${topic}`;
    const known = this.keys.get(name);
    if (known) return known;
    throw new Missing([
      {
        fetch: async (client) => {
          const { rows } = await client.query<{ key: string; no: number }>(
            `select key, no from shelf_mask where kind = $1 and topic = $2 and fy = $3 and key <> ''`,
            [ownKinds.indexOf(kind), topic, years.any],
          );
          const found = rows.filter(({ no }) => {
            const plan = this.layout.order.get(no);
            return plan !== undefined && accepts(this.layout.plans[plan] as Shelved);
          });
          this.keys.set(name, [...new Set(found.map(({ key }) => key))]);
        },
      },
    ]);
  }

  /** What hangs on each subject, by place. @throws Missing */
  linked(kind: OwnKind, to: OwnKind): Links {
    const name = `${kind} ${to}`;
    const known = this.links.get(name);
    if (known) return known;
    throw new Missing([
      {
        fetch: async (client) => {
          const { rows } = await client.query<{ no: number; yes: Buffer }>(
            'select no, yes from shelf_mask where kind = $1 and topic = $2',
            [ownKinds.indexOf(kind), linksTo(to)],
          );
          const parts = rows.flatMap(({ no, yes }) => {
            const plan = this.layout.order.get(no);
            if (plan === undefined) return [];
            const { [kind]: own, [to]: other } = this.layout.starts;
            return [{ start: own[plan] as number, there: other[plan] as number, yes }];
          });
          this.links.set(name, new Links(sizeOf(this.layout, kind), parts));
        },
      },
    ]);
  }

  /** The states of all KPIs on a day, packed. @throws Missing */
  statesOn(day: string): Uint8Array {
    const known = this.states.get(day);
    if (known) return known;
    throw new Missing([
      {
        fetch: async (client) => {
          const { rows } = await client.query<{ no: number; states: Buffer }>(
            'select no, states from shelf_status where first_day <= $1 and $1 < last_day',
            [day],
          );
          const states = new Uint8Array(sizeOf(this.layout, 'kpi') * stateSize);
          for (const row of rows) {
            const plan = this.layout.order.get(row.no);
            if (plan !== undefined)
              states.set(row.states, (this.layout.starts.kpi[plan] as number) * stateSize);
          }
          this.states.set(day, states);
        },
      },
    ]);
  }
}

/** The row of a column that stands for the year in this plan. */
function yearIn({ head }: Shelved, name: string, fy: number | null): number {
  if (fy === null) return years.any;
  const [first, last] = head.columns[name] ?? [0, 0];
  return fy < first ? years.before : fy > last ? years.after : fy;
}

/** The mask that stands for the year; dashes, blanks and marks have no other year than those printed. */
function maskYear({ head }: Shelved, name: string, fy: number | null): number {
  if (fy === null) return years.any;
  if (name.includes(' #')) return fy;
  const known = head.masks[name];
  if (!known) return years.any;
  return known.includes(fy) ? fy : years.before;
}
