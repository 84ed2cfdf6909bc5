// The running bot around the Slack app: store, recorded results of other copies, digests, stop.
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { type CreateAppOptions, createApp } from '../slack/create-app.ts';
import { followStore } from './follow-store.ts';
import { createReopeningStore } from './reopening-store.ts';

export interface Running {
  port: number | null;
  stop(): Promise<void>;
}

/** Opens the store lazily and keeps going without it. */
export function openStoreLazily(config: Config, sqliteFile: string, log: Logger): Store {
  return createReopeningStore(
    async () => {
      const { openStore } = await import('../stores/open-store.ts');
      return await openStore({
        ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
        sqliteFile,
      });
    },
    (down, cause) =>
      down
        ? log.error({ err: cause }, 'store down: questions go on, recording and digests are off')
        : log.info('store is back: recording and digests are on'),
    () => performance.now(),
  );
}

/** Starts everything around a bot; rejects with the SDK's error when Slack refuses the token. */
export async function runApp(
  bot: Bot,
  store: Store,
  config: Config,
  clock: Clock,
  log: Logger,
  options: CreateAppOptions = {},
): Promise<Running> {
  const context = { bot, store, config, clock, log };
  const following = followStore(store, bot.repository, log);
  const slack = createApp(context, options);
  const { port } = await slack.start();
  return {
    port,
    async stop() {
      await slack.stop();
      following.stop();
      await store.close();
    },
  };
}
