// Sends each subscription's digest at its time on working days: decided once, stored before it is posted, never twice.
import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { DayView } from '../../digest/snapshot.ts';
import { viewOf } from '../../digest/snapshot.ts';
import { holidayTableWarning, isWorkingDay, weekday } from '../../digest/working-days.ts';
import { type Day, dayInJapan } from '../../ports/clock.ts';
import { type DigestPost, StoreUnavailable, type Subscription } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { beginDigest } from './begin.ts';
import { giveUp, isUntold, report } from './failed.ts';
import { readPlan } from './plan.ts';
import { finish, postClaimed } from './post.ts';
import type { Poster } from './steps.ts';

export interface SchedulerOptions {
  context: SlackContext;
  /** From `digestClient`: it must not repeat calls by itself. */
  client: WebClient;
  /** Milliseconds between looks at the clock (3,000). The clock may jump: the playground's can be moved. */
  every?: number;
  /** Milliseconds between two messages in a channel (1,100). */
  pause?: number;
  /** Name of this copy of the bot; random by default. */
  copy?: string;
}

export interface DigestScheduler {
  /** Looks at the clock now and does what is due; never rejects. */
  tick(): Promise<void>;
  /** Looks no more and lets a running post finish. */
  stop(): Promise<void>;
}

/** A claim older than this belongs to a copy that died: each of its steps takes seconds. */
const leaseMilliseconds = 120_000;
/** Waits between tries of one day, in seconds; the last one is kept. */
const backOff = [30, 60, 120, 300, 600];

/** Starts looking at the clock. */
export function startDigestScheduler(options: SchedulerOptions): DigestScheduler {
  const { context, client, every = 3000, pause = 1100, copy = randomUUID() } = options;
  const { store, clock, log } = context;
  const poster: Poster = { context, client, copy, pause };
  /** Digests this copy works on or waits with: `id day` → when to go on. */
  const waiting = new Map<string, { tries: number; until: number }>();
  const working = new Set<string>();
  let storeDown = false;
  let warnedOn: Day = '';
  let cached: DayView | null = null;
  let cachedSeq = -1;
  let stopped = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const keyOf = (id: string, day: Day) => `${id} ${day}`;
  const isFresh = (post: DigestPost) =>
    clock.now().getTime() - Date.parse(post.claimedAt) < leaseMilliseconds;

  function view(day: Day): DayView {
    const seq = context.bot.repository.lastSeq();
    if (cached?.day !== day || cachedSeq !== seq) cached = viewOf(context.bot.repository, day);
    cachedSeq = seq;
    return cached;
  }

  function isDue(subscription: Subscription, day: Day, time: string): boolean {
    if (subscription.state !== 'active' || !isWorkingDay(day)) return false;
    if (!subscription.weekdays.includes(weekday(day)) || time < subscription.time) return false;
    // Made after today's time: it starts on the next day.
    const made = new Date(subscription.createdAt);
    return dayInJapan(made) !== day || timeInJapan(made) <= subscription.time;
  }

  /** Posts a claimed digest and remembers when to try again. */
  async function run(subscription: Subscription, post: DigestPost): Promise<void> {
    const key = keyOf(post.subscription, post.day);
    const ended = await postClaimed(poster, subscription, post);
    if (ended.done) waiting.delete(key);
    else {
      const tries = (waiting.get(key)?.tries ?? 0) + 1;
      const seconds = Math.max(ended.waitSeconds, backOff[Math.min(tries, backOff.length) - 1] ?? 600);
      waiting.set(key, { tries, until: clock.now().getTime() + seconds * 1000 });
    }
  }

  /** A digest somebody began: goes on with it, or settles it when its copy died. */
  async function settle(subscription: Subscription | undefined, post: DigestPost, day: Day): Promise<void> {
    const wait = waiting.get(keyOf(post.subscription, post.day));
    const own = wait !== undefined && post.claimedBy === copy && post.day === day;
    if (own ? clock.now().getTime() < wait.until : isFresh(post)) return;
    const plan = readPlan(post);
    if (!subscription || !plan) {
      await store.moveDigest(post.subscription, post.day, post.state, {
        state: 'failed',
        error: 'no subscription',
      });
      return;
    }
    if (post.state === 'posting') {
      // Without a ts nobody knows whether it was posted: it is reported, not repeated.
      if (post.ts === null) return await giveUp(poster, subscription, post, 'unknown crash');
      if (post.day !== day) return await finish(poster, subscription, post, plan);
      const claimedAt = clock.now().toISOString();
      const taken = { state: 'claimed' as const, claimedBy: copy, claimedAt };
      if (!(await store.moveDigest(post.subscription, post.day, 'posting', taken))) return;
    } else if (post.day !== day || subscription.state !== 'active') {
      if (post.ts === null) return await giveUp(poster, subscription, post, 'missed');
      await store.moveDigest(post.subscription, post.day, 'claimed', { state: 'posted' });
      return;
    }
    await run(subscription, { ...post, state: 'claimed' });
  }

  async function look(subscription: Subscription, day: Day, time: string): Promise<void> {
    const post = await store.digest(subscription.id, day);
    if (post) {
      if (isUntold(post) && !isFresh(post)) await report(poster, subscription, post);
      return;
    }
    if (!isDue(subscription, day, time)) return;
    const begun = await beginDigest(poster, subscription, view(day));
    if (begun?.state === 'claimed') await run(subscription, begun);
  }

  /** One at a time per digest in this copy; other copies are kept out by the store. */
  async function alone(id: string, day: Day, work: () => Promise<void>): Promise<void> {
    const key = keyOf(id, day);
    if (working.has(key)) return;
    working.add(key);
    try {
      await work();
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ err: error, subscription: id, day }, 'a digest failed');
      waiting.set(key, { tries: backOff.length, until: clock.now().getTime() + 600_000 });
    } finally {
      working.delete(key);
    }
  }

  async function lookAtAll(): Promise<void> {
    const now = clock.now();
    const day = dayInJapan(now);
    const time = timeInJapan(now);
    const warning = warnedOn === day ? null : holidayTableWarning(day);
    if (warning) log.warn(warning);
    warnedOn = day;
    const subscriptions = await store.subscriptions();
    const byId = new Map(subscriptions.map((subscription) => [subscription.id, subscription]));
    for (const post of await store.unsettledDigests())
      await alone(post.subscription, post.day, () => settle(byId.get(post.subscription), post, day));
    // Slack takes one message a second and channel: channels side by side, the digests of one in turn.
    const channels = [...new Set(subscriptions.map(({ channel }) => channel))];
    await Promise.all(
      channels.map(async (channel) => {
        for (const one of subscriptions.filter((other) => other.channel === channel)) {
          if (stopped) return;
          await alone(one.id, day, () => look(one, day, time));
        }
      }),
    );
  }

  async function tick(): Promise<void> {
    running ??= lookAtAll()
      .then(() => {
        if (storeDown) log.info('store is back: digests are on');
        storeDown = false;
      })
      .catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) log.error({ err: error }, 'digests could not be looked at');
        else if (!storeDown) log.error({ err: error }, 'store down: digests are off, questions go on');
        storeDown = true;
      })
      .finally(() => {
        running = null;
      });
    await running;
  }

  const loop = () => {
    timer = setTimeout(() => void tick().then(() => stopped || loop()), every);
    timer.unref();
  };
  loop();

  return {
    tick,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** `09:05` */
function timeInJapan(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
}
