// Promise 1: the answer names a word that no plan holds, and then no figure is worked out.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedWithUnknownWords } from '../generated/unknown-words.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled(askedWithUnknownWords(data), 200);
    failures = await failuresOf(bot, asked);
  });
  test('an unknown word stands in the first sentence, beside no figure', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
