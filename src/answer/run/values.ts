// Attributes of each member.
import type { Query } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import type { Scope, ValuesResult } from './result.ts';
import { tell } from './tell.ts';

/** One row a member, the attributes in the order asked for. */
export function runValues(query: Query, scope: Scope, context: RunContext): ValuesResult {
  const rows = scope.members.map((member) => query.wanted.flatMap((wanted) => tell(member, wanted, context)));
  return { shape: 'values', scope, rows };
}
