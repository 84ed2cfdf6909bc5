// Attributes of each member.
import type { Query } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import { maskOf } from './predicates/mask-of.ts';
import type { ValuesResult } from './result/result.ts';
import type { Member, Scope, Told } from './result/scope.ts';
import { tellOfYear } from './stands-for.ts';

/** Of a larger set only this many are named, those that have the first attribute before the others. */
const mostTold = 60;

/** One row a member, the attributes in the order asked for. */
export function runValues(query: Query, scope: Scope, context: RunContext): ValuesResult {
  const members = scope.members.length > mostTold ? telling(query, scope, context) : scope.members;
  const rows = members.map((member) =>
    whichever(
      query,
      query.wanted.flatMap((wanted) => tellOfYear(member, wanted, context)),
    ),
  );
  return { shape: 'values', scope, rows, more: scope.members.length - members.length };
}

/** 令和3年度は何件？ asks for whatever is printed of the year: where a result is, what is not printed is left out. */
function whichever({ wanted }: Query, told: Told[]): Told[] {
  const ids = wanted.map(({ attribute }) => attribute).join();
  const once = told.filter((one, at) => told.findIndex(({ id }) => id === one.id) === at);
  const single = new Set(told.map(({ member }) => member.subject.id)).size === 1;
  if (ids !== 'actual,target,baseline' || wanted[0]?.years.length !== 1 || !single) return told;
  return once[0]?.gap === null ? once.filter(({ gap }) => gap === null) : once;
}

function telling({ wanted }: Query, { members, kind }: Scope, context: RunContext): Member[] {
  const [first] = wanted;
  if (!first) return members.slice(0, mostTold);
  const fy = first.years[0] ?? null;
  const { yes } = maskOf({ is: 'has', attribute: first.attribute, fy }, kind, context);
  const known = members.filter(({ at }) => yes[at]);
  return (known.length > 0 ? known : members).slice(0, mostTold);
}
