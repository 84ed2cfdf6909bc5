// 「その中でベトナムの都市と交流しているのはどれ」: of what the thread's last answer named, those that the words describe.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';
import { wantedOf } from '../wanted.ts';
import { inside } from './within.ts';

const figures = [
  'sum',
  'average',
  'count',
  'max',
  'min',
  'rise',
  'fall',
  'howmuch',
  'howmany-unit',
  'none',
  'except',
];

export const amongThem: Rule = (clause) => {
  const { before, frame, subjects, conditions, years, around } = clause;
  const [set, more] = before?.sets ?? [];
  if (!set || more || !inside.test(frame.text) || around.command !== null) return null;
  if (set.kind !== 'project' && set.kind !== 'kpi') return null;
  if (!frame.has('which', 'list', 'where', 'tell') || frame.has(...figures) || frame.numbers().length > 0)
    return null;
  if (conditions.length + years.all.length > 0 || wantedOf(clause).length > 0) return null;
  if (subjects.exact().length > 0 || subjects.topics().length === 0) return null;
  const words = subjects.topicText();
  subjects.use();
  const where = [...set.where, { is: 'near' as const, words }];
  const label = [set.label, words].filter(Boolean).join('・');
  return { ...emptyQuery('list'), of: set.kind, sets: [{ ...set, where, label }] };
};
