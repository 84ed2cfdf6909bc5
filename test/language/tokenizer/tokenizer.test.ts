// The tokenizer against stock kuromoji, hostile text, and failing loads.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import kuromoji from 'kuromoji';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  keepTokenizer,
  loadTokenizer,
  type Token,
  type Tokenizer,
} from '../../../src/language/tokenizer/tokenizer.ts';
import { OWN_SENTENCES, seedTexts } from '../../search/tokenizer-texts.ts';

const dictionaryFolder = join(
  dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')),
  'dict',
);
const temporary = mkdtempSync(join(tmpdir(), 'hakaru-tokenizer-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
});

const surfaces = (text: string) => tokenizer.tokenize(text).map(({ surface }) => surface);

test('a word carries its place, part of speech, dictionary form and reading', () => {
  expect(tokenizer.tokenize('KitaQへ引っ越した')).toEqual([
    {
      surface: 'KitaQ',
      start: 0,
      end: 5,
      pos: '名詞',
      posDetail1: '固有名詞',
      base: 'KitaQ',
      reading: '',
      known: false,
    },
    {
      surface: 'へ',
      start: 5,
      end: 6,
      pos: '助詞',
      posDetail1: '格助詞',
      base: 'へ',
      reading: 'ヘ',
      known: true,
    },
    {
      surface: '引っ越し',
      start: 6,
      end: 10,
      pos: '動詞',
      posDetail1: '自立',
      base: '引っ越す',
      reading: 'ヒッコシ',
      known: true,
    },
    {
      surface: 'た',
      start: 10,
      end: 11,
      pos: '助動詞',
      posDetail1: '*',
      base: 'た',
      reading: 'タ',
      known: true,
    },
  ]);
});

describe('the tokens are those of kuromoji', () => {
  let stock: kuromoji.Tokenizer<kuromoji.IpadicFeatures>;
  beforeAll(async () => {
    stock = await new Promise((resolve, reject) => {
      kuromoji
        .builder({ dicPath: dictionaryFolder })
        .build((error, built) => (error ? reject(error) : resolve(built)));
    });
  });

  const ours = (text: string) => tokenizer.tokenize(text).map(line).join('\n');
  const theirs = (text: string) =>
    stock
      .tokenize(text)
      .map((token) =>
        line({
          surface: token.surface_form,
          pos: token.pos,
          posDetail1: token.pos_detail_1,
          base: token.basic_form === '*' ? token.surface_form : token.basic_form,
          reading: token.reading ?? '',
          known: token.word_type === 'KNOWN',
        }),
      )
      .join('\n');

  test('on sentences of our own', () => {
    for (const text of OWN_SENTENCES) expect(ours(text)).toBe(theirs(text));
  });

  test('on every string of the seeds', () => {
    const texts = seedTexts();
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(ours(text)).toBe(theirs(text));
  });

  test('on 10,000 random sentences made of the words of the seeds', () => {
    const texts = [...seedTexts(), ...OWN_SENTENCES];
    const words = [
      ...new Set(texts.flatMap((text) => stock.tokenize(text).map((token) => token.surface_form))),
    ]
      // A run of astral characters is where kuromoji loses the rest of a sentence.
      .filter((word) => !/[\ud800-\udfff]/.test(word));
    const random = numbers(20_261_121);
    for (let i = 0; i < 10_000; i++) {
      const length = 2 + (random() % 12);
      const sentence = Array.from({ length }, () => words[random() % words.length]).join('');
      if (ours(sentence) !== theirs(sentence)) expect(ours(sentence)).toBe(theirs(sentence));
    }
  });
});

describe('where kuromoji is wrong', () => {
  test('nothing is lost behind two characters outside the basic plane', () => {
    expect(surfaces('😀😀移住')).toEqual(['😀😀', '移住']);
    expect(surfaces('𠮷𠮷野家')).toEqual(['𠮷𠮷', '野家']);
  });

  test('half a surrogate pair and NUL are words like any unknown sign', () => {
    expect(surfaces('移住\ud83d')).toEqual(['移住', '\ud83d']);
    expect(surfaces('移住\0定住')).toEqual(['移住', '\0', '定住']);
  });
});

describe('any string is covered without gap or overlap', () => {
  const hostile = {
    'one run of katakana': 'ア'.repeat(100_000),
    'one run of letters': 'a'.repeat(100_000),
    'kanji without a stop': '漢'.repeat(20_000),
    'words without a stop': '移住定住の推進について'.repeat(5_000),
    'emoji only': '😀'.repeat(20_000),
    'halves of pairs only': '\ud83d'.repeat(20_000),
    'reversed pairs': '\ude00\ud83d'.repeat(10_000),
    'NUL only': '\0'.repeat(20_000),
    'control characters': Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(i % 32)).join(''),
    'line breaks only': '\r\n'.repeat(10_000),
    'stops only': '。、'.repeat(10_000),
    'every unit of the basic plane': Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).join(
      '',
    ),
  };
  test.each(Object.entries(hostile))('%s', (_, text) => expectCovered(text));

  test('random strings, broken ones among them', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '移住',
        'を',
        '。',
        '\n',
        '\ud83d',
        '\ude00',
        '😀',
        '\0',
        'ア',
        '1,500',
        'ｶﾞ',
        'か\u3099',
      ),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => expectCovered(pieces.join(''))));
  });

  function expectCovered(text: string): void {
    let at = 0;
    for (const { surface, start, end } of tokenizer.tokenize(text)) {
      if (start !== at || end <= start || text.slice(start, end) !== surface) {
        expect.fail(`${JSON.stringify(surface)} at ${start}–${end}, expected from ${at}`);
      }
      at = end;
    }
    expect(at).toBe(text.length);
  }
});

describe('loading', () => {
  test('happens once for an owner, and anew for another', async () => {
    const own = keepTokenizer();
    const [first, again] = await Promise.all([own(), own()]);
    expect(first).toBe(again);
    expect(first).not.toBe(tokenizer);
  });

  test('a failed load names the folder, and the next call tries again', async () => {
    const folder = join(temporary, 'dict');
    const kept = keepTokenizer({ dictionaryFolder: folder });
    await expect(kept()).rejects.toMatchObject({
      code: 'dictionary-unreadable',
      path: folder,
      message: `dictionary files cannot be read: ${folder}`,
    });
    symlinkSync(dictionaryFolder, folder);
    const retried = await kept();
    expect(retried.tokenize('移住').map(({ reading }) => reading)).toEqual(['イジュウ']);
  });
});

function line(token: Omit<Token, 'start' | 'end'>): string {
  return [token.surface, token.pos, token.posDetail1, token.base, token.reading, token.known].join('|');
}

/** Pseudo-random whole numbers, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
