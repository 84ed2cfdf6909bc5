// Claims about all KPIs of a plan, and about its years.
import type { Predicate } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { emptyQuery, setBy } from '../../compose.ts';
import { conditionSet } from '../../sets.ts';

/** 期限は過ぎているという整理でよいか: a claim about all KPIs of a plan. */
export const setClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any() || !frame.has('overdue', 'not-due', 'lagging')) return null;
  if (!conditions.some(({ predicate }) => predicate.is === 'plan') || frame.has('which', 'list', 'count'))
    return null;
  const predicate: Predicate = frame.has('lagging')
    ? { is: 'lagging' }
    : { is: 'due', when: frame.has('overdue') ? 'past' : 'future' };
  return {
    ...emptyQuery('list'),
    of: 'kpi',
    sets: [conditionSet(clause, 'kpi')].map((set) => ({ ...set, where: [...set.where, predicate] })),
  };
};

/** 10年間のやつだよね: a claim about a plan's years. */
export const periodClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any()) return null;
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  const years =
    frame.numbers().some(({ meaning }) => /年/.test(meaning.number.unit ?? '')) ||
    clause.years.all.length > 0;
  if (plans.length === 0 || plans.length < conditions.length || !years || frame.attributes().length > 0)
    return null;
  return {
    ...emptyQuery('values'),
    sets: [setBy('plan', plans)],
    wanted: [{ attribute: 'period', years: [] }],
  };
};
