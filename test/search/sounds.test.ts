import { describe, expect, test } from 'vitest';
import { Sounds } from '../../src/search/sounds.ts';

const readings = [
  'イジュウ',
  '',
  'イジユウ',
  'イジュウシエン',
  'キョウイク',
  'キョイク',
  'カンコウ',
  'カンコウ',
  'コウカン',
  'IT',
];
const sounds = new Sounds(readings);
const apart = (reading: string, allowed: number) =>
  [...sounds.apart(reading, allowed)].flatMap(({ words, distance }) =>
    words.map((word) => [readings[word], distance]),
  );

describe('words by their sound', () => {
  test('exactly: all words of the reading, none for what has no sound', () => {
    expect(sounds.same('カンコウ')).toEqual([6, 7]);
    expect(sounds.same('IT')).toEqual([]);
    expect(sounds.same('')).toEqual([]);
  });

  test('long vowels aside, in the order of the words', () => {
    expect(sounds.loose('キョウイク')).toEqual([4, 5]);
    expect(sounds.loose('キョーイク')).toEqual([4, 5]);
    expect(sounds.loose('カンコ')).toEqual([6, 7]);
  });

  test('begun: everything that goes on, and what is whole', () => {
    expect([...sounds.begun('イジュ')].map(({ reading }) => reading).sort()).toEqual([
      'イジュウ',
      'イジュウシエン',
    ]);
    expect([...sounds.begun('ン')]).toEqual([]);
  });

  test('apart: a kana too few, too many or another one', () => {
    expect(apart('イジュー', 1)).toEqual([['イジュウ', 1]]);
    expect(apart('キョイイク', 1).sort()).toEqual([
      ['キョイク', 1],
      ['キョウイク', 1],
    ]);
    expect(apart('イジシエン', 2)).toEqual([['イジュウシエン', 2]]);
    expect(apart('ヒコウキノリバヘノチズ', 2)).toEqual([]);
  });

  test('apart: a search finds what comparing all of them finds', () => {
    const distance = (one: string, other: string): number => {
      if (one === '' || other === '') return Math.max(one.length, other.length);
      const [a, b] = [one.slice(1), other.slice(1)];
      if (one[0] === other[0]) return distance(a, b);
      return 1 + Math.min(distance(a, other), distance(one, b), distance(a, b));
    };
    for (const typed of [
      ...readings.filter((one) => /^[ァ-ヺ]+$/.test(one)),
      'カンカン',
      'コウイク',
      'イシエン',
    ])
      expect(apart(typed, 2).sort()).toEqual(
        readings
          .filter((one) => /^[ァ-ヺ]+$/.test(one) && distance(typed, one) <= 2)
          .map((one) => [one, distance(typed, one)])
          .sort(),
      );
  });
});
