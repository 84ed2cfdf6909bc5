// Thousands with the same figure: counted and in their order, but made only when one is looked at.
import { expect, test } from 'vitest';
import { winnersAmong } from '../../../src/answer/run/extreme.ts';
import type { Member } from '../../../src/answer/run/result/scope.ts';
import { lazyList, mapped } from '../../../src/facts/lazy-list.ts';

const first = { way: 'max', top: 1, nth: null } as const;
const memberOf = (at: number): Member => ({
  kind: 'project',
  at,
  subject: { id: `p${at}`, name: `事業${at}`, plan: 'one' },
});
/** Every third of ten thousand, of which every second has the greatest figure. */
const places = Int32Array.from({ length: 3000 }, (_, i) => i * 3);
const values = Float64Array.from(places, (_, i) => (i % 2 === 0 ? 7 : i / 3000));

test('ties among very many are those that are found one by one', () => {
  const made: number[] = [];
  const lazy = lazyList('project', places, (at) => {
    made.push(at);
    return memberOf(at);
  });
  const best = winnersAmong({ members: lazy, values }, first);
  expect([best.length, made.length]).toEqual([1500, 0]);
  expect(best[2]).toEqual({ member: memberOf(12), value: 7, cells: [] });
  expect(made).toEqual([12]);
  const members = Array.from(places, memberOf);
  expect([...best]).toEqual(winnersAmong({ members, values }, first));
  expect(mapped(best, ({ member }) => member.at)[1499]).toBe(8994);
});

test('where more than the tied ones win they stand by their figures', () => {
  const lazy = lazyList('project', places, memberOf);
  const best = winnersAmong({ members: lazy, values }, { ...first, top: 1502 });
  expect(best.map(({ value }) => value).slice(1498)).toEqual([7, 7, 2999 / 3000, 2997 / 3000]);
});
