// Which kind a predicate is about.
import type { Kind } from '../../../facts/attribute.ts';
import type { Predicate } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';

export type Other = Exclude<
  Predicate,
  { is: 'not' | 'any' | 'all' | 'near' | 'plan' | 'document' | 'name' | 'policy' | 'holds' }
>;

/** Which kind the predicate is about; the kind asked for where it can be. */
export function kindFor(predicate: Other, kind: Kind, context: RunContext): Kind {
  const among = (...kinds: Kind[]) => (kinds.includes(kind) ? kind : (kinds[0] as Kind));
  switch (predicate.is) {
    case 'department':
      return among('project', 'kpi', 'row', 'department');
    case 'town':
      return among('project', 'row', 'town');
    case 'of-project':
      return among('kpi', 'project', 'row');
    case 'number':
      return among('project', 'row');
    case 'repeated':
      return among('project', 'row');
    case 'lagging':
      return among('kpi', 'project');
    case 'status':
    case 'due':
    case 'direction':
    case 'unit':
      return 'kpi';
    case 'compare':
    case 'word':
    case 'has':
    case 'only-in':
    case 'dashed':
    case 'blank':
    case 'instead':
      return among(...(context.facts.attribute(predicate.attribute)?.of ?? [kind]));
    case 'short':
      return 'kpi';
    case 'change':
      return among(...(context.facts.attribute(predicate.to.attribute)?.of ?? [kind]));
    case 'told':
      return kind;
    case 'against':
      return among(...(context.facts.attribute(predicate.left.attribute)?.of ?? [kind]));
    default:
      return predicate satisfies never;
  }
}
