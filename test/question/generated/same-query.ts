// Queries without what only retells the wording: labels, limits as typed, assumptions.
import type { Query } from '../../../src/question/query.ts';

const retold = new Set(['label', 'assumed', 'text']);

/** Equal for two texts that ask the same. */
export function meaningOf(queries: readonly Query[]): unknown {
  return JSON.parse(JSON.stringify(queries, (key, value) => (retold.has(key) ? undefined : value)));
}
