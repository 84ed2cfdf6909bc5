// Work waits for its turn, and for a moment in which nothing comes in.
import { setImmediate as breath } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/slack/turns.ts';

test('each work has a turn of the event loop of its own, in the order of asking', async () => {
  const turns = createTurns();
  const happened: string[] = [];
  const other = setInterval(() => happened.push('other'), 0);
  const work = async (name: string) => {
    await turns.mine();
    happened.push(name);
    // So long that a timer is due afterwards.
    for (const end = performance.now() + 3; performance.now() < end; );
  };
  await Promise.all([work('one'), work('two'), work('three')]);
  clearInterval(other);
  const order = happened.filter((name, i) => name !== 'other' || happened[i - 1] !== 'other');
  expect(order.join(' ').replace(/^other /, '')).toBe('one other two other three');
});

test('while requests come in work waits, and goes on when no more come', async () => {
  const turns = createTurns();
  let worked = false;
  turns.arrived();
  const work = turns.mine().then(() => {
    worked = true;
  });
  for (let request = 0; request < 20; request += 1) {
    turns.arrived();
    await breath();
    expect(worked, `request ${request}`).toBe(false);
  }
  await work;
  expect(worked).toBe(true);
});
