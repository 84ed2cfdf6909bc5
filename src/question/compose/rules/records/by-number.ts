// S-04はどの事業, 0102110は何の事業: a project that is known by its number is named.
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';

/** Letters and figures as they number projects. */
const code = /^(?:[a-z]{1,3}-?\d[\da-z-]+|\d{4,})$/;

export const byNumber: Rule = ({ frame, conditions, years }) => {
  const [named, other] = frame.entities('project', 'kpi');
  const asks = frame.has('which') && frame.attributes().length + frame.numbers().length === 0;
  if (!named || other || !asks || !code.test(named.text) || named.meaning.kind !== 'project') return null;
  if (
    conditions.length + years.all.length > 0 ||
    frame.kinds().some(({ meaning }) => meaning.kind !== 'project')
  )
    return null;
  named.used = true;
  const set = { kind: 'project' as const, named: [...named.meaning.ids], where: [], label: named.text };
  return { ...emptyQuery('values'), sets: [set], wanted: [{ attribute: 'number', years: [] }] };
};
