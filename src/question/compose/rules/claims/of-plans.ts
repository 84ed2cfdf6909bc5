// Claims about all KPIs of a plan, and about its years.

import type { Predicate } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { limitOf } from '../../conditions/condition.ts';

/** 期限は過ぎているという整理でよいか: a claim about all KPIs of a plan. */
export const setClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any() || !frame.has('overdue', 'not-due', 'lagging')) return null;
  if (!conditions.some(({ predicate }) => predicate.is === 'plan') || frame.has('which', 'list', 'count'))
    return null;
  const predicate: Predicate = frame.has('lagging')
    ? { is: 'lagging' }
    : { is: 'due', when: frame.has('overdue') ? 'past' : 'future' };
  const set = conditionSet(clause, 'kpi');
  const where = set.where.filter(({ is }) => is !== predicate.is);
  return {
    ...emptyQuery('whether'),
    sets: [{ ...set, where }],
    claim: claiming({
      within: [predicate],
      each: !frame.intents('whether').some(({ text }) => /^[あい]/.test(text)),
    }),
  };
};

/** 10年間のやつだよね, 令和7年度が最終年度だよね, もう期間が終わってない？: a claim about a plan's years. */
export const periodClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  const over: 'past' | 'future' | null = frame.has('overdue', 'ended')
    ? 'past'
    : frame.has('not-due')
      ? 'future'
      : null;
  const ofPlan = frame.attributeIds().every((id) => ['period', 'deadline'].includes(id));
  const whether = frame.has('whether') || /[?か]$/.test(frame.text.trim());
  // 令和8年度は対象期間に含まれているでしょうか: a year inside the period.
  const inside =
    clause.years.all.length > 0 && whether && frame.has('join') && frame.attributeIds().includes('period');
  const asked =
    inside || frame.has('confirm') || (over !== null && (whether || frame.attributeIds().includes('period')));
  if (!asked || subjects.any() || !ofPlan || frame.has('which', 'when', 'where', 'count')) return null;
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  const lengths = frame.numbers().filter(({ meaning }) => /年/.test(meaning.number.unit ?? ''));
  if (plans.length === 0 || plans.length < conditions.length || frame.kinds().some(isRecord)) return null;
  if (lengths.length === 0 && clause.years.all.length === 0 && over === null) return null;
  const lies = inside
    ? clause.years.all.map((fy): Predicate => ({ is: 'has', attribute: 'period', fy }))
    : [];
  const begins = inside ? [] : beginsIn(clause);
  return {
    ...emptyQuery('whether'),
    sets: [setBy('plan', plans)],
    wanted: [{ attribute: 'period', years: lies.length + begins.length > 0 ? [] : clause.years.all }],
    claim: claiming({
      within: [...(over === null ? [] : [{ is: 'due', when: over } satisfies Predicate]), ...lies, ...begins],
      limits: lengths.flatMap(({ meaning, text }) => limitOf(meaning.number, text)),
    }),
  };
};

/** 令和2年度からだよね: the year a plan begins in. */
function beginsIn({ frame, years }: Clause): Predicate[] {
  const [year, more] = frame.years();
  const [fy, further] = years.all;
  const from =
    year &&
    /^(?:から|に(?:始|はじ)|より|(?:が|は)?(?:開始|初年|スタート|始まり))/.test(
      frame.text.slice(year.end).trim(),
    );
  if (!year || more || fy === undefined || further !== undefined || !from) return [];
  const limits = [{ relation: '=' as const, value: fy, unit: null, text: year.text }];
  return [{ is: 'compare', attribute: 'period', fy: null, limits }];
}

/** 18市町だよね: a claim about how many towns a plan has. */
export const townsClaim: Rule = ({ frame, conditions, subjects }) => {
  const [item, more] = frame.numbers();
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  if (!item || more || !/市|町|自治体|団体/.test(item.meaning.number.unit ?? '') || !frame.has('confirm'))
    return null;
  if (plans.length === 0 || plans.length < conditions.length || subjects.any()) return null;
  return {
    ...emptyQuery('whether'),
    sets: [setBy('town', plans)],
    of: 'town',
    claim: claiming({ limits: limitOf(item.meaning.number, item.text) }),
  };
};

const isRecord = ({ meaning }: { meaning: { kind: string } }) =>
  meaning.kind === 'kpi' || meaning.kind === 'project';
