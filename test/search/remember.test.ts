import { expect, test } from 'vitest';
import { remembering } from '../../src/search/remember.ts';
import type { SearchIndex } from '../../src/search/search.ts';

/** Notes what it is asked; finds nothing. */
function listening() {
  const asked: string[] = [];
  const search: SearchIndex = {
    readings: () => [],
    search(words, { kinds }) {
      asked.push(`${kinds.join()} ${words}`);
      return { hits: [], terms: [], readAs: [], suggestions: [] };
    },
  };
  return { asked, search };
}

test('one question looks for the same words of the same kinds once', () => {
  const { asked, search } = listening();
  const once = remembering(search);
  const first = once.search('移住', { kinds: ['project'] });
  expect(once.search('移住', { kinds: ['project'] })).toBe(first);
  once.search('移住', { kinds: ['kpi'] });
  once.search('定住', { kinds: ['project'] });
  expect(asked).toEqual(['project 移住', 'kpi 移住', 'project 定住']);
});

test('a look-up narrowed by another test is another look-up', () => {
  const { asked, search } = listening();
  const once = remembering(search);
  const keep = () => true;
  once.search('移住', { kinds: ['project'], keep });
  once.search('移住', { kinds: ['project'], keep });
  once.search('移住', { kinds: ['project'], keep: () => true });
  once.search('移住', { kinds: ['project'] });
  expect(asked).toHaveLength(3);
});
