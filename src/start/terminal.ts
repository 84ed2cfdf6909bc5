// Opens the bot for the terminal, with the results recorded so far.
import type { Config } from '../config.ts';
import { StoreUnavailable } from '../ports/store.ts';
import { phrases } from '../present/phrases.ts';
import { farBot } from './bot/asking.ts';
import { takeEntries } from './follow/results.ts';
import { openBot } from './open-bot.ts';
import { sourceHere } from './plans/here.ts';
import { runTerminal } from './prompt.ts';
import { existingStore } from './store/existing.ts';

/** Answers until the input ends. */
export async function startTerminal(config: Config): Promise<void> {
  const settings = { seeds: config.seeds, databaseUrl: config.databaseUrl, dataDir: config.dataDir };
  const source = await sourceHere(settings, console.warn);
  const clock = { now: () => new Date() };
  const bot = config.plansIn
    ? await farBot(config.plansIn, clock, config.databaseUrl)
    : await openBot(clock, console.warn, source);
  const store = await existingStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  let note: string | null = null;
  if (store) {
    await takeEntries(store, bot.repository).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
      note = phrases.unreadResults;
    });
    await store.close();
  }
  await runTerminal(bot, { input: process.stdin, output: process.stdout, note });
}
