// One digest from claim to thread, each step stored before it is taken, so that a crash at any point never posts twice.
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { fail } from './failed.ts';
import { postOnce } from './outcome.ts';
import { type DigestPlan, readPlan } from './plan.ts';
import { change, move, type Poster, sleep } from './steps.ts';

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
    if (poster.ending?.()) return await handOver(poster, post);
    await sleep(poster.pause);
    // Counted first: after a crash one message of a thread may be missing, none comes twice.
    // A copy that slept through its lease must not go on beside the one that took over.
    if (!(await store(poster, post, { ...plan, threadSent: i + 1 }))) return { done: true };
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

/** This copy ends: a claim as old as time is nobody's, so the next look of any copy goes on. */
async function handOver(poster: Poster, post: DigestPost): Promise<Ended> {
  poster.context.log.info({ subscription: post.subscription, day: post.day }, 'the rest of a digest is left');
  const claimedAt = new Date(0).toISOString();
  await move(poster, post, 'posting', { state: 'claimed', claimedAt, error: 'stopping' });
  return { done: false, waitSeconds: 0 };
}

/** False when another copy holds the digest now. */
async function store(poster: Poster, post: DigestPost, plan: DigestPlan): Promise<boolean> {
  const claimedAt = poster.context.clock.now().toISOString();
  const held = { state: 'posting', claimedBy: poster.copy } as const;
  const next = { state: 'posting', claimedAt, payload: JSON.stringify(plan) } as const;
  return await move(poster, post, held, next);
}
