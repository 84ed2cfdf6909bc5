// Whoever breaks a word list by hand reads which file and where.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readListTexts } from '../../../src/language/words/word-list-texts.ts';
import { parseWordLists } from '../../../src/language/words/word-lists.ts';

const texts = readListTexts(join(import.meta.dirname, '../../../index'));

test('the lists as they are can be read', () => {
  expect(parseWordLists(texts).synonyms.same.length).toBeGreaterThan(0);
});

test.each([
  ['a comma too many', '{"same": [,]}', /^index\/synonyms\.json: .*JSON/],
  ['a field that is missing', '{"same": []}', /^index\/synonyms\.json: [\s\S]*near/],
])('%s is told with the name of the file', (_, synonyms, message) => {
  expect(() => parseWordLists({ ...texts, synonyms })).toThrow(message);
});
