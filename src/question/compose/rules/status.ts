// Questions about judgements: how it was worked out, the log, what nobody recorded, what is due, reached or lags.

import type { Predicate } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery, setBy } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { namedSets } from '../sets.ts';

export const basisOrHistory: Rule = (clause) => {
  const { frame } = clause;
  const ask = frame.has('basis') ? 'basis' : frame.has('history') ? 'history' : null;
  if (ask === null) return null;
  const sets = namedSets(clause, ['kpi']);
  if (sets.length === 0 && !clause.before) return null;
  return { ...emptyQuery(ask), sets: sets.length > 0 ? sets : (clause.before?.sets ?? []) };
};

/** KPIs whose results nobody has recorded. */
export const unrecorded: Rule = (clause) => {
  const { frame, subjects } = clause;
  if (!frame.has('unrecorded') || subjects.exact().length > 0) return null;
  return { ...emptyQuery('unrecorded'), sets: [conditionSet(clause, 'kpi')] };
};

/** R3に目標を達成した: by that year's rate, or by result and target where no rate is printed; without a year by the judgement. */
function reachedIn({ years, around: { facts, repository } }: Clause): Predicate {
  const [fy] = years.all;
  if (fy === undefined) return { is: 'status', statuses: ['達成'] };
  const rates = facts.column('kpi', 'rate', fy).some((rate) => !Number.isNaN(rate));
  // 時間外勤務 of 103%: where less is better a printed rate says nothing of reaching it.
  const misleads = facts
    .subjects('kpi')
    .some(
      ({ id }) =>
        ['down', 'rank'].includes(repository.kpi(id)?.direction ?? '') &&
        facts.cells('rate', id).some((cell) => cell.fy === fy && cell.value !== null && cell.value > 100),
    );
  if (!rates || misleads) return { is: 'not', that: { is: 'short', fy } };
  const limit = { relation: '>=' as const, value: 100, unit: '%', text: '100%以上' };
  return { is: 'compare', attribute: 'rate', fy, limits: [limit] };
}

/** 遅れている, 未達, 期限が過ぎた: a list by the judgement, or the state of what is named. */
export const dueOrReached: Rule = (clause) => {
  const { frame, subjects, conditions, around } = clause;
  const lagging = frame.has('lagging');
  const overdue = frame.has('overdue');
  const notDue = frame.has('not-due');
  const open = (id: string) => frame.intents(id).some(({ used }) => !used);
  const unreached = open('unreached');
  const reached = open('reached') && !unreached;
  if (!lagging && !overdue && !notDue && !unreached && !reached) return null;
  if (subjects.exact().length > 0) return null;
  if (frame.attributeIds().includes('deadline') && !overdue && !notDue) return null;
  const projects = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  const goesOn = frame.has('that', 'reverse') && clause.before?.sets[0]?.kind === 'project';
  const project = (projects || goesOn) && around.command !== 'kpi';
  const set = conditionSet(clause, lagging && project ? 'project' : 'kpi');
  if (
    reached &&
    set.where.length === 0 &&
    !frame.has('which', 'list') &&
    frame.kinds().length === 0 &&
    around.command === null
  )
    return null;
  if (subjects.any() && frame.attributes().length > 0) return null;
  if (lagging) set.where.push({ is: 'lagging' });
  if (overdue) set.where.push({ is: 'due', when: 'past' });
  if (notDue) set.where.push({ is: 'due', when: 'future' });
  if (unreached || reached) {
    set.where.push(reached ? reachedIn(clause) : { is: 'short', fy: clause.years.all[0] ?? null });
  }
  const word = lagging
    ? '遅れている'
    : overdue
      ? '期限が過ぎた'
      : notDue
        ? '期限前の'
        : reached
          ? '達成した'
          : '目標未達の';
  return {
    ...emptyQuery(frame.has('count') ? 'count' : 'list'),
    of: set.kind,
    sets: [{ ...set, label: [setBy(set.kind, conditions).label, word].filter(Boolean).join('・') }],
  };
};
