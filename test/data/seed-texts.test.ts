// Files checked before are joined without a second check, and come out the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { checkedBefore, readSeedTexts, seedsHash } from '../../src/data/seed-texts.ts';
import { listsOf, readListTexts } from '../../src/language/words/word-list-texts.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import { isBuiltFrom, parseIndex, serializeIndex } from '../../src/search/index-data.ts';

const seeds = join(import.meta.dirname, '../../seeds');
const lists = join(import.meta.dirname, '../../index');

test('seeds joined without a check equal the checked ones, hash included', () => {
  expect(checkedBefore(readSeedTexts(seeds))).toEqual(loadSeeds(seeds));
});

test('word lists taken without a check equal the checked ones, hash included', () => {
  expect(listsOf(readListTexts(lists))).toEqual(loadWordLists(lists));
});

test('any changed character of any file makes another hash', () => {
  const texts = readSeedTexts(seeds);
  const hashes = texts.map((_, changed) =>
    seedsHash(texts.map((each, i) => (i === changed ? { ...each, text: `${each.text} ` } : each))),
  );
  expect(new Set([seedsHash(texts), ...hashes]).size).toBe(texts.length + 1);
});

test('a file that cannot be read is no file of a checked folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    writeFileSync(join(folder, 'p.json'), '{}');
    expect(readSeedTexts(folder)).toMatchObject([
      { name: 'municipalities.json', text: expect.any(Error) },
      { name: 'p.json', text: '{}' },
    ]);
    expect(readSeedTexts(join(folder, 'none'))).toMatchObject([{ name: 'municipalities.json' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an index says in its first words what it was built from', () => {
  const text = serializeIndex({ documents: [], terms: [], texts: [], readings: [], postings: [] }, 'abc');
  expect(isBuiltFrom(text, 'abc')).toBe(true);
  expect(isBuiltFrom(text, 'ab')).toBe(false);
  expect(isBuiltFrom('', 'abc')).toBe(false);
  expect(parseIndex(text, 'abc')).not.toBeNull();
  expect(parseIndex(text.replace('documents":[', 'documents":[ '), 'abc')).toBeNull();
});
