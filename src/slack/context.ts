// What every listener gets: the bot, the store, the settings, the time and the log.
import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** The running pieces the listeners work with. */
export interface SlackContext {
  bot: Bot;
  store: Store;
  config: Config;
  clock: Clock;
  log: Logger;
}

/** One row of the listener table: registers its listeners on the app. */
export type RegisterListener = (app: App, context: SlackContext) => void;
