// What hangs on subjects lies in two arrays; plans may come in any order and hold nothing.
import { expect, test } from 'vitest';
import { packNumbers } from '../../src/plans-postgres/pack.ts';
import { Links } from '../../src/plans-postgres/read/links.ts';

test('each subject has its own list, counted from the first place of its plan', () => {
  const links = new Links(7, [
    { start: 4, there: 100, yes: packNumbers([[1], [], [0, 2]]) },
    { start: 1, there: 10, yes: packNumbers([[], [3, 4, 5, 6, 7, 8]]) },
  ]);
  const lists = Array.from({ length: 7 }, (_, at) => [...links.of(at)]);
  expect(lists).toEqual([[], [], [13, 14, 15, 16, 17, 18], [], [101], [], [100, 102]]);
  const heard: number[][] = [];
  links.each((at, place) => heard.push([at, place]));
  expect(heard).toEqual(lists.flatMap((list, at) => list.map((place) => [at, place])));
});
