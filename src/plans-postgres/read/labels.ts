// The words or names that subjects stand under, for groups: put together from masks.
import type { FarRun, RunContext } from '../../answer/run/context.ts';
import { standingOfKpi } from '../../answer/run/context.ts';
import { bareName } from '../../facts/facts.ts';
import { isOwnKind } from '../kinds.ts';
import { unpackState } from '../states.ts';
import { planAt } from './layout.ts';
import type { MaskParts } from './mask-parts.ts';
import type { Placed } from './placed.ts';

/** Names an id is grouped under are those of the kind. */
const referred: Readonly<Record<string, string>> = { town: 'towns', kpi: 'kpis', project: 'projects' };

/** One list of labels at a time is kept: groups are asked for now and then. */
export function farLabels(parts: MaskParts): FarRun['labels'] {
  let last: { key: string; labels: (at: number) => readonly string[] } | undefined;
  return (kind, by, context) => {
    const attribute = referred[by] ?? by;
    const name = bareName(attribute);
    if (name === 'status') return kind === 'kpi' ? statusOf(parts, context) : null;
    if (!isOwnKind(kind) || kind === 'policy' || kind === 'plan') return null;
    if (name === 'plan') return planOf(kind, parts, context);
    if (['kpis', 'projects', 'name', 'alias', 'summary', 'place'].includes(name)) return null;
    // Recorded words and figures are read from the records.
    if (kind === 'kpi' && parts.recordedPlaces().length > 0) return null;
    const key = `${kind} ${attribute}`;
    if (last?.key !== key) last = { key, labels: labelsBy(attribute, kind, parts, context) };
    return last.labels;
  };
}

const nothing: readonly string[] = [];

function labelsBy(
  attribute: string,
  kind: 'project' | 'kpi' | 'row',
  { tables }: MaskParts,
  { facts, repository }: RunContext,
): (at: number) => readonly string[] {
  // Very many stand under the same ones: each list is there once.
  const lists: (readonly string[])[] = [nothing];
  const longer: Map<string, number>[] = [new Map()];
  const numbers = new Int32Array(facts.subjects(kind).length);
  tables.eachKey(kind, tables.asked(attribute), (key, at) => {
    const policy = attribute === 'policy' ? repository.policy(key) : undefined;
    const label = policy ? `${policy.code ?? ''} ${policy.name}`.trim() : key;
    const number = numbers[at] as number;
    const list = lists[number] as readonly string[];
    if (list.includes(label)) return;
    const ways = longer[number] as Map<string, number>;
    let next = ways.get(label);
    if (next === undefined) {
      next = lists.push([...list, label]) - 1;
      longer.push(new Map());
      ways.set(label, next);
    }
    numbers[at] = next;
  });
  return (at) => lists[numbers[at] as number] as readonly string[];
}

function planOf(
  kind: 'project' | 'kpi' | 'row',
  { layout }: MaskParts,
  { repository }: RunContext,
): (at: number) => readonly string[] {
  const names = layout.plans.map(({ id }) => {
    const plan = repository.plan(id);
    return plan ? [plan.shortName] : nothing;
  });
  return (at) => names[planAt(layout, kind, at)] ?? nothing;
}

function statusOf(
  { tables, recordedPlaces }: MaskParts,
  context: RunContext,
): (at: number) => readonly string[] {
  const states = tables.statesOn(context.asOf);
  const recorded = new Map(
    recordedPlaces().map((place) => [
      place,
      standingOfKpi(context, (context.facts.subjects('kpi')[place] as Placed).id)?.status ?? '',
    ]),
  );
  return (at) => [recorded.get(at) ?? unpackState(states, at).status];
}
