// The words or names that subjects stand under, for groups: put together from masks.
import type { FarRun, Labels, RunContext } from '../../answer/run/context.ts';
import { standingOfKpi } from '../../answer/run/context.ts';
import { bareName } from '../../facts/facts.ts';
import { statuses } from '../../status/verdict.ts';
import { isOwnKind } from '../kinds.ts';
import { statusNumbers } from '../states.ts';
import { Kept } from './kept.ts';
import type { MaskParts } from './mask-parts.ts';
import type { Placed } from './placed.ts';

/** Names an id is grouped under are those of the kind. */
const referred: Readonly<Record<string, string>> = { town: 'towns', kpi: 'kpis', project: 'projects' };

/** Lists of very many places that are kept; groups are asked for now and then. */
const mostKept = 16 << 20;

/** Labels of the subjects of a layout. */
export function farLabels(parts: MaskParts): FarRun['labels'] {
  const known = new Kept<Labels>(mostKept, ({ numbers }) => numbers.length * 4);
  return (kind, by, context) => {
    const attribute = referred[by] ?? by;
    const name = bareName(attribute);
    if (name === 'status') return kind === 'kpi' ? statusOf(parts, context) : null;
    if (!isOwnKind(kind) || kind === 'policy' || kind === 'plan') return null;
    if (['kpis', 'projects', 'name', 'alias', 'summary', 'place'].includes(name)) return null;
    // Recorded words and figures are read from the records.
    if (name !== 'plan' && kind === 'kpi' && parts.recordedPlaces().length > 0) return null;
    const key = `${kind} ${attribute}`;
    const labels =
      known.get(key) ??
      (name === 'plan' ? planOf(kind, parts, context) : labelsBy(attribute, kind, parts, context));
    known.set(key, labels);
    return labels;
  };
}

const nothing: readonly string[] = [];

function labelsBy(
  attribute: string,
  kind: 'project' | 'kpi' | 'row',
  { tables }: MaskParts,
  { facts, repository }: RunContext,
): Labels {
  const lists: (readonly string[])[] = [nothing];
  const longer: Map<string, number>[] = [new Map()];
  const numbers = new Int32Array(facts.subjects(kind).length);
  tables.eachKey(kind, tables.asked(attribute), (key) => {
    const policy = attribute === 'policy' ? repository.policy(key) : undefined;
    const label = policy ? `${policy.code ?? ''} ${policy.name}`.trim() : key;
    return (at) => {
      const number = numbers[at] as number;
      const ways = longer[number] as Map<string, number>;
      let next = ways.get(label);
      if (next === undefined) {
        const list = lists[number] as readonly string[];
        next = list.includes(label) ? number : lists.push([...list, label]) - 1;
        if (next !== number) longer.push(new Map());
        ways.set(label, next);
      }
      numbers[at] = next;
    };
  });
  return { lists, numbers };
}

function planOf(
  kind: 'project' | 'kpi' | 'row',
  { layout }: MaskParts,
  { repository, facts }: RunContext,
): Labels {
  const lists = layout.plans.map(({ id }) => {
    const plan = repository.plan(id);
    return plan ? [plan.shortName] : nothing;
  });
  const numbers = new Int32Array(facts.subjects(kind).length);
  const starts = layout.starts[kind];
  lists.forEach((_, plan) => {
    numbers.fill(plan, starts[plan], starts[plan + 1]);
  });
  return { lists, numbers };
}

/** The status changes with the day. */
function statusOf({ tables, recordedPlaces }: MaskParts, context: RunContext): Labels {
  const numbers = statusNumbers(tables.statesOn(context.asOf));
  for (const place of recordedPlaces()) {
    const standing = standingOfKpi(context, (context.facts.subjects('kpi')[place] as Placed).id);
    numbers[place] = standing ? statuses.indexOf(standing.status) : statuses.length;
  }
  return { lists: [...statuses.map((status) => [status]), ['']], numbers };
}
