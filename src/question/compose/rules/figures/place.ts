// 「R5予算の大きい順で、…は第何位」: the place of one that is named among all of its set.
import type { SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import { namedSets } from '../../sets.ts';
import { onlyRecord } from '../../thread/only-record.ts';
import { kindsOf, wantedOf } from '../../wanted.ts';

const asksPlace = /何(?:位|番目|番手)/;

/** The place of the record that is named, in the plan, the office or the part that is said, else in its own plan. */
export const placeOf: Rule = (clause) => {
  const { frame, around } = clause;
  const ranks = frame.has('big', 'small', 'max', 'min') || /何番目/.test(frame.text);
  if (!asksPlace.test(frame.text) || !ranks) return null;
  const wanted = wantedOf(clause).find(({ attribute }) => isFigure(attribute, clause));
  const own = ownOf(clause, wanted ? [wanted] : []);
  const [id, more] = own?.named ?? [];
  if (!own || id === undefined || more !== undefined) return null;
  const kind = own.kind === 'kpi' ? 'kpi' : 'project';
  const plan = around.repository[kind](id)?.plan;
  const all = setBy(kind, clause.conditions);
  const where = all.where.length > 0 || !plan ? all.where : [{ is: 'plan' as const, ids: [plan] }];
  const attribute = wanted?.attribute ?? (kind === 'kpi' ? 'rate' : 'budget');
  const years = wanted?.years.length ? wanted.years : clause.years.all;
  return {
    ...emptyQuery('extreme'),
    sets: [{ ...all, where }],
    wanted: [{ attribute, years }],
    extreme: {
      way: frame.has('small', 'min') ? 'min' : 'max',
      top: 1,
      nth: null,
      by: 'value',
      placeOf: [id],
    },
  };
};

/** The record whose place is asked for. */
function ownOf(clause: Clause, wanted: Parameters<typeof kindsOf>[1]): SubjectSet | null {
  if (clause.subjects.any()) return namedSets(clause, kindsOf(clause, wanted))[0] ?? null;
  return onlyRecord(clause.before)?.set ?? null;
}

function isFigure(attribute: string, { around }: Clause): boolean {
  const type = around.facts.attribute(attribute)?.type;
  return type === 'money' || type === 'number' || type === 'rate';
}
