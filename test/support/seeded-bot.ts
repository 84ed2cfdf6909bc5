// The real bot over the real seeds, at a fixed instant, opened once per test file.
import type { Bot } from '../../src/bot.ts';
import { openBot } from '../../src/start/open-bot.ts';

/** Saturday, 21 November 2026 in Japan. */
export const noon = { now: () => new Date('2026-11-21T03:00:00Z') };

export function seededBot(): Promise<Bot> {
  return openBot(noon);
}
