// 3年間でいくら: the amounts of all years a project prints, where there are as many.
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';
import { namedSets } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';

/** The sum over as many years as are said; one year's amount is never told instead. */
export const sumOfSpan: Rule = (clause) => {
  const { frame, subjects, years, around, assumed, unread } = clause;
  const span = frame.numbers().find(({ text }) => /^\d{1,2}(?:年間|[かカヶヵ箇]年)$/.test(text));
  const count = span?.meaning.number.value ?? 0;
  const wanted = wantedOf(clause);
  const money = wanted.length > 0 && wanted.every(({ attribute }) => attribute === 'budget');
  if (!span || count < 2 || years.all.length > 0 || !money || !/^で/.test(frame.text.slice(span.end)))
    return null;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  const [id, more] = group?.ids ?? [];
  if (group?.kind !== 'project' || id === undefined || more !== undefined) return null;
  const printed = around.facts
    .cells('budget', id)
    .flatMap(({ fy, value }) => (value === null ? [] : (fy ?? [])));
  const all = [...new Set(printed)].sort((a, b) => a - b);
  if (all.length !== count) {
    unread.push(span.text);
    return null;
  }
  span.used = true;
  assumed.push(`${span.text}は、金額の記載がある${count}つの年度としました。`);
  return {
    ...emptyQuery('sum'),
    sets: namedSets(clause, ['project']),
    wanted: [{ attribute: 'budget', years: all }],
  };
};
