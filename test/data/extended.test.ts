import { expect, test } from 'vitest';
import { extended } from '../../src/data/extended.ts';

test('the fields of both, the later ones winning, and the first one stays as it is', () => {
  const from = { id: 'a', name: 'あ' };
  expect(extended(from, { name: 'い', plan: 'p' })).toEqual({ id: 'a', name: 'い', plan: 'p' });
  expect(from).toEqual({ id: 'a', name: 'あ' });
});
