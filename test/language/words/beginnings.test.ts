// How far words go that begin with the same two signs.
import { expect, test } from 'vitest';
import { Beginnings } from '../../../src/language/words/beginnings.ts';

const beginnings = new Beginnings(['移住', '移住者', '移民', '市', 'い'.repeat(300)]);

test('the longest word that begins with the two signs at a place tells how far to look', () => {
  expect(beginnings.reach('移住促進事業', 0)).toBe(3);
  expect(beginnings.reach('この移民', 2)).toBe(2);
  expect(beginnings.reach('定住', 0)).toBe(0);
});

test('a word that was added later counts', () => {
  const more = new Beginnings(['移住']);
  more.add('移住促進');
  expect(more.reach('移住促進事業', 0)).toBe(4);
});

test('no word is missed: those of one sign, and those beyond what is counted', () => {
  for (const word of ['移住', '移住者', '移民', '市', 'い'.repeat(300)])
    expect(beginnings.mayBe(word), word).toBe(true);
  expect(beginnings.mayBe('移住者数')).toBe(false);
  expect(beginnings.mayBe('定住')).toBe(false);
});
