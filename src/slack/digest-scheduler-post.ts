// One digest from claim to thread, each step stored before it is taken, so that a crash at any point never posts twice.
import type { WebClient } from '@slack/web-api';
import type { DigestPost, Subscription } from '../ports/store.ts';
import type { SlackContext } from './context.ts';
import { refusalsToStop, tellOwner } from './digest-scheduler-notice.ts';
import { postOnce } from './digest-scheduler-outcome.ts';
import { type DigestPlan, readPlan } from './digest-scheduler-plan.ts';

/** What posting needs beside the context. */
export interface Poster {
  context: SlackContext;
  client: WebClient;
  /** Name of this copy of the bot. */
  copy: string;
  /** Milliseconds between two messages in a channel: Slack takes one a second. */
  pause: number;
}

/** An error beginning so has not been told to the owner yet. */
const untold = 'untold ';

/** How a try ended; `later`: it surely was not sent and is tried again. */
export type Ended = { done: true } | { done: false; waitSeconds: number };

/**
 * Takes a claimed digest further: `claimed → posting → posted | failed`, or back to `claimed` when nothing was sent.
 * Another copy that tries the same loses at the first step.
 */
export async function postClaimed(
  poster: Poster,
  subscription: Subscription,
  post: DigestPost,
): Promise<Ended> {
  const { context, copy } = poster;
  const plan = readPlan(post);
  if (!plan?.messages) {
    await move(poster, post, 'claimed', { state: 'failed', error: 'unreadable' });
    return { done: true };
  }
  const claimedAt = context.clock.now().toISOString();
  if (!(await move(poster, post, 'claimed', { state: 'posting', claimedBy: copy, claimedAt })))
    return { done: true };
  let { ts } = post;
  if (ts === null) {
    const metadata = { subscription: subscription.id, day: post.day, part: 0 };
    const outcome = await postOnce(
      poster.client,
      plan.messages.post,
      { channel: subscription.channel },
      metadata,
    );
    if (outcome.kind === 'not-sent') return await putBack(poster, post, outcome);
    if (outcome.kind !== 'posted') {
      await fail(poster, subscription, post, outcome);
      return { done: true };
    }
    ts = outcome.ts;
    await move(poster, post, 'posting', { state: 'posting', ts });
    context.log.info({ subscription: subscription.id, day: post.day, ts }, 'digest posted');
  }
  const threads = await postThread(poster, subscription, { ...post, ts }, plan);
  if (!threads.done) return threads;
  await finish(poster, subscription, post, plan);
  return { done: true };
}

/** The messages of the thread that were not sent yet; a refused one ends the thread, not the digest. */
async function postThread(
  poster: Poster,
  { id, channel }: Subscription,
  post: DigestPost & { ts: string },
  plan: DigestPlan,
): Promise<Ended> {
  const thread = plan.messages?.thread ?? [];
  for (let i = plan.threadSent; i < thread.length; i += 1) {
    const message = thread[i];
    if (!message) break;
    await sleep(poster.pause);
    // A copy that slept through its lease must not go on beside the one that took over.
    const holder = await poster.context.store.digest(id, post.day);
    if (holder?.claimedBy !== poster.copy || holder.state !== 'posting') return { done: true };
    // Counted first: after a crash one message of a thread may be missing, none comes twice.
    await store(poster, post, { ...plan, threadSent: i + 1 });
    const where = { channel, thread_ts: post.ts };
    const outcome = await postOnce(poster.client, message, where, {
      subscription: id,
      day: post.day,
      part: i + 1,
    });
    if (outcome.kind === 'not-sent') {
      await store(poster, post, { ...plan, threadSent: i });
      return await putBack(poster, post, outcome);
    }
    if (outcome.kind !== 'posted') {
      poster.context.log.warn(
        { subscription: id, slack: outcome.error },
        'the thread of a digest was cut short',
      );
      break;
    }
  }
  return { done: true };
}

