// 3年間でいくら: the amounts of all years a project prints, where there are as many.
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { namedSets } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';

/** The sum over as many years as are said; one year's amount is never told instead. */
export const sumOfSpan: Rule = (clause) => {
  const { frame, subjects, years, around, assumed, unread } = clause;
  const span = frame.numbers().find(({ text }) => /^\d{1,2}(?:年間|[かカヶヵ箇]年)$/.test(text));
  const count = span?.meaning.number.value ?? 0;
  const wanted = wantedOf(clause);
  const money =
    wanted.every(({ attribute }) => attribute === 'budget') && (wanted.length > 0 || frame.has('howmuch'));
  const behind = span ? frame.text.slice(span.end) : '';
  if (
    !span ||
    count < 2 ||
    years.all.length > 0 ||
    !money ||
    !/^(?:で|の?(?:合計|総額|計|トータル|通算))/.test(behind)
  )
    return null;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  const [id, more] = group?.ids ?? [];
  if (group?.kind !== 'project' || id === undefined || more !== undefined) return null;
  const column = spanColumn(id, count, clause);
  if (column !== null) {
    span.used = true;
    for (const item of frame.intents('sum')) item.used = true;
    return {
      ...emptyQuery('values'),
      sets: namedSets(clause, ['project']),
      wanted: [{ attribute: column, years: [] }],
    };
  }
  if (wanted.length === 0 && !frame.has('sum')) return null;
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

/** 3か年合計: the plan's own column for as many years. */
function spanColumn(id: string, count: number, { around: { facts, repository } }: Clause): string | null {
  const plan = repository.project(id)?.plan;
  const label = new RegExp(`^${count}(?:か|ヵ|カ|ヶ|ケ|箇)?年(?:間|度)?の?(?:合計|計|総額|総計|事業費)`);
  const column = facts.attributes.find(
    (one) =>
      one.plan === plan &&
      one.type === 'money' &&
      label.test(one.label.normalize('NFKC').replace(/\s/g, '')) &&
      facts.cells(one.id, id).some(({ value }) => value !== null),
  );
  return column?.id ?? null;
}
