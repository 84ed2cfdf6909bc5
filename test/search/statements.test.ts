// Statements are searched by themselves, and hits say how strongly they fit.
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import type { Statement } from '../../src/data/schemas/statement.ts';
import { buildIndexText } from '../../src/search/build-index.ts';
import type { SearchIndex } from '../../src/search/search.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { openSearch } from '../support/open-search.ts';

const statement = (id: string, changes: Partial<Statement>): Statement => ({
  id,
  subject: { kind: 'plan', id: 'kurume-senryaku' },
  topic: 'content',
  terms: ['計画'],
  text: '計画をつくった。',
  fy: null,
  figures: [],
  source: { document: '003', place: '1' },
  ...changes,
});
const statements = [
  statement('st-mice', {
    subject: { kind: 'term', id: 'kurume-senryaku' },
    topic: 'definition',
    terms: ['MICE', 'ビジネスイベント'],
    text: 'MICEは会議や見本市など、人の集まるビジネスイベントをまとめた言い方である。',
  }),
  statement('st-akiya', {
    subject: { kind: 'project', id: 'kurume-akiya' },
    terms: ['空き家情報バンク', '不動産事業者'],
    text: '不動産事業者と組み、空き家情報バンクで流通を助ける。',
  }),
];

let plain: SearchIndex;
let withStatements: SearchIndex;
let fromFile: SearchIndex;
beforeAll(async () => {
  const { tokenizer, wordLists } = await openSearch();
  const seeds = loadSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));
  const files = seeds.files.map((file) =>
    file.plan.id === 'kurume-senryaku' ? { ...file, statements } : { ...file, statements: [] },
  );
  const repository = createRepository({ ...seeds, files });
  const silent = createRepository({ ...seeds, files: files.map((file) => ({ ...file, statements: [] })) });
  plain = createSearchIndex({ repository: silent, tokenizer, wordLists });
  withStatements = createSearchIndex({ repository, tokenizer, wordLists });
  const { json } = buildIndexText({ repository, tokenizer, wordLists });
  fromFile = createSearchIndex({ repository, tokenizer, wordLists, serialized: json });
});

const found = (index: SearchIndex, words: string) =>
  index.search(words, { kinds: ['statement'] }).hits.map(({ id, strength }) => [id, strength]);

test('a statement is found by its terms, its subject and its text', () => {
  expect(found(withStatements, 'MICEとは何ですか')).toEqual([['st-mice', 'strong']]);
  expect(found(withStatements, '見本市')[0]?.[0]).toBe('st-mice');
  expect(found(withStatements, '空き家の流通・活用支援事業')[0]?.[0]).toBe('st-akiya');
});

test('the index of a file answers as the one built in memory', () => {
  for (const words of ['MICE', '空き家', '不動産'])
    expect(found(fromFile, words)).toEqual(found(withStatements, words));
});

test('statements change nothing of how projects and KPIs are found', () => {
  for (const words of ['MICE', '空き家', '宿泊社数', 'ビジネスイベント'])
    expect(withStatements.search(words, { kinds: ['kpi', 'project'] })).toEqual(
      plain.search(words, { kinds: ['kpi', 'project'] }),
    );
});

test('without statements nothing is found', () => {
  expect(found(plain, 'MICE')).toEqual([]);
});

test('strong hits are those a person would count', () => {
  const strong = (words: string, kind: 'kpi' | 'project') =>
    plain
      .search(words, { kinds: [kind] })
      .hits.filter(({ strength }) => strength === 'strong')
      .map(({ id }) => id)
      .sort();
  expect(strong('空き家', 'kpi')).toEqual(['kurume-kpi-akiya']);
  expect(strong('空家', 'project')).toEqual(strong('空き家', 'project'));
  expect(strong('あきや', 'project')).toEqual(strong('空き家', 'project'));
  expect(strong('空き家', 'project')).toHaveLength(2);
  // 引っ越し is near 移住, but not the same.
  expect(strong('東部地域 空き家 図書館', 'project')).toEqual([]);
});
