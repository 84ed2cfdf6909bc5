// The whole search over the real seeds: order with reasons, readings, hostile input, the committed index.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIndexText } from '../../src/search/build-index.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { openSearch } from '../support/open-search.ts';

type Opened = Awaited<ReturnType<typeof openSearch>>;
let opened: Opened;
beforeAll(async () => {
  opened = await openSearch();
});
const find = (words: string, kind: 'kpi' | 'project') =>
  opened.index.search(words, { kinds: [kind] }).hits.map((hit) => hit.id);

describe('better matches stand before weaker ones', () => {
  const table: [words: string, kind: 'kpi' | 'project', order: [id: string, why: string][]][] = [
    [
      '宿泊者数',
      'kpi',
      [
        ['kurume-kpi-shukuhaku', 'the very name'],
        ['hyoka-kpi-toshikeniki-shukuhaku', 'all of it in a longer name'],
        ['hyoka-kpi-kanmon-kanko-shohi', 'a part in the name, the rest in keywords'],
      ],
    ],
    [
      '実施回数',
      'kpi',
      [
        ['renkei-kpi-saiken-kenshu', 'exact name, however common the words'],
        ['renkei-kpi-suido-kenshu', 'both words at the end of a longer name'],
      ],
    ],
    [
      '久留米 移住',
      'project',
      [
        ['kurume-teiju-yudo', 'the town’s own project, though 移住 is only a keyword'],
        ['hyoka-teiju-iju', '移住 in the name, but another town'],
      ],
    ],
    [
      '空き家',
      'kpi',
      [
        ['kurume-kpi-akiya', 'in its own name'],
        ['kurume-kpi-jutaku-tennyu', 'only close in meaning'],
      ],
    ],
    [
      '移住',
      'kpi',
      [
        ['renkei-kpi-iju-sodan', 'its own name'],
        ['renkei-kpi-ui-turn-shushoku', 'a keyword'],
      ],
    ],
    [
      'テレワーク',
      'kpi',
      [
        ['hyoka-kpi-fukugyo-matching', 'inherited from its project’s keywords'],
        ['hyoka-kpi-iju-sodan', 'the same project, a longer name'],
      ],
    ],
    [
      '公共施設マネジメント推進事業',
      'project',
      [
        ['renkei-kokyo-shisetsu', 'same name and score: the newer plan first'],
        ['hyoka-kokyo-shisetsu', 'the older plan'],
      ],
    ],
  ];
  for (const [words, kind, order] of table) {
    test(`${words} (${kind}): ${order.map(([, why]) => why).join(' > ')}`, () => {
      const wanted = order.map(([id]) => id);
      expect(find(words, kind).filter((id) => wanted.includes(id))).toEqual(wanted);
    });
  }
});

describe('words are read as they were meant', () => {
  const table: [typed: string, terms: string[], readAs: string][] = [
    ['いじゅう', ['移住'], 'いじゅう → 移住'],
    ['イジュウ', ['移住'], 'イジュウ → 移住'],
    ['ijuu', ['移住'], 'ijuu → 移住'],
    ['空きや', ['空き家'], '空きや → 空き家'],
    ['たいきじどう', ['待機児童'], 'たいきじどう → 待機児童'],
    ['コミニティ', ['コミュニティ'], 'コミニティ → コミュニティ'],
    ['高令者', ['高齢者'], '高令者 → 高齢者'],
    ['移住', ['移住'], ''],
    ['移住のKPIを教えてください', ['移住'], ''],
    ['令和8年度の移住の目標値は？', ['移住'], ''],
    ['商品を探しています', ['商品'], ''],
    // Endings that only sound like 有馬, 指定, 用途 and お店.
    ['バスはありますでしょうか', ['バス'], ''],
    ['空き家の活用をしていますか', ['空き家', '活用'], ''],
    ['移住しようとしている', ['移住'], ''],
    ['バスがわかるものをみせて', ['バス'], ''],
    // 向上 sounds the same, but says little.
    ['こうじょう', ['工場'], 'こうじょう → 工場'],
    // A character was dropped.
    ['コビニ', ['コンビニ'], 'コビニ → コンビニ'],
    ['関連携', ['関門連携', '連携'], '関連携 → 関門連携'],
    ['ワークライフ バランス', ['ワークライフバランス'], ''],
  ];
  for (const [typed, terms, readAs] of table) {
    test(`${typed} looks for ${terms}`, () => {
      const result = opened.index.search(typed, { kinds: ['kpi', 'project'] });
      expect(result.terms).toEqual(terms);
      expect(result.readAs.map((read) => `${read.typed} → ${read.as}`).join(', ')).toBe(readAs);
    });
  }
});

