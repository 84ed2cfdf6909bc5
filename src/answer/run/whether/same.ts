// Claims that two things are the same.
import type { Query } from '../../../question/query.ts';
import { runCompare } from '../compare.ts';
import type { RunContext } from '../context.ts';
import type { Checked } from '../result/claims.ts';
import type { Scope } from '../result/scope.ts';
import { tell } from '../tell.ts';
import type { Check } from './check.ts';

export function same({ query, claim, scopes, context }: Check): Checked[] {
  if (query.wanted.length > 1 && scopes.length === 1 && scopes[0]?.members.length === 1)
    return sameAttributes(query, scopes[0], context);
  if (query.wanted.length === 1 && scopes.length === 1 && scopes[0]?.members.length === 1)
    return sameRows(query, scopes[0], context);
  const compare = runCompare(query, scopes, context);
  if (compare.shape === 'nothing') return [];
  const values = compare.sides.map((side) =>
    comparable(
      side.value,
      side.cells.map(({ word, text }) => word ?? text),
    ),
  );
  const known = values.every((value) => value !== '');
  const alike = values.every((value) => value === values[0]);
  return [{ holds: known ? alike === (claim.same ?? true) : null, fact: { is: 'same', compare } }];
}

/** No.32とNo.34で同一か: one column of a project that stands in several rows. */
function sameRows(query: Query, scope: Scope, context: RunContext): Checked[] {
  const [member] = scope.members;
  if (!member) return [];
  const told = query.wanted.flatMap((wanted) => tell(member, wanted, context));
  const values = told.flatMap(({ cells }) =>
    cells.map(({ value, word, text }) => comparable(value, [word ?? text])),
  );
  const alike = new Set(values).size === 1;
  // Rows that print the same are told once.
  const holds = values.length > 0 ? alike === (query.claim?.same ?? true) : null;
  return [{ holds, fact: { is: 'told', told } }];
}

/** Two attributes of one subject: 事業評価と局施策評価は同じか. */
function sameAttributes(query: Query, scope: Scope, context: RunContext): Checked[] {
  const [member] = scope.members;
  if (!member) return [];
  const told = query.wanted.flatMap((wanted) => tell(member, wanted, context));
  const values = told.map(({ cells }) =>
    comparable(
      null,
      cells.map(({ word, text }) => word ?? text),
    ),
  );
  const known = values.every((value) => value !== '');
  const alike = new Set(values).size === 1;
  return [{ holds: known ? alike === query.claim?.same : null, fact: { is: 'told', told } }];
}

const comparable = (value: number | null, words: readonly string[]) =>
  value === null ? [...words].sort().join('・') : String(value);
