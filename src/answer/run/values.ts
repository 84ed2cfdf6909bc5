// Attributes of each member.
import type { Query } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { maskOf } from './predicates/mask-of.ts';
import type { ValuesResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import { tell } from './tell.ts';

/** Of a larger set only this many are named, those that have the first attribute before the others. */
const mostTold = 60;

/** One row a member, the attributes in the order asked for. */
export function runValues(query: Query, scope: Scope, context: RunContext): ValuesResult {
  const members = scope.members.length > mostTold ? telling(query, scope, context) : scope.members;
  const rows = members.map((member) => query.wanted.flatMap((wanted) => tell(member, wanted, context)));
  return { shape: 'values', scope, rows, more: scope.members.length - members.length };
}

function telling({ wanted }: Query, { members, kind }: Scope, context: RunContext): Member[] {
  const [first] = wanted;
  if (!first) return members.slice(0, mostTold);
  const fy = first.years[0] ?? null;
  const { yes } = maskOf({ is: 'has', attribute: first.attribute, fy }, kind, context);
  const known = members.filter(({ at }) => yes[at]);
  return (known.length > 0 ? known : members).slice(0, mostTold);
}
