// どの市と四都市連携をしているか: where a plan prints no towns of its projects, what is told in words answers.
import type { Query } from '../query.ts';
import { type Clause, emptyQuery } from './compose.ts';
import { statementsAbout } from './statement-words.ts';

/** The query over statements on the records, or as it is. */
export function townsInWords(query: Query, clause: Clause): Query {
  const { facts, repository } = clause.around;
  const { ask, wanted, sets } = query;
  const towns = wanted.length === 1 && wanted[0]?.attribute === 'towns';
  const [set, more] = sets;
  if (ask !== 'values' || !towns || !set?.named || more || set.kind !== 'project') return query;
  const plans = set.named.flatMap((id) => repository.project(id)?.plan ?? []);
  if (plans.length === 0 || plans.some((plan) => facts.printed('project', 'towns', plan))) return query;
  const words = statementsAbout(clause);
  if (words === null) return query;
  clause.unread.length = 0;
  return { ...emptyQuery('what'), sets, about: words };
}
