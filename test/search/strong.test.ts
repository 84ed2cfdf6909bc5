// Strong hits alone: the same as among all, and nothing is walked where there can be none.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Notes } from '../../src/search/notes.ts';
import { openSearch } from '../support/open-search.ts';

let opened: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  opened = await openSearch();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const kinds = ['project', 'kpi'] as const;
const strongIn = (words: string, only?: 'strong') =>
  opened.index
    .search(words, { kinds, ...(only ? { only } : {}) })
    .hits.filter(({ strength }) => strength === 'strong')
    .map(({ id }) => id)
    .sort();

test.each([
  '移住',
  '移住 定住',
  '子育て支援',
  '防犯灯の設置',
  '観光客の数を増やす',
  '空き家',
  '移住 鮀 鮁',
  '移住 支援',
])('%s: the strong hits are those of a search for all', (words) => {
  expect(strongIn(words, 'strong')).toEqual(strongIn(words));
});

test('some of these words have strong hits', () => {
  expect(strongIn('移住', 'strong').length).toBeGreaterThan(0);
});

test('words of which records hold too few are not looked for', () => {
  const walked = vi.spyOn(Notes.prototype, 'walk');
  expect(strongIn('移住 鮀 鮁 鮂 鮃', 'strong')).toEqual([]);
  expect(walked).not.toHaveBeenCalled();
  expect(strongIn('移住 鮀 鮁 鮂 鮃')).toEqual([]);
  expect(walked).toHaveBeenCalled();
});