test('words that sound or look alike but mean something else do not lead', () => {
  const { hits } = opened.index.search('起業', { kinds: ['kpi'] });
  const festival = hits.find((hit) => hit.id === 'hyoka-kpi-matsuri-shutten');
  expect(hits[0]?.id).toBe('kurume-kpi-sogyo-yushi');
  expect(festival?.score ?? 0).toBeLessThan((hits[0]?.score ?? 0) / 2);
  expect(find('駅', 'project').slice(0, 4)).not.toContain('renkei-akachan-no-eki');
  expect(find('環境', 'project').slice(0, 6)).not.toContain('kurume-hoiku-kankyo');
  expect(find('電気', 'project').slice(0, 3)).not.toContain('renkei-chikutetsu'); // 筑豊電気鉄道
  expect(find('ドローン', 'project')).toEqual([]);
});

test('words nobody wrote down lead to what is meant', () => {
  const table: [words: string, kind: 'kpi' | 'project', first: string][] = [
    ['農家が稼げる', 'kpi', 'kurume-kpi-nogyo-shunyu'], // 稼げる is 稼ぐ
    ['キタキューサポーター', 'kpi', 'hyoka-kpi-kitaq-supporter'],
    ['雇われている人の数', 'kpi', 'kurume-kpi-rodosha'],
    ['免許返納', 'project', 'kurume-mobility'],
  ];
  for (const [words, kind, first] of table) expect([words, find(words, kind)[0]]).toEqual([words, first]);
});

test('words that say nothing find nothing rather than everything', () => {
  expect(opened.index.search('指標の一覧を教えてください', { kinds: ['kpi', 'project'] })).toEqual({
    hits: [],
    terms: [],
    readAs: [],
    suggestions: [],
  });
});

test('what is not there is answered with near words', () => {
  const { hits, suggestions } = opened.index.search('火星', { kinds: ['project'] });
  expect(hits).toEqual([]);
  expect(suggestions.length).toBeGreaterThan(0);
  expect(suggestions.length).toBeLessThanOrEqual(5);
});

test('only kinds and records asked for come back', () => {
  const kept = opened.index.search('移住', {
    kinds: ['kpi', 'project'],
    keep: (_, id) => id.startsWith('kurume-'),
  });
  expect(kept.hits.length).toBeGreaterThan(5);
  expect(kept.hits.every((hit) => hit.id.startsWith('kurume-'))).toBe(true);
  expect(opened.index.search('移住', { kinds: [] }).hits).toEqual([]);
});

describe('no input throws', () => {
  const both = { kinds: ['kpi', 'project'] as const };
  const hostile = [
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud83d',
    '😀😀移住',
    '𠮷𠮷野家',
    '<!channel>',
    '__proto__',
    'constructor',
    '()[]{}*+?\\',
    '々',
    'ー',
    '・・・',
    "n'",
    '-'.repeat(500),
  ];
  test.each(hostile)('%j', (typed) => {
    expect(() => opened.index.search(typed, both)).not.toThrow();
  });
  test('ten thousand characters of any kind', () => {
    for (const unit of ['移住', 'いじゅう', 'ijuu', 'ア', '移住 ', 'がんけんしんを', '令和8年度'])
      expect(() => opened.index.search(unit.repeat(3000).slice(0, 10_000), both)).not.toThrow();
  });
  test('any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(opened.index.search(typed, both).hits.every((hit) => hit.score > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index file', () => {
  const file = new URL('../../index/search-index.json', import.meta.url);

  test('the committed index was built from the committed seeds and word lists (npm run index)', () => {
    expect(buildIndexText(opened).json === readFileSync(file, 'utf8')).toBe(true);
  });

  test('a fitting file is used and answers as the index built in memory', () => {
    const { repository, tokenizer, wordLists } = opened;
    const warnings: string[] = [];
    const index = createSearchIndex({
      repository,
      tokenizer,
      wordLists,
      serialized: buildIndexText(opened).json,
      warn: (message) => warnings.push(message),
    });
    expect(index.stale).toBe(false);
    expect(warnings).toEqual([]);
    for (const words of ['移住', 'いじゅう', '宿泊社数', '赤ちゃん 外出'])
      expect(index.search(words, { kinds: ['kpi', 'project'] })).toEqual(
        opened.index.search(words, { kinds: ['kpi', 'project'] }),
      );
  });

  test.each([
    ['a missing one', undefined, 'missing'],
    ['a broken one', '{"hash":', 'does not fit'],
    ['one of other seeds', '{"hash":"0","documents":[],"words":[]}', 'does not fit'],
  ])('%s is replaced in memory with a warning', (_, serialized, reason) => {
    const { repository, tokenizer, wordLists } = opened;
    const warnings: string[] = [];
    const index = createSearchIndex({
      repository,
      tokenizer,
      wordLists,
      ...(serialized === undefined ? {} : { serialized }),
      warn: (message) => warnings.push(message),
    });
    expect(index.stale).toBe(true);
    expect(warnings).toEqual([expect.stringContaining(reason)]);
    expect(index.search('移住', { kinds: ['project'] }).hits[0]?.id).toBe('hyoka-teiju-iju');
  });
});
