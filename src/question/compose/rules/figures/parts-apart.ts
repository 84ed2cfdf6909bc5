// 取組a・b・cごとの事業数, 分野「…」の取組別: the parts of a plan that are named, or that one is divided into, each for itself.
import type { Predicate, Query } from '../../../query.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { isIntent } from '../../frame.ts';
import { wantedOf } from '../../wanted.ts';
import { adds, bounded } from './adding.ts';
import { kindCounted } from './count.ts';

/** 両方, どちらも say which ones, and nothing one by one. */
const oneByOne = /それぞれ|おのおの|各々|めいめい|ずつ|個別|別個|個々/;

/** One count or sum for each part; null where there are no two. */
export function partsApart(clause: Clause): Query[] | null {
  const { frame, conditions, around, before } = clause;
  const apart = frame.has('group') || frame.intents('each').some(({ text }) => oneByOne.test(text));
  if (!apart || !frame.has('count', 'sum') || frame.has('max', 'min', 'which-two', 'gap')) return null;
  const said = conditions.filter(({ predicate }) => predicate.is === 'policy');
  const [condition, more] = said;
  if (condition?.predicate.is !== 'policy' || more || clause.subjects.exact().length > 0) return null;
  const ids =
    condition.predicate.ids.length > 1 ? condition.predicate.ids : childrenOf(condition.predicate, clause);
  if (ids.length < 2) return null;
  const counted = kindCounted(clause);
  const kind = counted === 'kpi' ? 'kpi' : 'project';
  if (counted === 'policy' || counted === 'department' || counted === 'town' || before?.ask === 'group')
    return null;
  const wanted = wantedOf(clause).filter(({ attribute }) => adds(attribute, clause));
  const sums = frame.has('sum') && wanted.length > 0;
  // それぞれ…、合わせて何件: together.
  if (!sums && (!frame.has('count') || frame.has('sum'))) return null;
  const set = conditionSet(clause, kind);
  return ids.map((id) => {
    const name = around.repository.policy(id)?.name ?? '';
    const where = set.where.map((one) => (one === condition.predicate ? part(id, name) : one));
    const own = { ...set, where, label: name };
    return sums
      ? { ...emptyQuery('sum'), sets: [own], wanted: bounded(wanted, clause) }
      : { ...emptyQuery('count'), of: kind, sets: [own] };
  });
}

const part = (id: string, label: string): Predicate => ({ is: 'policy', ids: [id], label });

/** 分野「…」の取組ごと: 取組 before ごと are the parts below, where the plan has no level of that name. */
function childrenOf({ ids }: Extract<Predicate, { is: 'policy' }>, { frame, around }: Clause): string[] {
  const split = frame
    .kinds()
    .some((item) => /^取り?組み?$/.test(item.text) && isIntent(frame.next(item), 'group'));
  if (!split) return [];
  return around.repository.policies.flatMap(({ id, parent }) =>
    parent !== null && ids.includes(parent) ? [id] : [],
  );
}
