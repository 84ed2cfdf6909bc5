// What a start takes from the file beside the index, held against what it would work out by itself.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFacts } from '../../../src/facts/facts.ts';
import { loadTokenizer } from '../../../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../../src/language/words/lexicon-texts.ts';
import { PhraseTable } from '../../../src/language/words/phrase-table.ts';
import { Synonyms } from '../../../src/language/words/synonyms.ts';
import { loadWordLists } from '../../../src/language/words/word-lists.ts';
import {
  createVocabulary,
  prepareSounds,
  prepareVocabulary,
  type VocabularyParts,
} from '../../../src/question/vocabulary.ts';
import { createSearchIndex, prepareWords } from '../../../src/search/search-index.ts';
import {
  bundledCode,
  type Prepared,
  preparedHash,
  readPrepared,
  writePrepared,
} from '../../../src/start/bot/prepared.ts';
import { open, ownTexts, seedTexts, together } from '../../support/other-plans.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakaru-prepared-'));
const file = join(folder, 'prepared.dict');
const root = join(import.meta.dirname, '../../..');
const wordLists = loadWordLists(join(root, 'index'));
let parts: VocabularyParts;
let kept: Prepared;

beforeAll(async () => {
  const repository = open(together(seedTexts(), ownTexts()));
  const tokenizer = await loadTokenizer();
  const search = createSearchIndex({ repository, tokenizer, wordLists });
  const lexicon = readLexicon(join(root, 'index'));
  parts = { repository, search, tokenizer, lexicon, wordLists, facts: createFacts(repository) };
  writePrepared(file, 'made-from-these', {
    words: prepareWords(wordLists),
    vocabulary: { ...prepareVocabulary(parts), sounds: prepareSounds(parts) },
  });
  kept = readPrepared(file, 'made-from-these') as Prepared;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All but what they were made from, what was cut on the way, and the lexicon inside another table. */
function tablesOf(made: object): object {
  const left = ['prepared', 'cuts', 'lexicon', 'tokenizer'];
  return Object.fromEntries(Object.entries(made).filter(([name]) => !left.includes(name)));
}

describe('the prepared tables equal those worked out anew', () => {
  test.each(['lexicon', 'names', 'planWords', 'near'] as const)('%s', (table) => {
    const taken = createVocabulary({ ...parts, prepared: kept.vocabulary });
    expect(tablesOf(taken[table])).toEqual(tablesOf(createVocabulary(parts)[table]));
  });

  test('no form of the lexicon is cut at a start', () => {
    let cut = 0;
    const tokenizer = Object.assign(Object.create(parts.tokenizer), {
      tokenize(text: string) {
        cut += 1;
        return parts.tokenizer.tokenize(text);
      },
    });
    createVocabulary({ ...parts, tokenizer, prepared: kept.vocabulary });
    expect(cut).toBe(0);
    createVocabulary({ ...parts, tokenizer });
    expect(cut).toBeGreaterThan(1000);
  });

  test('the first question by sound is read alike, and no name is cut for it', () => {
    let cut = 0;
    const tokenizer = Object.assign(Object.create(parts.tokenizer), {
      tokenize(text: string) {
        cut += 1;
        return parts.tokenizer.tokenize(text);
      },
    });
    const question = 'ぼうはんとうせっちじぎょうのよさん';
    const anew = createVocabulary({ ...parts, tokenizer }).kana.read(question);
    expect(cut).toBeGreaterThan(1000);
    cut = 0;
    const taken = createVocabulary({ ...parts, tokenizer, prepared: kept.vocabulary }).kana.read(question);
    expect(taken).toEqual(anew);
    expect(taken.text).toContain('防犯灯設置事業');
    expect(cut).toBeLessThan(200);
  });

  test('phrases and synonyms', () => {
    expect(new PhraseTable(wordLists, kept.words.phrases)).toEqual(new PhraseTable(wordLists));
    expect(new Synonyms(wordLists, kept.words.synonyms)).toEqual(new Synonyms(wordLists));
  });
});

describe('a file that is not right is not taken', () => {
  test('made from something else', () => {
    expect(readPrepared(file, 'made-from-others')).toBeUndefined();
  });

  test('one byte flipped, wherever it stands', () => {
    const right = readFileSync(file);
    const damaged = join(folder, 'damaged.dict');
    for (const at of [0, 17, 30, 200, Math.floor(right.length / 2), right.length - 1]) {
      const bytes = Buffer.from(right);
      bytes[at] = (bytes[at] as number) ^ 1;
      writeFileSync(damaged, bytes);
      expect(readPrepared(damaged, 'made-from-these'), `byte ${at}`).toBeUndefined();
    }
  });

  test('torn, empty or absent', () => {
    const torn = join(folder, 'torn.dict');
    writeFileSync(torn, readFileSync(file).subarray(0, 5000));
    expect(readPrepared(torn, 'made-from-these')).toBeUndefined();
    writeFileSync(torn, '');
    expect(readPrepared(torn, 'made-from-these')).toBeUndefined();
    expect(readPrepared(join(folder, 'none.dict'), 'made-from-these')).toBeUndefined();
  });
});

test('another code, index or lexicon has another hash; sources are never prepared', () => {
  const hash = preparedHash('chunk-AAAAAAAA.js', 'index', { kinds: { kpi: ['指標'] } });
  expect(preparedHash('chunk-AAAAAAAA.js', 'index', { kinds: { kpi: ['指標'] } })).toBe(hash);
  expect(preparedHash('chunk-BBBBBBBB.js', 'index', { kinds: { kpi: ['指標'] } })).not.toBe(hash);
  expect(preparedHash('chunk-AAAAAAAA.js', 'other', { kinds: { kpi: ['指標'] } })).not.toBe(hash);
  expect(preparedHash('chunk-AAAAAAAA.js', 'index', { kinds: { kpi: ['指標値'] } })).not.toBe(hash);
  expect(bundledCode('file:///dist/chunk-AAAAAAAA.js')).toBe('chunk-AAAAAAAA.js');
  expect(bundledCode(import.meta.url)).toBeNull();
});
