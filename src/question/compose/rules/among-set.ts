// 評価が遅れの2事業のうち予算が多いのはどちら: the members of a set that conditions choose, held against each other.
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { greatest } from '../greatest.ts';
import { isScope } from '../splits/part.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { ranks } from './figures/extreme.ts';
import { sidesOf } from './sides.ts';

/** Of things that nobody names: which one of the set has the greater figure, or moved further. */
export const amongSet: Rule = (clause) => {
  const { frame, conditions, subjects, years } = clause;
  if (!frame.has('which-two') || !frame.has('big', 'small') || subjects.any()) return null;
  if (conditions.length === 0 || !choosesSome(clause) || frame.has('count')) return null;
  // No.25と比べてどっちが高い: one row alone has nothing to be held against.
  if (conditions.some(({ predicate }) => predicate.is === 'number' && predicate.to === undefined))
    return null;
  const wanted = wantedOf(clause).filter(({ attribute }) => ranks(attribute, clause));
  const [figure = { attribute: 'budget', years: years.all }, more] = wanted;
  const [kind] = kindsOf(clause, [figure]);
  if (more || kind === undefined) return null;
  const by = movement(clause);
  const sides = by === 'value' ? null : sidesOf(clause, [figure.attribute]);
  const way = greatest(frame).way;
  const between: Query['between'] = sides && { ...sides, as: 'amount' };
  return {
    ...emptyQuery('compare'),
    sets: [conditionSet(clause, kind)],
    wanted: [{ ...figure, years: figure.years.length > 0 ? figure.years : years.all }],
    between,
    extreme: { way, top: 1, nth: null, by },
  };
};

/** 2事業, …のうち, or a condition that is no mere place: there is a set, and not two offices or parts. */
function choosesSome({ frame, conditions }: Clause): boolean {
  const counted = frame
    .numbers()
    .some(
      ({ meaning: { number }, text }) => number.relation === null && /件|つ|事業|指標|kpi|施策/.test(text),
    );
  return counted || conditions.some(({ predicate }) => !isScope(predicate));
}

/** 減少額が大きいのは; 減った事業 has taken the fall for a condition. */
function movement({ frame, conditions }: Clause): 'value' | 'rise' | 'fall' {
  const taken = new Set(conditions.map(({ item }) => item));
  const moves = (id: string) => frame.intents(id).some((item) => !item.used && !taken.has(item));
  return (['rise', 'fall'] as const).find(moves) ?? 'value';
}
