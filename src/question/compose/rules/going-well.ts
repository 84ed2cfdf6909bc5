// うまくいっていますか: the document's own evaluation of the project, else whether its target is reached.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';

/** Answers from a printed evaluation; without one the words ask for the target. */
export const goingWell: Rule = (clause) => {
  const { frame, subjects, around, years, before } = clause;
  const items = frame.intents('going-well');
  // うまくいったか誰がチェックする asks who does.
  if (items.length === 0 || frame.has('checked-by')) return null;
  const { repository, facts } = around;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const inherited = subjects.any() ? [] : (before?.sets.flatMap(({ named }) => named ?? []) ?? []);
  const projects = (group?.ids ?? inherited).flatMap((id) => repository.kpi(id)?.projects ?? id);
  const evaluated = [...new Set(projects)].filter((id) => facts.cells('evaluation', id).length > 0);
  if (evaluated.length === 0) {
    for (const item of items) item.meaning = { is: 'intent', id: 'reached' };
    return null;
  }
  subjects.use();
  return {
    ...emptyQuery('values'),
    sets: [{ kind: 'project', named: evaluated, where: [], label: group?.label ?? '' }],
    wanted: [{ attribute: 'evaluation', years: years.all }],
  };
};
