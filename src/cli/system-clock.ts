// The machine's time, for the terminal commands.
import type { Clock } from '../ports/clock.ts';

/** Asked anew for every reading. */
export const systemClock: Clock = { now: () => new Date() };
