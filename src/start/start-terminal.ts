// Opens the bot for the terminal, with the results recorded so far.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import { takeEntries } from './follow-store.ts';
import { openBot } from './open-bot.ts';
import { packageRoot } from './package-root.ts';
import { openStoreLazily } from './run-app.ts';
import { runTerminal } from './run-terminal.ts';

export async function startTerminal(config: Config): Promise<void> {
  const bot = await openBot({ now: () => new Date() }, process.env);
  const sqliteFile = join(config.dataDir ?? join(packageRoot(), 'data'), 'hakaru.sqlite');
  // A prompt alone creates no database.
  if (config.databaseUrl || existsSync(sqliteFile)) {
    const log = pino({ level: config.logLevel }, pino.destination(2));
    const store = openStoreLazily(config, sqliteFile, log);
    await takeEntries(store, bot.repository).catch(() => 0);
    await store.close();
  }
  await runTerminal(bot, process.stdin, process.stdout);
}
