// No. 25の令和3年度実績は, No. 13は何人: the figures of a row's KPI.
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { isOfRows } from '../../conditions/numbers.ts';
import { kpiFigures } from '../../kpi-figures.ts';
import { wantedOf } from '../../wanted.ts';

/** The figures of the KPI in a row that was said by its number. */
export const figuresOfRow: Rule = (clause) => {
  const { frame, conditions, years } = clause;
  const [row, more] = conditions.filter(({ predicate }) => isOfRows(predicate));
  const narrow = conditions.every(({ predicate }) => predicate.is === 'plan' || isOfRows(predicate));
  if (!row || more || !narrow || frame.kinds().length > 0 || frame.has('which', 'list', 'only', 'max', 'min'))
    return null;
  const said = wantedOf(clause);
  const figures = said.every(({ attribute }) => ['target', 'actual', 'baseline', 'rate'].includes(attribute));
  const asked = frame.intents('howmany-unit').some(({ text }) => /^何/.test(text));
  if (!figures || (said.length === 0 && !asked)) return null;
  const wanted = said.length > 0 ? said : kpiFigures(years.all);
  return { ...emptyQuery('values'), sets: [conditionSet(clause, 'kpi')], wanted };
};
