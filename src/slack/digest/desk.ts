// What a scheduler keeps between two looks at the clock: which digests it works on, and when to go on with those that wait.
import { type Day, dayInJapan } from '../../ports/clock.ts';
import { type DigestPost, StoreUnavailable, type Subscription } from '../../ports/store.ts';
import { postClaimed } from './post.ts';
import type { Poster } from './steps.ts';

export interface Desk extends Poster {
  /** One work after the other, each in a turn of its own. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Digests this copy waits with: when to go on. Those of other days are forgotten. */
  waiting: Map<string, { tries: number; until: number }>;
  working: Set<string>;
}

/** Waits between tries of one digest, in seconds; the last one is kept. */
const backOff = [30, 60, 120, 300, 600];

export function openDesk(poster: Poster): Desk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...poster,
    waiting: new Map(),
    working: new Set(),
    inTurn(work) {
      const mine = last.then(() => poster.context.turns.mine()).then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

export function keyOf(id: string, day: Day): string {
  return `${day} ${id}`;
}

/** Forgets the waits of other days. */
export function tidy({ waiting }: Desk, day: Day): void {
  for (const key of waiting.keys()) if (!key.startsWith(day)) waiting.delete(key);
}

/** Whether a digest that failed before may be tried again. */
export function mayTry({ waiting, context }: Desk, id: string, day: Day): boolean {
  const wait = waiting.get(keyOf(id, day));
  return wait === undefined || context.clock.now().getTime() >= wait.until;
}

function waitLonger({ waiting, context }: Desk, key: string, atLeast: number): number {
  const tries = (waiting.get(key)?.tries ?? 0) + 1;
  const seconds = Math.max(atLeast, backOff[Math.min(tries, backOff.length) - 1] ?? 600);
  waiting.set(key, { tries, until: context.clock.now().getTime() + seconds * 1000 });
  return tries;
}

/** Posts a claimed digest and remembers when to try again. */
export async function run(desk: Desk, subscription: Subscription, post: DigestPost): Promise<void> {
  const key = keyOf(post.subscription, post.day);
  const ended = await postClaimed(desk, subscription, post);
  if (ended.done) desk.waiting.delete(key);
  else waitLonger(desk, key, ended.waitSeconds);
}

/** One at a time per digest in this copy; other copies are kept out by the store. */
export async function alone(desk: Desk, id: string, day: Day, work: () => Promise<void>): Promise<void> {
  const key = keyOf(id, day);
  if (desk.working.has(key)) return;
  desk.working.add(key);
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    // Said once; what fails for the same reason again and again waits longer and longer.
    const today = keyOf(id, dayInJapan(desk.context.clock.now()));
    const tries = waitLonger(desk, today, 0);
    const line = { err: error, subscription: id, day, tries };
    if (tries === 1) desk.context.log.error(line, 'a digest failed');
    else desk.context.log.debug(line, 'a digest failed again');
  } finally {
    desk.working.delete(key);
  }
}
