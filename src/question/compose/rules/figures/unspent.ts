// 予算がいくら余った: what was planned for a project against what was spent of it.
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';
import { namedSets } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';

/** Budget against settled money of the year said, else of the newest year that prints both. */
export const unspentOf: Rule = (clause) => {
  const { frame, subjects, years, around } = clause;
  const left = frame.intents('unspent');
  if (left.length === 0 || !frame.has('howmuch')) return null;
  const wanted = wantedOf(clause).filter(({ attribute }) => attribute !== 'budget');
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  const [id, more] = group?.ids ?? [];
  if (wanted.length > 0 || group?.kind !== 'project' || id === undefined || more !== undefined) return null;
  const printed = (attribute: string) =>
    around.facts.cells(attribute, id).flatMap(({ fy, value }) => (value === null ? [] : (fy ?? [])));
  const planned = printed('budget');
  for (const spent of ['settled', 'executed']) {
    const both = printed(spent).filter((fy) => planned.includes(fy));
    const fy = years.all.length > 0 ? both.find((year) => years.all.includes(year)) : Math.max(...both);
    if (fy === undefined || !Number.isFinite(fy)) continue;
    for (const item of left) item.used = true;
    const between = {
      from: { attribute: 'budget', fy },
      to: { attribute: spent, fy },
      as: 'amount' as const,
    };
    return { ...emptyQuery('difference'), sets: namedSets(clause, ['project']), between };
  }
  clause.unread.push(...left.map(({ text }) => text));
  return null;
};
