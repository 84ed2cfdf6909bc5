// Digests that did not come: refused, unknown or too late; the owner of the subscription hears of each.
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { reminderOf } from '../owners/reminder-of.ts';
import { refusalsToStop, tellOwner } from './notice.ts';
import { change, move, type Poster } from './steps.ts';

/** Of an error beginning so the owner has not heard yet. */
const untold = 'untold ';

/** Ends a digest that did not come, or of which that is unknown; a refusal counts against the subscription. */
export async function fail(
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

/** A digest that will not come any more or of which it is unknown whether it came: the owner hears of `error`. */
export async function giveUp(
  poster: Poster,
  subscription: Subscription,
  post: DigestPost,
  error: string,
): Promise<void> {
  // Stamped anew: the copy that settles it has its time to tell the owner before another one does.
  const claimedAt = poster.context.clock.now().toISOString();
  if (await move(poster, post, post.state, { state: 'failed', error: untold + error, claimedAt }))
    await report(poster, subscription, { ...post, error: untold + error });
}

/** Whether the owner of a failed digest still has to hear of it (the process died in between). */
export function isUntold(post: DigestPost): boolean {
  return post.state === 'failed' && post.error.startsWith(untold);
}

/** Tells the owner, then notes that they know: twice after a crash is better than never. */
export async function report(poster: Poster, subscription: Subscription, post: DigestPost): Promise<void> {
  const error = post.error.replace(untold, '');
  await tellOwner(poster.context, poster.client, subscription, { ...post, error });
  // The person has heard of a reminder that may have come: it counts as said, and is not said again tomorrow.
  const said = reminderOf(subscription.id) !== null && error.startsWith('unknown');
  await move(poster, post, 'failed', { state: said ? 'posted' : 'failed', error });
}
