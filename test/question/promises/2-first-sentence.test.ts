// Promise 2: the first sentence answers. Every cell of the export and every figure over a named set, in many wordings.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { askedCells } from '../generated/cells.ts';
import { type Failures, failuresOf, mended, sampled, unexpected } from '../generated/check.ts';
import { askedSets } from '../generated/sets.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let failures: Failures;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled([...askedCells(data), ...askedSets(data)], 350);
    failures = await failuresOf(bot, asked);
  });
  test('every cell and every figure over a set is told first', () => {
    expect(asked.length).toBeGreaterThan(150);
    expect(unexpected(failures, name)).toEqual({});
  });
  test('what was known to fail still does; a mended wording leaves the list', () => {
    expect(mended(failures, asked, name)).toEqual([]);
  });
});
