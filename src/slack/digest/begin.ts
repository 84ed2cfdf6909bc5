// Decides today's digest of a subscription and claims it in the store, for the clock or because a person asked.
import { randomUUID } from 'node:crypto';
import type { DayView } from '../../digest/snapshot.ts';
import { viewOf } from '../../digest/snapshot.ts';
import { dayInJapan } from '../../ports/clock.ts';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { digestClient } from './outcome.ts';
import { planDigest } from './plan.ts';
import { postClaimed } from './post.ts';
import type { Poster } from './steps.ts';

/** Claims the digest of the view's day; null when it is taken already. `quiet` needs no post, `claimed` waits for one. */
export async function beginDigest(
  { context, copy }: Poster,
  subscription: Subscription,
  view: DayView,
  asked = false,
): Promise<DigestPost | null> {
  const { store, clock } = context;
  const { plan } = await planDigest(context, subscription, view, asked);
  const post: DigestPost = {
    subscription: subscription.id,
    day: view.day,
    state: plan.messages ? 'claimed' : 'quiet',
    claimedBy: copy,
    claimedAt: clock.now().toISOString(),
    payload: JSON.stringify(plan),
    ts: null,
    error: '',
  };
  if (await store.claimDigest(post)) return post;
  if (!asked) return null;
  // A person may ask for what was quiet or failed before; what was posted stays posted once.
  const { id } = subscription;
  const retaken =
    (await store.moveDigest(id, view.day, 'quiet', post)) ||
    (await store.moveDigest(id, view.day, 'failed', post));
  return retaken ? post : null;
}

/**
 * Posts today's digest of a subscription at once, on any day and also when nothing changed. It counts as today's.
 * `later`: Slack takes nothing now, the scheduler goes on with it.
 */
export async function sendDigestNow(
  context: SlackContext,
  subscription: Subscription,
  pause = 1100,
): Promise<'sent' | 'already' | 'failed' | 'later'> {
  const { slack } = context.config;
  if (slack.mode === 'playground') return 'failed';
  const client = digestClient(slack.botToken, slack.apiUrl);
  const poster: Poster = { context, client, copy: randomUUID(), pause };
  const view = viewOf(context.bot.repository, dayInJapan(context.clock.now()));
  const post = await beginDigest(poster, subscription, view, true);
  if (!post) return 'already';
  const ended = await postClaimed(poster, subscription, post);
  if (!ended.done) return 'later';
  const now = await context.store.digest(subscription.id, view.day);
  return now?.state === 'posted' ? 'sent' : 'failed';
}
