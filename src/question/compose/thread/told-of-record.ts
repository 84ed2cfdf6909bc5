// 「具体的にどの研修が入っているのか」 after who pays for them: what the documents tell of the thread's record, not the figures again.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';
import { spokenAgain } from '../sets.ts';
import { wantedOf } from '../wanted.ts';
import { inHand } from './in-hand.ts';
import { onlyRecord } from './only-record.ts';

const asking = ['which', 'list', 'who', 'where', 'define-part'];
const figures = [
  'count',
  'sum',
  'average',
  'max',
  'min',
  'howmuch',
  'howmany-unit',
  'which-two',
  'gap',
  'rise',
  'fall',
];

export const toldOfRecord: Rule = (clause) => {
  const { frame, before, subjects, conditions, years, around } = clause;
  if (!before || !onlyRecord(before) || around.command !== null || !frame.has(...asking)) return null;
  if (frame.has(...figures) || conditions.length + years.all.length > 0 || frame.numbers().length > 0)
    return null;
  if (frame.kinds().length > 0 || wantedOf(clause).length > 0 || subjects.exact().length > 0) return null;
  const topics = subjects.topics();
  if (topics.length === 0) return null;
  const group = subjects.byTopic(topics, ['project', 'kpi']);
  const again = spokenAgain(clause) !== null;
  const known = onlyRecord(before)?.id;
  if (!again && inHand(topics, group, clause) === null && !group?.ids.includes(known ?? '')) return null;
  const about = frame.items
    .filter(({ meaning }) => meaning === null || meaning.is === 'entity')
    .map(({ text }) => text)
    .join(' ');
  return { ...emptyQuery('what'), sets: before.sets, about };
};
