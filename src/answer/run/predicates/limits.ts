// A figure against its bounds.
import type { Limit, Relation } from '../../../question/query.ts';

/** Whether a figure keeps every bound. */
export function keeps(value: number, limits: readonly Limit[]): boolean {
  return limits.every((limit) => related(value, limit.relation, limit.value));
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
