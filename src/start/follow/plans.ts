// Takes up what people brought, in every copy: asks the store for new steps, builds the index apart, then changes the bot.
import type { Logger } from 'pino';
import type { KeptTokenizer } from '../../language/tokenizer/tokenizer.ts';
import { type Store, StoreUnavailable } from '../../ports/store.ts';
import type { LivingBot } from '../bot/living.ts';
import { buildIndexApart } from '../index/build-apart.ts';
import { openBot } from '../open-bot.ts';
import { type PlanSource, readBrought } from '../plans/source.ts';

/** Plans that are being followed. */
export interface FollowedPlans {
  /** Looks now, and settles once the newest step answers. @throws StoreUnavailable */
  take(): Promise<void>;
  /** Seq of the newest step that was taken up, or could not be. */
  known(): number;
  stop(): void;
}

/** What following needs. */
export interface PlanFollowing {
  living: LivingBot;
  /** What the bot was opened with. */
  source: PlanSource;
  store: Store;
  log: Logger;
  /** Of every bot that is opened. */
  tokenizer: KeptTokenizer;
}

/** Follows until stopped. A plan that cannot be opened is logged once and the plans before go on. */
export function followPlans(
  { living, source, store, log, tokenizer }: PlanFollowing,
  every = 1500,
): FollowedPlans {
  let known = source.seq;
  let stopped = false;
  let taking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function takeNew(): Promise<void> {
    const newest = await store.lastPlanSeq();
    if (newest === known || stopped) return;
    const next: PlanSource = { ...source, ...(await readBrought(store)) };
    try {
      if (next.indexFolder !== null) await buildIndexApart(next);
      const bot = await openBot(living.bot.clock, (message) => log.warn(message), next, tokenizer);
      bot.repository.applyEntries(await store.entriesAfter(0));
      if (!stopped) living.become(bot);
      // What was recorded while the bot changed.
      bot.repository.applyEntries(await store.entriesAfter(bot.repository.lastSeq()));
      log.info({ seq: next.seq, plans: next.brought.length }, 'brought plans taken up');
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ err: error }, 'brought plans could not be taken up; the plans before go on');
    }
    known = next.seq;
  }

  const take = () => {
    taking ??= takeNew().finally(() => {
      taking = undefined;
    });
    return taking;
  };
  const round = async () => {
    // A store that is down is said by those who follow the recorded results.
    await take().catch(() => undefined);
    if (stopped) return;
    timer = setTimeout(() => void round(), every);
    timer.unref();
  };
  void round();
  return {
    take,
    known: () => known,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
