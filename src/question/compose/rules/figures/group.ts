// A set by groups: 課ごと, パッケージ別.
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';
import { conditionSet } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';
import { adds, bounded } from './adding.ts';

/** By groups: 課ごと, パッケージ別. */
export const groupOf: Rule = (clause) => {
  const { frame } = clause;
  if (!frame.has('group')) return null;
  const [by] = frame.kinds().filter((item) => {
    const next = frame.next(item);
    return next?.meaning?.is === 'intent' && next.meaning.id === 'group';
  });
  const attribute = frame.attributes().find((item) => {
    const next = frame.next(item);
    return next?.meaning?.is === 'intent' && next.meaning.id === 'group';
  });
  if (!by && !attribute) return null;
  if (attribute) attribute.used = true;
  const wanted = wantedOf(clause).filter((one) => adds(one.attribute, clause));
  const key = attribute
    ? (attribute.meaning.ids[0] as string)
    : by?.meaning.kind === 'policy'
      ? `level:${by.meaning.level ?? ''}`
      : (by?.meaning.kind as string);
  return {
    ...emptyQuery('group'),
    of: key,
    sets: [conditionSet(clause, 'project')],
    wanted: bounded(wanted, clause),
  };
};
