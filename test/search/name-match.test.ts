// What the whole question adds to a record whose name it fits.
import { expect, test } from 'vitest';
import { brevity, nameBonus, signsOf } from '../../src/search/name-match.ts';

test('the full name, also as an alias, gains most', () => {
  expect(nameBonus(['移住促進事業', '移住事業'], '移住事業')).toBe(1.5);
});

test('a name that holds the question gains the more, the more of it is asked', () => {
  expect(nameBonus(['移住促進事業'], '移住促進')).toBeCloseTo(0.453, 3);
  expect(nameBonus(['移住促進事業'], '移住')).toBeCloseTo(0.287, 3);
});

test('a question that holds a name of four characters or more gains; shorter names are chance', () => {
  expect(nameBonus(['宿泊者数'], '北九州宿泊者数')).toBeCloseTo(0.471, 3);
  expect(nameBonus(['移住'], '移住促進')).toBe(0);
});

test('one character alone fits no name', () => {
  expect(nameBonus(['山'], '山')).toBe(0);
});

test('of two names a shorter one gains a little more', () => {
  expect(brevity(['宿泊者数'])).toBeCloseTo(0.0714, 4);
  expect(brevity(['北九州都市圏域内の宿泊者数'])).toBeCloseTo(0.0435, 4);
});

test('a text that stands in another has no sign that the other lacks', () => {
  const [whole, part, other] = ['移住促進事業', '移住促進', '観光'].map(signsOf) as [number, number, number];
  expect(part & ~whole).toBe(0);
  expect(other & ~whole).not.toBe(0);
});
