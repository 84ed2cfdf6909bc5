// Promise 3: no sum, extreme or mean over what a word search finds; counts run over predicates.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedConditions } from '../generated/conditions.ts';
import { askedTopics } from '../generated/topics.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = [...sampled(askedTopics(data), 150), ...askedConditions(data)];
    failures = await failuresOf(bot, asked);
  });
  test('a topic alone is no set to be added up, a condition is', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
