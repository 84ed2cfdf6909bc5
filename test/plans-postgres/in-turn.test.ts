// Questions at once wait for their rows in several rounds each.
import { expect, test } from 'vitest';
import { InTurn } from '../../src/plans-postgres/read/in-turn.ts';

test('of those that could go on the question that was asked first does', async () => {
  const inTurn = new InTurn();
  const gone: string[] = [];
  let arrived: () => void = () => undefined;
  const rows = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const first = inTurn.ask(async (turn) => {
    await turn();
    gone.push('first');
    await rows;
    await turn();
    gone.push('first again');
  });
  const others = ['second', 'third'].map((name) =>
    inTurn.ask(async (turn) => {
      await turn();
      gone.push(name);
      // The rows of the first come in while the others still wait.
      arrived();
    }),
  );
  expect(inTurn.running).toBe(3);
  await Promise.all([first, ...others]);
  expect(gone).toEqual(['first', 'second', 'first again', 'third']);
  expect(inTurn.running).toBe(0);
});

test('a question that fails is on its way no longer', async () => {
  const inTurn = new InTurn();
  await expect(inTurn.ask(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(inTurn.running).toBe(0);
});
