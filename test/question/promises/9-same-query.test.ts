// Promise 9: the same question in other words gives the same query: politeness, kana, romaji, order, forms of the year.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../generated/asked.ts';
import { askedCells } from '../generated/cells.ts';
import { keysOf, sampled } from '../generated/check.ts';
import { fits, knownIn, mendedIn } from '../generated/not-yet.ts';
import { otherwiseRead } from '../generated/same-query.ts';
import { askedSets } from '../generated/sets.ts';
import { world, worldNames } from '../generated/worlds.ts';

describe.each(worldNames)('%s', (name) => {
  let asked: Asked[];
  let differing: Record<string, string[]>;
  beforeAll(async () => {
    const { bot, data } = await world(name);
    asked = sampled([...askedCells(data), ...askedSets(data)], 250);
    differing = otherwiseRead(bot, asked);
  });
  test('every wording of a fact is one query', () => {
    expect(asked.length).toBeGreaterThan(150);
    const news = Object.entries(differing).filter(
      ([key]) => !knownIn(name).some((entry) => fits(entry, key)),
    );
    expect(news.map(([key, texts]) => [key, texts.length, ...texts.slice(0, 3)])).toEqual([]);
  });
  test('wordings known to be read otherwise still are', () => {
    const failing = Object.keys(differing);
    expect(mendedIn(name, { asked: keysOf(asked), failing, wrong: ['answer', 'query'] })).toEqual([]);
  });
});
