// Sends each subscription's digest at its time on working days: decided once, stored before it is posted, never twice.
import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { holidayTableWarning } from '../../digest/working-days.ts';
import type { Day } from '../../ports/clock.ts';
import { StoreUnavailable, type Subscription } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { reminderOf } from '../owners/reminder-of.ts';
import { lookAtReminders } from '../owners/reminders.ts';
import { beginDigest } from './begin.ts';
import { createComposer } from './composer.ts';
import { alone, type Desk, mayTry, openDesk, run, tidy } from './desk.ts';
import { isDue, type Moment, momentOf } from './due.ts';
import { isUntold, report } from './failed.ts';
import { isFresh, settle } from './settle.ts';

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

/** Channels that are posted to side by side. */
const channelsAtOnce = 20;
/** Looks that fail in a row are farther apart: 2, 4, 8 … times as long, at most this many times. */
const farthest = 32;

/** Starts looking at the clock. */
export function startDigestScheduler(options: SchedulerOptions): DigestScheduler {
  const { context, client, every = 3000, pause = 1100, copy = randomUUID() } = options;
  const state = { stopped: false, warnedOn: '' as Day };
  const ending = () => state.stopped;
  const desk = openDesk({ context, client, copy, pause, ending, composer: createComposer(context) });
  let failures = 0;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function tick(): Promise<void> {
    running ??= lookAtAll(desk, state)
      .then(() => {
        if (failures > 0) context.log.info({ failures }, 'store is back: digests are on');
        failures = 0;
      })
      .catch((error: unknown) => {
        failures += 1;
        // One line, however long it lasts.
        if (failures > 1) return;
        const down = error instanceof StoreUnavailable;
        context.log.error(
          { err: error },
          down ? 'store down: digests are off, questions go on' : 'digests could not be looked at',
        );
      })
      .finally(() => {
        running = null;
      });
    await running;
  }

  const loop = () => {
    const wait = every * Math.min(farthest, 2 ** Math.min(failures, 10));
    timer = setTimeout(() => void tick().then(() => state.stopped || loop()), wait);
    timer.unref();
  };
  loop();

  return {
    tick,
    async stop() {
      state.stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function lookAtAll(desk: Desk, state: { stopped: boolean; warnedOn: Day }): Promise<void> {
  const { store, clock } = desk.context;
  const now = momentOf(clock.now());
  if (state.warnedOn !== now.day) await newDay(desk, now.day);
  state.warnedOn = now.day;
  const subscriptions = await store.subscriptions();
  const byId = new Map(subscriptions.map((subscription) => [subscription.id, subscription]));
  for (const post of await store.unsettledDigests()) {
    const subscription = byId.get(post.subscription) ?? reminderOf(post.subscription) ?? undefined;
    await alone(desk, post.subscription, post.day, () => settle(desk, subscription, post, now));
  }
  // Slack takes one message a second and channel: channels side by side, the digests of one in turn.
  const channels = new Map<string, Subscription[]>();
  for (const one of subscriptions) channels.set(one.channel, [...(channels.get(one.channel) ?? []), one]);
  const left = [...channels.values()];
  const work = async () => {
    for (let own = left.shift(); own; own = left.shift())
      for (const one of own) {
        if (state.stopped) return;
        await alone(desk, one.id, now.day, () => look(desk, one, now));
      }
  };
  await Promise.all(Array.from({ length: channelsAtOnce }, work));
  if (!state.stopped) await lookAtReminders(desk, now);
}

async function newDay(desk: Desk, day: Day): Promise<void> {
  const { context } = desk;
  const warning = holidayTableWarning(day);
  if (warning) context.log.warn(warning);
  tidy(desk, day);
  await context.store.forgetOld(context.clock.now(), context.config.keep);
}

async function look(desk: Desk, subscription: Subscription, now: Moment): Promise<void> {
  const { day } = now;
  // One decision at a time: SQLite answers within the call, and hundreds in a row would hold every click up.
  const begun = await desk.inTurn(async () => {
    const post = await desk.context.store.digest(subscription.id, day);
    if (post) return post;
    if (!isDue(subscription, now) || !mayTry(desk, subscription.id, day)) return null;
    const own = await beginDigest(desk, subscription, day, 'due');
    return own?.state === 'claimed' ? { own } : null;
  });
  if (begun === null) return;
  if ('own' in begun) return await run(desk, subscription, begun.own);
  if (isUntold(begun) && !isFresh(desk, begun)) await report(desk, subscription, begun);
}