/** Marks a digest whose message stands in the channel as posted, and settles what goes with it. */
export async function finish(
  poster: Poster,
  subscription: Subscription,
  post: DigestPost,
  plan: DigestPlan,
): Promise<void> {
  const { store } = poster.context;
  await move(poster, post, 'posting', { state: 'posted' });
  for (const kpi of plan.ended) await store.removeSnooze(subscription.channel, kpi);
  await change(poster, subscription.id, (current) => ({ ...current, refusals: 0, stopReason: '' }));
}

/** Ends a digest that did not come, or of which nobody knows; a refusal counts against the subscription. */
async function fail(
  poster: Poster,
  subscription: Subscription,
  post: DigestPost,
  outcome: { kind: 'refused' | 'unknown'; error: string },
): Promise<void> {
  const error = outcome.kind === 'refused' ? outcome.error : `unknown ${outcome.error}`;
  poster.context.log.error(
    { subscription: subscription.id, day: post.day, slack: error },
    'digest not posted',
  );
  if (!(await move(poster, post, 'posting', { state: 'failed', error: untold + error }))) return;
  const refused = outcome.kind === 'refused' && subscription.state === 'active';
  const counted = !refused
    ? subscription
    : await change(poster, subscription.id, (current) => {
        const refusals = current.refusals + 1;
        const stop = refusals >= refusalsToStop;
        return { ...current, refusals, ...(stop ? { state: 'stopped' as const, stopReason: error } : {}) };
      });
  await report(poster, counted ?? subscription, { ...post, error: untold + error });
}

/** A digest that will not come any more or of which nobody knows: `error` is told to the owner. */
export async function giveUp(
  poster: Poster,
  subscription: Subscription,
  post: DigestPost,
  error: string,
): Promise<void> {
  if (await move(poster, post, post.state, { state: 'failed', error: untold + error }))
    await report(poster, subscription, { ...post, error: untold + error });
}

/** Whether the owner of a failed digest still has to hear of it (the process died in between). */
export function isUntold(post: DigestPost): boolean {
  return post.state === 'failed' && post.error.startsWith(untold);
}

/** Tells the owner, then notes that they were told: told twice after a crash is better than never. */
export async function report(poster: Poster, subscription: Subscription, post: DigestPost): Promise<void> {
  const error = post.error.replace(untold, '');
  await tellOwner(poster.context, poster.client, subscription, { ...post, error });
  await move(poster, post, 'failed', { state: 'failed', error });
}

async function putBack(
  poster: Poster,
  post: DigestPost,
  outcome: { error: string; waitSeconds: number },
): Promise<Ended> {
  poster.context.log.warn(
    { day: post.day, slack: outcome.error, wait: outcome.waitSeconds },
    'digest not sent yet',
  );
  const claimedAt = poster.context.clock.now().toISOString();
  await move(poster, post, 'posting', { state: 'claimed', claimedAt, error: outcome.error });
  return { done: false, waitSeconds: outcome.waitSeconds };
}

async function store(poster: Poster, post: DigestPost, plan: DigestPlan): Promise<void> {
  const claimedAt = poster.context.clock.now().toISOString();
  await move(poster, post, 'posting', { state: 'posting', claimedAt, payload: JSON.stringify(plan) });
}

/** Stores the next state. What Slack took must not be forgotten: a store that is away for a moment is asked again. */
async function move(
  { context }: Poster,
  { subscription, day }: DigestPost,
  from: DigestPost['state'],
  to: Parameters<SlackContext['store']['moveDigest']>[3],
): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await context.store.moveDigest(subscription, day, from, to);
    } catch (error) {
      if (tries >= 5) throw error;
      await sleep(200 * 2 ** tries);
    }
  }
}

/** Changes the newest state of a subscription, which people may have edited meanwhile. */
async function change(
  { context: { store } }: Poster,
  id: string,
  edit: (current: Subscription) => Subscription,
): Promise<Subscription | null> {
  const current = (await store.subscriptions()).find((one) => one.id === id);
  if (!current) return null;
  const edited = edit(current);
  if (JSON.stringify(edited) !== JSON.stringify(current)) await store.saveSubscription(edited);
  return edited;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
