// 「北九州は？」 after a KPI of another city: the same is looked for in the plans of the place said.
import { recordOf } from '../../../data/repository.ts';
import type { Predicate, Query } from '../../query.ts';
import type { Clause } from '../compose.ts';
import { keeper } from '../keeper.ts';
import { resolveTopic, standingOut } from '../topic.ts';
import { onlyRecord } from './only-record.ts';

/** The query of the records of that place that are called so; where there are none, a search that says it. */
export function sameElsewhere(before: Query, added: readonly Predicate[], clause: Clause): Query | null {
  const only = onlyRecord(before);
  const plans = added.flatMap((one) => (one.is === 'plan' ? one.ids : []));
  if (!only || plans.length === 0) return null;
  const { id, set } = only;
  const { repository } = clause.around;
  const record = recordOf(repository, id);
  if (!record || plans.includes(record.plan)) return null;
  const { candidates } = resolveTopic(record.name, [set.kind], clause.around, keeper(added, clause.around));
  const found = standingOut(candidates);
  if (found) return { ...before, sets: [{ ...set, named: [found.id] }] };
  const where: Predicate[] = [
    { is: 'plan', ids: plans },
    { is: 'near', words: record.name },
  ];
  const sets = [{ ...set, named: null, where, label: record.name }];
  return { ...before, ask: 'list', of: set.kind, sets };
}
