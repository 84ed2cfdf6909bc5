// Promise 4: 「記載がありません」 where the document leaves it open, 「収録していません」 where nothing is held.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedSilences } from '../generated/silences.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled(askedSilences(data), 250);
    failures = await failuresOf(bot, asked);
  });
  test('open cells are said to be open, with what stands there instead', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
