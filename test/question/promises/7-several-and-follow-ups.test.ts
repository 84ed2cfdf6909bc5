// Promise 7: several questions get several answers in order; a follow-up inherits what it lacks.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedAfter, askedTogether } from '../generated/threads.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled([...askedTogether(data), ...askedAfter(data)], 300);
    failures = await failuresOf(bot, asked);
  });
  test('each is answered, and nothing of the thread is lost', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
