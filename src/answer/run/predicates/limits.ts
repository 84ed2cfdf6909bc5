// A figure against its bounds.
import type { Limit, Relation } from '../../../question/query.ts';

/** Whether a figure keeps every bound. */
export function keeps(value: number, limits: readonly Limit[]): boolean {
  return limits.every((limit) => related(value, limit.relation, limit.value));
}

/** As `keeps`, for a million figures: the bounds are put together once. */
export function keeper(limits: readonly Limit[]): (value: number) => boolean {
  if (limits.some(({ relation }) => relation === '!=')) return (value) => keeps(value, limits);
  const bound = (relations: readonly Relation[], tightest: (...values: number[]) => number) =>
    tightest(...limits.filter(({ relation }) => relations.includes(relation)).map(({ value }) => value));
  const [least, most] = [bound(['>=', '='], Math.max), bound(['<=', '='], Math.min)];
  const [above, below] = [bound(['>'], Math.max), bound(['<'], Math.min)];
  return (value) => value >= least && value <= most && value > above && value < below;
}

/** value relation other */
export function related(value: number, relation: Relation, other: number): boolean {
  switch (relation) {
    case '=':
      return value === other;
    case '!=':
      return value !== other;
    case '>=':
      return value >= other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '<':
      return value < other;
    default:
      return relation satisfies never;
  }
}
