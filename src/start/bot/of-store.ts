// The bot of a running app with the plans of its store, and what keeps it up to date.
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { within } from '../../slack/within.ts';
import type { PlanFollowing } from '../follow/plans.ts';
import { appTokenizer, openBot } from '../open-bot.ts';
import { readBrought, seedsOnly } from '../plans/source.ts';
import { createLivingBot } from './living.ts';

/** How long a start waits for the store. */
const patience = 3000;

/** Opens the bot; a store that is down at the start is read when it is back. */
export async function openLiving(
  clock: Clock,
  parts: { store: Store; log: Logger; seeds: boolean; indexFolder: string },
): Promise<PlanFollowing> {
  const { store, log, seeds, indexFolder } = parts;
  const empty = { brought: [], seq: 0 };
  const reading = readBrought(store).catch((error: unknown) => {
    log.error({ err: error }, 'brought plans could not be read yet');
    return empty;
  });
  const source = { ...seedsOnly, seeds, indexFolder, ...(await within(patience, reading, empty)) };
  const tokenizer = appTokenizer();
  const bot = await openBot(clock, (message) => log.warn(message), source, tokenizer);
  return { living: createLivingBot(bot), source, store, log, tokenizer };
}
