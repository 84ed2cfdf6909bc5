// Promise 6: a claim is checked, はい or いいえ first; どちら names the winner and both figures.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedClaims } from '../generated/claims.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled(askedClaims(data), 250);
    failures = await failuresOf(bot, asked);
  });
  test('right and wrong claims are told apart', () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
