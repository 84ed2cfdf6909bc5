// What a subscription's channel hears today, with everything that must be stored before a word of it is posted.
import type { Digest } from '../../digest/digest.ts';
import type { DayView, Snapshot } from '../../digest/snapshot.ts';
import { isWeeksFirst, mondayOf } from '../../digest/working-days.ts';
import type { Day } from '../../ports/clock.ts';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { type DigestMessages, digestMessages } from '../../present/digest/digest.ts';
import { filterLabel, followedKpi } from './filter.ts';
import type { Poster } from './steps.ts';

/** Content of `DigestPost.payload`. */
export interface DigestPlan {
  messages: DigestMessages | null;
  /** State the channel knows once this is posted. */
  known: Snapshot;
  /** Day of the newest post the channel will then have seen; null when it has seen none. */
  postedOn: Day | null;
  /** Messages of the thread sent so far; counted before each is sent. */
  threadSent: number;
  /** KPIs whose snooze has ended: removed after the post. */
  ended: string[];
  /** A person wants it now, at whatever hour. */
  asked?: boolean;
  /** What a reminder has said so far; absent for digests. */
  told?: string[];
}

/** Reads a stored plan; null when it is not one. */
export function readPlan(post: DigestPost): DigestPlan | null {
  try {
    const plan = JSON.parse(post.payload) as DigestPlan;
    return typeof plan.known?.kpis === 'object' ? plan : null;
  } catch {
    return null;
  }
}

/** How a digest came to be decided: by the clock, or because a person wants it now. */
export type Occasion = 'due' | 'asked';

/** Composes today's digest of a subscription from what its channel knows. */
export async function planDigest(
  { context, composer }: Poster,
  subscription: Subscription,
  view: DayView,
  occasion: Occasion,
): Promise<{ digest: Digest; plan: DigestPlan }> {
  const { store } = context;
  const { id, channel, filter, weekdays } = subscription;
  const last = await store.lastDigest(id);
  const before = last && readPlan(last);
  const missed = last !== null && last.day < mondayOf(view.day) && !isWeeksFirst(view.day, weekdays);
  const follows = followedKpi(filter) !== null;
  const { digest, known, ended } = await composer.compose(view, {
    known: before?.postedOn ? { snapshot: before.known, postedOn: before.postedOn } : null,
    filter,
    snoozes: await store.snoozes(channel),
    weekdays,
    asked: occasion === 'asked',
    missedWeeksFirst: missed && !follows,
    onlyChanges: follows,
  });
  const messages = digestMessages(
    { ...digest, filter: filterLabel(context, filter) },
    { channel, commandPrefix: context.config.commandPrefix },
  );
  return {
    digest,
    plan: {
      messages,
      known,
      postedOn: messages ? view.day : (before?.postedOn ?? null),
      threadSent: 0,
      ended: ended.map(({ kpi }) => kpi),
      asked: occasion === 'asked',
    },
  };
}
