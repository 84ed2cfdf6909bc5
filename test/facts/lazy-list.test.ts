// Lists of very many subjects make those that are looked at, and no others.
import { expect, test } from 'vitest';
import {
  anyPlaceIn,
  eachPlaceIn,
  joined,
  lazyList,
  pick,
  pickLater,
  remade,
  sourceOf,
} from '../../src/facts/lazy-list.ts';

interface Item {
  kind: 'project';
  at: number;
  name: string;
}

/** A million of them; `made` counts. */
function million() {
  const made: number[] = [];
  const list = lazyList<Item>('project', 1_000_000, (at) => {
    made.push(at);
    return { kind: 'project', at, name: `事業${at}` };
  });
  return { list, made };
}

test('only what is looked at is made', () => {
  const { list, made } = million();
  expect(list.length).toBe(1_000_000);
  expect(list[999_999]?.name).toBe('事業999999');
  expect(list[1_000_000]).toBeUndefined();
  const [first] = list;
  expect(first?.at).toBe(0);
  expect(list.slice(3, 5).map(({ at }) => at)).toEqual([3, 4]);
  expect(list.slice(-1).map(({ at }) => at)).toEqual([999_999]);
  expect(made).toEqual([999_999, 0, 3, 4, 999_999]);
});

test('those that pass are picked by their places, in their order, and none is made for it', () => {
  const { list, made } = million();
  const picked = pick(
    pick(list, (at) => at % 250_000 === 1),
    (at) => at > 1,
  );
  expect(picked.length).toBe(3);
  expect(anyPlaceIn(picked, (at) => at === 500_001)).toBe(true);
  expect(anyPlaceIn(picked, (at) => at === 1)).toBe(false);
  const places: number[] = [];
  eachPlaceIn(picked.slice(1), (at) => places.push(at));
  expect(places).toEqual([500_001, 750_001]);
  expect(made).toEqual([]);
  expect([...picked].map(({ name }) => name)).toEqual(['事業250001', '事業500001', '事業750001']);
});

test('a list made from another keeps its places and its kind', () => {
  const { list, made } = million();
  const source = sourceOf(pick(list, (at) => at === 7));
  if (!source) throw new Error('no lazy list');
  const ids = remade(source, (place) => `p${place}`);
  expect([ids.length, ids[0], sourceOf(ids)?.kind]).toEqual([1, 'p7', 'project']);
  expect(made).toEqual([]);
});

test('an ordinary list is gone through as it is', () => {
  const items = [4, 2].map((at) => ({ at, name: '' }));
  expect(sourceOf(items)).toBeUndefined();
  expect(pick(items, (at) => at > 3)).toEqual([{ at: 4, name: '' }]);
  expect(anyPlaceIn(items, (at) => at === 2)).toBe(true);
});

test('what is joined to a lazy list stands in it once, and nothing is made', () => {
  const { list, made } = million();
  const found: Item[] = [9, 5].map((at) => ({ kind: 'project', at, name: '' }));
  const few = pick(list, (at) => at === 5 || at === 6);
  const places: number[] = [];
  eachPlaceIn(joined([found, [], few]), (at) => places.push(at));
  expect(places).toEqual([9, 5, 6]);
  expect(joined([[], few])).toBe(few);
  expect(joined([found, found])).toHaveLength(4);
  expect(made).toEqual([]);
});

test('those that are counted are looked for when one of them is looked at', () => {
  const { list, made } = million();
  let asked = 0;
  const keeps = (at: number) => {
    asked += 1;
    return at % 400_000 === 7;
  };
  const later = pickLater(list, 3, keeps);
  expect([later.length, asked]).toEqual([3, 0]);
  expect(later.map(({ at }) => at)).toEqual([7, 400_007, 800_007]);
  expect(asked).toBe(1_000_000);
  expect(pickLater(list, 0, keeps)).toEqual([]);
  expect(pickLater(list, list.length, keeps)).toBe(list);
  expect(made.length).toBeLessThan(10);
  const items = [4, 2].map((at) => ({ at, name: '' }));
  expect(pickLater(items, 1, (at) => at > 3)).toEqual([{ at: 4, name: '' }]);
});

test('places that come later are put together once, when an item is looked at', () => {
  let found = 0;
  const find = () => {
    found += 1;
    return Int32Array.from([7, 40, 900]);
  };
  const list = lazyList<Item>('project', { length: 3, find }, (at) => ({
    kind: 'project',
    at,
    name: `事業${at}`,
  }));
  expect(list.length).toBe(3);
  expect(sourceOf(list)?.length).toBe(3);
  expect(found).toBe(0);
  expect(list[2]?.at).toBe(900);
  expect(list.slice(0, 2).map(({ at }) => at)).toEqual([7, 40]);
  const places: number[] = [];
  eachPlaceIn(list, (at) => places.push(at));
  expect(places).toEqual([7, 40, 900]);
  expect(found).toBe(1);
});
