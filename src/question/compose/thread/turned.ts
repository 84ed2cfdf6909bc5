// 「逆に減ったのは」 after 「増えたのは」: the same years, the other way.
import type { Predicate, Relation } from '../../query.ts';
import type { Rule } from '../ask.ts';

const turned: Partial<Record<Relation, Relation>> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' };

export const turnedRound: Rule = ({ before, frame, subjects, conditions, years }) => {
  const [set, more] = before?.sets ?? [];
  if (!before || !set || more || (before.ask !== 'list' && before.ask !== 'count')) return null;
  if (subjects.any() || conditions.length > 0 || years.all.length > 0) return null;
  if (
    !frame.has('rise', 'fall', 'same', 'reverse') ||
    frame.attributes().length > 0 ||
    frame.numbers().length > 0
  )
    return null;
  const way = (relation: Relation): Relation =>
    frame.has('same')
      ? '='
      : frame.has('fall')
        ? '<'
        : frame.has('rise')
          ? '>'
          : (turned[relation] ?? relation);
  const where = set.where.map(
    (one): Predicate => (one.is === 'against' ? { ...one, relation: way(one.relation) } : one),
  );
  if (!set.where.some(({ is }) => is === 'against')) return null;
  return { ...before, sets: [{ ...set, where, label: frame.text }], assumed: [] };
};
