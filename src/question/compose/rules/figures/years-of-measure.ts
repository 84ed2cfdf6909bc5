// 企業立地件数のR3からR7までの合計は何件: the results of one KPI, added up over the years said.
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { namedSets } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';

/** Counts of separate years; running totals, shares and ranks are never added up. */
export const yearsOfMeasure: Rule = (clause) => {
  const { frame, subjects, years, around } = clause;
  const [group, more] = subjects.exact();
  const [id, other] = group?.kind === 'kpi' && !more ? group.ids : [];
  const kpi = id === undefined || other !== undefined ? undefined : around.repository.kpi(id);
  if (!kpi || !frame.has('sum') || frame.has('average', 'median', 'share', 'gap', 'rise', 'fall'))
    return null;
  if (frame.kinds().some(({ meaning }) => meaning.kind !== 'kpi') || years.all.length < 2) return null;
  if (!['yearly', 'per-year', 'end-year'].includes(kpi.measure) || /累計|累積|通算|平均/.test(kpi.name))
    return null;
  const wanted = wantedOf(clause);
  const [said, second] = wanted;
  if (second || (said && !['actual', 'target'].includes(said.attribute))) return null;
  for (const item of frame.numbers())
    if (/^\d{1,2}(?:年間|[かカヶヵ箇]年)$/.test(item.text)) item.used = true;
  return {
    ...emptyQuery('sum'),
    sets: namedSets(clause, ['kpi']),
    wanted: [{ attribute: said?.attribute ?? 'actual', years: stretch(clause) }],
  };
};

/** R3からR7の合計: the years between them as well. */
function stretch({ years, frame }: Clause): number[] {
  const [first, last, more] = years.all;
  if (first === undefined || last === undefined || more !== undefined) return years.all;
  const joined = frame.years().some(({ after }) => /^(?:から|より|〜|~|-)/.test(after.trim()));
  return joined ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : years.all;
}
