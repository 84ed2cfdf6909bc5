// In which year one record's figure was the highest, the lowest, the best.
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, predicatesOf } from '../../compose.ts';
import { toldKpi } from '../../own-kpi.ts';
import { namedSets } from '../../sets.ts';
import type { Group } from '../../subjects.ts';
import { wantedOf } from '../../wanted.ts';

const whichYear = /何年(?!間)|どの年|いつの年度|[いた](?:の)?年度?(?:は|って|を|$)/;
const good = /良|よかっ|よくなっ|好調|成績がいい/;
const bad = /悪|わるかっ|不調/;

/** 対応率が一番良かったのは何年度: the years of one record are held against each other. */
export const bestYear: Rule = (clause) => {
  const { frame, around } = clause;
  if (!whichYear.test(frame.text) || !frame.has('max', 'min')) return null;
  const kpis = clause.subjects.exact().filter(({ kind, ids }) => kind === 'kpi' && ids.length === 1);
  const [named, more] =
    kpis.length > 0 ? kpis : clause.subjects.exact().filter(({ ids }) => ids.length === 1);
  const only = named ?? described(clause);
  if (!only || more) return null;
  const [id = ''] = only.ids;
  const said = wantedOf(clause).find(({ attribute }) => around.facts.attribute(attribute)?.byYear);
  const attribute = said?.attribute ?? (only.kind === 'kpi' ? 'actual' : 'budget');
  const falls = around.repository.kpi(id)?.direction === 'down';
  const low = bad.test(frame.text)
    ? !falls
    : good.test(frame.text)
      ? falls
      : frame.has('small', 'fall') || !frame.has('max');
  const sets = namedSets(clause, [only.kind]).map((set) => ({ ...set, named: [id], label: only.label }));
  return {
    ...emptyQuery('extreme'),
    sets: sets.slice(0, 1),
    wanted: [{ attribute, years: clause.years.all }],
    extreme: { way: low ? 'min' : 'max', top: 1, nth: null, by: 'year' },
  };
};

/** 空き家バンクの成約が一番多かったのは何年度: one record that the words clearly mean. */
function described(clause: Clause): Group | null {
  const { subjects } = clause;
  if (subjects.topics().length === 0) return null;
  const found =
    toldKpi(clause) ??
    subjects.byTopic(subjects.topics(), ['project', 'kpi'], predicatesOf(clause.conditions));
  return found?.strong ? found : null;
}
