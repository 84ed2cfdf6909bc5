// Readings and spellings as keys.
import { describe, expect, test } from 'vitest';
import { looseReadingKey, readingKey, romajiToKatakana, spellingKey } from '../../src/language/kana.ts';

describe('Latin letters are read as Japanese', () => {
  const table: [typed: string, katakana: string | null, why: string][] = [
    ['ijuu', 'イジュウ', 'Hepburn'],
    ['izyuu', 'イジュウ', 'Kunrei'],
    ['ijū', 'イジュウ', 'macron'],
    ['akiya', 'アキヤ', 'plain'],
    ['gakkou', 'ガッコウ', 'doubled consonant'],
    ['matchingu', 'マッチング', 'tch'],
    ["kon'in", 'コンイン', 'apostrophe after n'],
    ['shimbun', 'シンブン', 'm before b'],
    ['tihou', 'チホウ', 'Kunrei ti'],
    ['mice', null, 'an English word'],
    ['kpi', null, 'an abbreviation'],
    ['constructor', null, 'no syllable, and no trap'],
    ['', null, 'nothing'],
  ];
  for (const [typed, katakana, why] of table) {
    test(`${typed} → ${katakana} (${why})`, () => {
      expect(romajiToKatakana(typed)).toBe(katakana);
    });
  }
});

test('kana that sound the same have one key', () => {
  expect(readingKey('つづき')).toBe('ツズキ');
  expect(readingKey('ヴァイオリン')).toBe('バイオリン');
  expect(['イジュ', 'イジュウ', 'イジュー'].map(looseReadingKey)).toEqual(['イジュ', 'イジュ', 'イジュ']);
  expect(looseReadingKey('コウキョウコウツウ')).toBe(looseReadingKey('コーキョーコーツー'));
  expect(looseReadingKey('スイドウ')).not.toBe(looseReadingKey('シドウ'));
});

test('katakana spellings of one word have one key', () => {
  expect(spellingKey('コミュニティー')).toBe(spellingKey('コミュニティ'));
  expect(spellingKey('スタトアップ')).toBe(spellingKey('スタートアップ'));
  expect(spellingKey('インフォーメーションセンター')).toBe(spellingKey('インフォメーションセンタ'));
  expect(spellingKey('ディジタル')).toBe(spellingKey('デジタル'));
  expect(spellingKey('バス')).not.toBe(spellingKey('バスケ'));
});
