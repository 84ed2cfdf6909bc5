// What the documents say in words beside the records that a question shows: どんな手助けがありますか.
import type { Query } from '../../question/query.ts';
import type { RunContext, Statement } from './context.ts';
import type { Scope } from './result/scope.ts';

/** Sets larger than this name a topic, and no record whose own statements answer. */
const mostRecords = 3;
const mostTold = 3;
/** What a statement on a record that was found must hold of the words. */
const leastHeld = 0.2;

/** Statements that say what was asked for, then those on the few records found. */
export function tellings(
  { telling, sets }: Query,
  scopes: readonly Scope[],
  context: RunContext,
): Statement[] {
  if (telling === '' || !context.statements) return [];
  const { repository, search } = context;
  const plans = sets.flatMap(({ where }) => where.flatMap((one) => (one.is === 'plan' ? one.ids : [])));
  const keep = (_: 'statement', id: string) =>
    plans.length === 0 || plans.includes(repository.statement(id)?.plan ?? '');
  const own = ownSubjects(scopes, context);
  const { hits } = search.search(telling, { kinds: ['statement'], keep });
  const found = hits.filter(
    ({ id, strength, share }) =>
      (strength === 'strong' && share > 0) ||
      (share >= leastHeld && own.has(repository.statement(id)?.subject.id ?? '')),
  );
  return [...found]
    .sort((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong'))
    .slice(0, mostTold)
    .flatMap(({ id }) => repository.statement(id) ?? []);
}

/** The records found, and what belongs to them. */
function ownSubjects(scopes: readonly Scope[], { facts }: RunContext): Set<string> {
  const members = scopes.flatMap((scope) => (scope.members.length <= mostRecords ? scope.members : []));
  return new Set(
    members.flatMap(({ kind, subject }) => [
      subject.id,
      ...(facts.related.of(kind, subject.id, kind === 'kpi' ? 'project' : 'kpi') ?? []),
    ]),
  );
}
