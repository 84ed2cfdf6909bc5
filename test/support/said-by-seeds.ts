// What an answer over the seeds says first.
import { beforeAll } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from './seeded-bot.ts';

/** Asks the seeds and gives the first sentences after NFKC; `context` is the question before in the thread. */
export function saidBySeeds(): (ask: string, context?: string) => Promise<string> {
  let bot: Bot;
  beforeAll(async () => {
    bot = await seededBot();
  });
  return async (ask, context) =>
    (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');
}
