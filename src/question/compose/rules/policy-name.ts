// VII-1-(1)-①は何という施策: what a part of a plan is called that was said by its code.
import { normalize } from '../../../language/normalize.ts';
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';

const asksName = /何という|なんという|名前|名称|施策名|事業名|(?:何|なに|なん)(?:です|でし|だ|か|$|[?？])/;

/** The name and the number of a part that was said by its code. */
export const policyName: Rule = (clause) => {
  const { frame, around } = clause;
  const [item, more] = frame.entities('policy').filter(({ meaning }) => meaning.exact);
  const [id, other] = item?.meaning.ids ?? [];
  const policy = id === undefined ? undefined : around.repository.policy(id);
  if (!item || more || other || !policy || clause.subjects.any() || !asksName.test(frame.text)) return null;
  const byCode = policy.code !== null && normalize(item.text).includes(normalize(policy.code));
  const named = normalize(item.text).includes(normalize(policy.name));
  const others = frame.kinds().some(({ meaning }) => meaning.kind !== 'policy');
  if (!byCode || named || others || frame.has('count', 'sum', 'max', 'min')) return null;
  const sets = [{ kind: 'policy' as const, named: [policy.id], where: [], label: policy.name }];
  return { ...emptyQuery('values'), sets, wanted: [{ attribute: 'number', years: [] }] };
};
