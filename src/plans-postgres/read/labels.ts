// The words or names that subjects stand under, for groups: put together from masks.
import type { FarRun, RunContext } from '../../answer/run/context.ts';
import { standingOfKpi } from '../../answer/run/context.ts';
import type { Kind } from '../../facts/attribute.ts';
import { bareName } from '../../facts/facts.ts';
import { isOwnKind } from '../kinds.ts';
import { unpackState } from '../states.ts';
import type { MaskParts } from './mask-parts.ts';
import type { Placed } from './placed.ts';

/** Names an id is grouped under are those of the kind. */
const referred: Readonly<Record<string, string>> = { town: 'towns', kpi: 'kpis', project: 'projects' };

/** One list of labels at a time is kept: groups are asked for now and then. */
export function farLabels(parts: MaskParts): FarRun['labels'] {
  let last: { key: string; labels: (readonly string[])[] } | undefined;
  return (kind, by, context) => {
    const attribute = referred[by] ?? by;
    const name = bareName(attribute);
    if (name === 'status') return kind === 'kpi' ? statusOf(parts, context) : null;
    if (!isOwnKind(kind) || kind === 'policy' || kind === 'plan') return null;
    if (name === 'plan') return planOf(kind, context);
    if (['kpis', 'projects', 'name', 'alias', 'summary', 'place'].includes(name)) return null;
    // Recorded words and figures are read from the records.
    if (kind === 'kpi' && parts.recordedPlaces().length > 0) return null;
    const key = `${kind} ${attribute}`;
    if (last?.key !== key) last = { key, labels: labelsBy(attribute, kind, parts, context) };
    const { labels } = last;
    return (at) => labels[at] ?? nothing;
  };
}

const nothing: readonly string[] = [];

function labelsBy(
  attribute: string,
  kind: 'project' | 'kpi' | 'row',
  { tables }: MaskParts,
  { facts, repository }: RunContext,
): (readonly string[])[] {
  const asked = tables.asked(attribute);
  const labels: string[][] = new Array(facts.subjects(kind).length);
  tables.eachKey(kind, asked, (key, at) => {
    const policy = attribute === 'policy' ? repository.policy(key) : undefined;
    const label = policy ? `${policy.code ?? ''} ${policy.name}`.trim() : key;
    const known = labels[at];
    if (!known) labels[at] = [label];
    else if (!known.includes(label)) known.push(label);
  });
  return labels;
}

function planOf(kind: Kind, { facts, repository }: RunContext): (at: number) => readonly string[] {
  const subjects = facts.subjects(kind) as readonly Placed[];
  return (at) => {
    const plan = repository.plan(subjects[at]?.plan ?? '');
    return plan ? [plan.shortName] : nothing;
  };
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
