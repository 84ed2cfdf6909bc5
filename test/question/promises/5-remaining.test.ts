// Promise 5: あと starts from the newest actual, else the baseline, and ends at the final target.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedRemaining } from '../generated/remaining.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled(askedRemaining(data), 200);
    failures = await failuresOf(bot, asked);
  });
  test('what remains is worked out from the right figure, which is named', () => {
    expect(asked.length).toBeGreaterThan(5);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
