// Bounds put together once leave in and out what bounds asked one by one do.
import { expect, test } from 'vitest';
import { keeper, keeps } from '../../../src/answer/run/predicates/limits.ts';
import type { Limit, Relation } from '../../../src/question/query.ts';
import { limit } from '../../support/query.ts';

const relations: readonly Relation[] = ['=', '!=', '>=', '<=', '>', '<'];
const values = [-5, -1, 0, 1, 2, 2.5, 3, 1e12];

test('every pair of bounds keeps the same figures, the bounds themselves among them', () => {
  const one = relations.flatMap((relation) => [-1, 2].map((value) => limit(relation, value, '')));
  const all: Limit[][] = [[], ...one.map((own) => [own]), ...one.flatMap((a) => one.map((b) => [a, b]))];
  for (const limits of all) {
    const isWithin = keeper(limits);
    expect([limits, values.filter(isWithin)]).toEqual([
      limits,
      values.filter((value) => keeps(value, limits)),
    ]);
  }
});
