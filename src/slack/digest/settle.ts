// A digest somebody began: goes on with it, or settles it when its copy died.
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { type Desk, keyOf, run } from './desk.ts';
import { isTooLate, type Moment } from './due.ts';
import { giveUp } from './failed.ts';
import { type DigestPlan, readPlan } from './plan.ts';
import { finish } from './post.ts';

/** A claim older than this belongs to a copy that died: each of its steps takes seconds. */
const leaseMilliseconds = 120_000;

export function isFresh({ context }: Desk, post: DigestPost): boolean {
  return context.clock.now().getTime() - Date.parse(post.claimedAt) < leaseMilliseconds;
}

export async function settle(
  desk: Desk,
  subscription: Subscription | undefined,
  post: DigestPost,
  now: Moment,
): Promise<void> {
  const { store, clock } = desk.context;
  const wait = desk.waiting.get(keyOf(post.subscription, post.day));
  const own = wait !== undefined && post.claimedBy === desk.copy && post.day === now.day;
  if (own ? clock.now().getTime() < wait.until : isFresh(desk, post)) return;
  const plan = readPlan(post);
  if (!subscription || !plan) {
    const failed = { state: 'failed', error: 'no subscription' } as const;
    await store.moveDigest(post.subscription, post.day, post.state, failed);
    return;
  }
  if (post.state === 'posting') {
    // Without a ts it is unknown whether it was posted: it is reported, not repeated.
    if (post.ts === null) return await giveUp(desk, subscription, post, 'unknown crash');
    if (post.day !== now.day) return await finish(desk, subscription, post, plan);
    const claimedAt = clock.now().toISOString();
    const taken = { state: 'claimed' as const, claimedBy: desk.copy, claimedAt };
    const held = { state: 'posting' as const, claimedBy: post.claimedBy };
    if (!(await store.moveDigest(post.subscription, post.day, held, taken))) return;
  } else if (isOver(subscription, post, now, plan)) {
    if (post.ts === null) return await giveUp(desk, subscription, post, 'missed');
    await store.moveDigest(post.subscription, post.day, 'claimed', { state: 'posted' });
    return;
  }
  await run(desk, subscription, { ...post, state: 'claimed' });
}

function isOver(subscription: Subscription, post: DigestPost, now: Moment, { asked }: DigestPlan): boolean {
  if (post.day !== now.day || subscription.state !== 'active') return true;
  return post.ts === null && !asked && isTooLate(subscription, now.time);
}
