// VII-1-(1)-①は何という施策: what a part of a plan is called that was said by its code.
import { normalize } from '../../../language/normalize.ts';
import type { Query, SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';

const asksName =
  /(?:何|なん)と(?:いう|言う)|名前|名称|施策名|事業名|(?:何|なに|なん)(?:です|でし|だ|か|$|[?？])/;

/** どんな施策, どういう施策. */
const asksKind = /(?:どんな|どういう|どういった|何の|なんの)$/;

/** The name and the number of a part that was said by its code. */
export const policyName: Rule = (clause) => {
  const { frame, around } = clause;
  const [item, more] = frame.entities('policy').filter(({ meaning }) => meaning.exact);
  const [id, other] = item?.meaning.ids ?? [];
  const policy = id === undefined ? undefined : around.repository.policy(id);
  if (!item || more || other || !policy || clause.subjects.any()) return null;
  const level = frame.kinds().find(({ meaning }) => meaning.kind === 'policy');
  const asked = asksName.test(frame.text) || (level && asksKind.test(frame.text.slice(0, level.start)));
  if (!asked) return null;
  const byCode = policy.code !== null && normalize(item.text).includes(normalize(policy.code));
  const named = normalize(item.text).includes(normalize(policy.name));
  const [beside, further] = frame.kinds().filter(({ meaning }) => meaning.kind !== 'policy');
  const kind = beside?.meaning.kind;
  const under = level && (kind === 'project' || kind === 'kpi') ? kind : null;
  if (!byCode || named || further || frame.has('count', 'sum', 'max', 'min')) return null;
  if (beside && under === null) return null;
  const sets = [{ kind: 'policy' as const, named: [policy.id], where: [], label: policy.name }];
  const called: Query = { ...emptyQuery('values'), sets, wanted: [{ attribute: 'number', years: [] }] };
  return under === null
    ? called
    : [called, { ...emptyQuery('list'), of: under, sets: [underIt(policy, under)] }];
};

/** どんな事業がある: what hangs on the part is asked as well. */
function underIt({ id, name }: { id: string; name: string }, kind: 'project' | 'kpi'): SubjectSet {
  return { kind, named: null, where: [{ is: 'policy', ids: [id], label: name }], label: name };
}
