// Work after acknowledgements, one piece at a time and only while nothing new comes in: hundreds at once are all acknowledged first.
import { setImmediate as breath } from 'node:timers/promises';

/** Turns of the event loop in which nothing came: a new connection needs three until its request is read, and each turn takes one. */
const calmTurns = 4;
/** Whoever waits is not held back longer than this by those who come. */
const patience = 200;

/** The row of those who wait. */
export interface Turns {
  /** Something came from Slack. */
  arrived(): void;
  /** Settles when it is the caller's turn, in the order of asking. */
  mine(): Promise<void>;
}

export function createTurns(): Turns {
  let arrivals = 0;
  let known = 0;
  let last: Promise<void> = Promise.resolve();
  async function calm(): Promise<void> {
    await breath();
    const until = performance.now() + patience;
    for (let turns = 0; arrivals !== known && turns < calmTurns && performance.now() < until; turns += 1) {
      const seen = arrivals;
      await breath();
      if (arrivals !== seen) turns = 0;
    }
    known = arrivals;
  }
  return {
    arrived() {
      arrivals += 1;
    },
    mine() {
      last = last.then(calm);
      return last;
    },
  };
}
