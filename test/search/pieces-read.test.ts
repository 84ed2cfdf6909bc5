// A long text is read no further than its words count, and a piece of it once a question.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Analyzer } from '../../src/search/analyzer.ts';
import { IndexWords } from '../../src/search/index-words.ts';
import { remembering } from '../../src/search/remember.ts';
import { openSearch } from '../support/open-search.ts';

let opened: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  opened = await openSearch();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const kinds = ['project', 'kpi'] as const;
/** Characters that no record holds: 鮀, 鮁, 鮂 … */
const unheardOf = Array.from({ length: 130 }, (_, nth) => String.fromCharCode(0x9b80 + nth));

test('of 130 words those that count are read, and no more', () => {
  const cut = vi.spyOn(Analyzer.prototype, 'analyze');
  const { terms } = opened.index.search(unheardOf.join('、'), { kinds });
  expect(terms).toHaveLength(24);
  expect(cut.mock.calls.length).toBeLessThan(40);
});

test('one question mends a slip once, in whatever company it stands', () => {
  const mended = vi.spyOn(IndexWords.prototype, 'beginningWith');
  const callsOf = (look: () => unknown) => {
    mended.mockClear();
    look();
    return mended.mock.calls.filter(([word]) => word === '移住促新').length;
  };
  const once = remembering(opened.index);
  expect(callsOf(() => once.search('移住促新 鮭', { kinds }))).toBe(1);
  expect(callsOf(() => once.search('移住促新 鯛', { kinds }))).toBe(0);
  expect(callsOf(() => remembering(opened.index).search('移住促新 鯖', { kinds }))).toBe(1);
});

test('a piece means the same wherever it stands, and nothing of one text is left in the next', async () => {
  const once = remembering(opened.index);
  // An index of its own, which has read nothing of the other.
  const { index } = await openSearch();
  const alone = (words: string) => index.search(words, { kinds });
  for (const words of [
    'ドク',
    'ドク 移住',
    '水',
    '水 移住',
    '移住促新',
    '定住 移住促新',
    'いじゅう',
    '水',
    'ドク',
  ])
    expect(once.search(words, { kinds }), words).toEqual(alone(words));
});
