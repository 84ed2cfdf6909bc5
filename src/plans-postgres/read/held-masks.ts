// Masks of what subjects hold: words, figures, dashes, marks.
import type { RunContext } from '../../answer/run/context.ts';
import { atPlaces, type Mask, uniform } from '../../answer/run/mask.ts';
import type { Kind } from '../../facts/attribute.ts';
import type { Predicate } from '../../question/query.ts';
import { countOf, isOwnKind } from '../kinds.ts';
import type { Layout } from './layout.ts';
import type { MaskParts } from './mask-parts.ts';
import { always } from './tables.ts';

type Ask<Is extends Predicate['is']> = Extract<Predicate, { is: Is }>;

/** Places under keys of a topic; everything is known. */
export function marked(
  parts: MaskParts,
  kind: Kind,
  { topic, keys }: { topic: string; keys: readonly string[] },
  size: number,
): Mask {
  const mask = uniform(size, 0);
  if (!isOwnKind(kind)) return mask;
  parts.tables.want(kind, always(topic), keys, null);
  for (const key of keys)
    parts.tables.each(kind, always(topic), { key, fy: null }, (at) => {
      mask.yes[at] = 1;
    });
  return mask;
}

export function holding(
  parts: MaskParts,
  {
    kind,
    attribute,
    fy,
    values,
  }: { kind: Kind; attribute: string; fy: number | null; values: readonly (string | number)[] },
  { facts }: RunContext,
): Mask {
  const mask = uniform(facts.subjects(kind).length, 0);
  mask.known.fill(0);
  if (!isOwnKind(kind)) {
    const index = facts.index(kind, attribute, fy);
    for (const places of index.values()) for (const at of places) mask.known[at] = 1;
    for (const value of values) for (const at of index.get(String(value)) ?? []) mask.yes[at] = 1;
    return mask;
  }
  const { tables } = parts;
  const asked = tables.asked(attribute);
  tables.want(kind, asked, ['', ...values.map(String)], fy);
  tables.each(kind, asked, { key: '', fy }, (at) => {
    mask.known[at] = 1;
  });
  for (const value of values)
    tables.each(kind, asked, { key: String(value), fy }, (at) => {
      mask.yes[at] = 1;
    });
  return mask;
}

export function having(
  parts: MaskParts,
  { attribute, fy }: Ask<'has'>,
  kind: Kind,
  context: RunContext,
): Mask {
  const { facts } = context;
  const size = facts.subjects(kind).length;
  if (!isOwnKind(kind) && (attribute === 'projects' || attribute === 'kpis'))
    return havingRecords(parts, kind, attribute === 'projects' ? 'project' : 'kpi', context);
  const mask = uniform(size, 0);
  const column = facts.column(kind, attribute, fy);
  for (let at = 0; at < size; at++) if (!Number.isNaN(column[at])) mask.yes[at] = 1;
  if (isOwnKind(kind)) {
    const { tables } = parts;
    tables.each(kind, tables.asked(attribute), { key: '', fy }, (at) => {
      mask.yes[at] = 1;
    });
  } else
    for (const places of facts.index(kind, attribute, fy).values()) for (const at of places) mask.yes[at] = 1;
  const plan = attribute.includes('/') ? attribute.slice(0, attribute.indexOf('/')) : null;
  if (plan !== null) knownIn(plan, mask, { parts, kind, context });
  return mask;
}

/** Of the other plans nothing is known. */
function knownIn(
  plan: string,
  mask: Mask,
  { parts: { layout }, kind, context }: { parts: MaskParts; kind: Kind; context: RunContext },
): void {
  if (!isOwnKind(kind)) {
    context.facts.subjects(kind).forEach((subject, at) => {
      if (subject.plan !== plan) mask.known[at] = 0;
    });
    return;
  }
  const own = layout.plans.findIndex(({ id }) => id === plan);
  const starts = layout.starts[kind];
  if (own < 0) mask.known.fill(0);
  else mask.known.fill(0, 0, starts[own]).fill(0, starts[own + 1]);
}

/** Towns and departments with any project, or with any KPI of one. */
function havingRecords(parts: MaskParts, kind: Kind, of: 'project' | 'kpi', { facts }: RunContext): Mask {
  const { tables } = parts;
  const kpis = of === 'kpi' ? tables.column('project', always(countOf('kpi')), null) : null;
  const mask = uniform(facts.subjects(kind).length, 0);
  facts.subjects(kind).forEach(({ id }, at) => {
    tables.each(
      'project',
      tables.asked(kind === 'town' ? 'towns' : 'department'),
      { key: id, fy: null },
      (place) => {
        if (kpis === null || (kpis[place] as number) > 0) mask.yes[at] = 1;
      },
    );
  });
  return mask;
}

/** Known in plans that print the attribute; of a year in which nothing is printed all is blank. */
export function silent(
  parts: MaskParts,
  { is, attribute, fy }: Ask<'dashed' | 'blank' | 'only-in'>,
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const size = facts.subjects(kind).length;
  const mask = uniform(size, 0);
  mask.known.fill(0);
  if (!isOwnKind(kind)) return mask;
  const { tables, layout } = parts;
  const asked = tables.asked(attribute);
  const topic = `#${is === 'only-in' ? 'only' : is} ${asked.topic}`;
  layout.plans.forEach((plan, i) => {
    if (!facts.printed(kind, attribute, plan.id)) return;
    const [from, to] = [layout.starts[kind][i] as number, layout.starts[kind][i + 1] as number];
    mask.known.fill(1, from, to);
    if (is === 'blank' && fy !== null && !cellYears(plan.head, `${kind} ${asked.topic}`).includes(fy))
      mask.yes.fill(1, from, to);
  });
  tables.each(kind, { ...asked, topic }, { key: '', fy }, (at) => {
    mask.yes[at] = mask.known[at] as number;
  });
  return mask;
}

/** A word stands where a figure could; where none does, none is printed. */
export function insteadOf(
  { tables }: MaskParts,
  { attribute, fy, word }: Ask<'instead'>,
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const mask = uniform(facts.subjects(kind).length, 0);
  if (!isOwnKind(kind)) return mask;
  const asked = tables.asked(attribute);
  tables.each(kind, { ...asked, topic: `#instead ${asked.topic}` }, { key: word, fy }, (at) => {
    mask.yes[at] = 1;
  });
  return mask;
}

export function byId(_parts: MaskParts, ids: readonly string[], kind: Kind, { facts }: RunContext): Mask {
  return atPlaces(
    facts.subjects(kind).length,
    ids.map((id) => facts.position(kind, id)),
  );
}

function cellYears(head: Layout['plans'][number]['head'], name: string): readonly number[] {
  return head.cellYears[name] ?? [];
}
