// Decides today's digest of a subscription and claims it in the store, for the clock or because a person asked.
import { randomUUID } from 'node:crypto';
import { type Day, dayInJapan } from '../../ports/clock.ts';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { createComposer } from './composer.ts';
import { digestClient } from './outcome.ts';
import { type DigestPlan, type Occasion, planDigest } from './plan.ts';
import { postClaimed } from './post.ts';
import type { Poster } from './steps.ts';

/** Claims the digest of the day; null when it is taken already. `quiet` needs no post, `claimed` waits for one. */
export async function beginDigest(
  poster: Poster,
  subscription: Subscription,
  day: Day,
  occasion: Occasion,
): Promise<DigestPost | null> {
  // Read within the decision: a digest that lacks a recorded result would announce it once more the next day.
  const view = await poster.composer.view(day);
  const { plan } = await planDigest(poster, subscription, view, occasion);
  const post = claimOf(poster, subscription.id, day, plan);
  const { store } = poster.context;
  if (await store.claimDigest(post)) return post;
  if (occasion !== 'asked') return null;
  // A person may ask for what was quiet or failed before; what was posted stays posted once.
  const { id } = subscription;
  const retaken =
    (await store.moveDigest(id, day, 'quiet', post)) || (await store.moveDigest(id, day, 'failed', post));
  return retaken ? post : null;
}

/** What is stored before a word is posted. */
export function claimOf({ context, copy }: Poster, id: string, day: Day, plan: DigestPlan): DigestPost {
  return {
    subscription: id,
    day,
    state: plan.messages ? 'claimed' : 'quiet',
    claimedBy: copy,
    claimedAt: context.clock.now().toISOString(),
    payload: JSON.stringify(plan),
    ts: null,
    error: '',
  };
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
  const client = digestClient(slack.botToken, slack.apiUrl, context.fetch);
  const poster: Poster = { context, client, copy: randomUUID(), pause, composer: createComposer(context) };
  const day = dayInJapan(context.clock.now());
  const post = await beginDigest(poster, subscription, day, 'asked');
  if (!post) return 'already';
  const ended = await postClaimed(poster, subscription, post);
  if (!ended.done) return 'later';
  const now = await context.store.digest(subscription.id, day);
  return now?.state === 'posted' ? 'sent' : 'failed';
}
