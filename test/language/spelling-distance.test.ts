// How far typed words stand from those of the index, as a table.
import { describe, expect, test } from 'vitest';
import { distanceWithin, isWithin, pairs } from '../../src/language/spelling-distance.ts';

describe('slips between a typed word and the nearest stretch of another', () => {
  test.each([
    ['浸水害対策', '浸水被害対策', 1, 'a character dropped'],
    ['観光費消額', '観光消費額', 1, 'two that changed places are one slip'],
    ['リノベーシン', 'リノベーション', 1, 'a dropped ョ'],
    ['観光', '北九州観光推進', 0, 'what stands around it costs nothing'],
    ['空き屋', '空き家', 1, 'another character'],
  ])('%s → %s: %i (%s)', (typed, word, slips) => {
    expect(distanceWithin(typed, word, 3)).toBe(slips);
  });

  test('more slips than allowed count as one more than allowed', () => {
    expect(distanceWithin('水道技術', '子育て支援', 1)).toBe(2);
  });
});

test('a word lies within another when its characters stand there in order', () => {
  expect(isWithin('空家', '空き家')).toBe(true);
  expect(isWithin('家空', '空き家')).toBe(false);
});

test('a word of n characters has n - 1 pairs, one character none', () => {
  expect(pairs('移住者')).toEqual(['移住', '住者']);
  expect(pairs('山')).toEqual([]);
});
