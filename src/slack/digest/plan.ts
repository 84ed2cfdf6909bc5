// What a subscription's channel is told today, with everything that must be stored before a word of it is posted.
import { composeDigest } from '../../digest/compose.ts';
import type { Digest } from '../../digest/digest.ts';
import { kpisOfAnswer } from '../../digest/filter.ts';
import type { DayView, Snapshot } from '../../digest/snapshot.ts';
import { isWeeksFirst, mondayOf } from '../../digest/working-days.ts';
import type { Day } from '../../ports/clock.ts';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { type DigestMessages, digestMessages } from '../../present/digest/digest.ts';
import type { SlackContext } from '../context.ts';

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

/** KPIs that the words of a subscription name; null for all. */
export function kpisOfFilter(
  context: Pick<SlackContext, 'bot'>,
  filter: string,
  day: Day,
): Set<string> | null {
  if (filter === '') return null;
  return kpisOfAnswer(context.bot.ask(filter, { command: 'kpi', asOf: day }));
}

/** Composes today's digest of a subscription from what its channel knows. `asked`: a person wants it now. */
export async function planDigest(
  context: SlackContext,
  subscription: Subscription,
  view: DayView,
  asked = false,
): Promise<{ digest: Digest; plan: DigestPlan }> {
  const { store } = context;
  const { id, channel, filter, weekdays } = subscription;
  const last = await store.lastDigest(id);
  const before = last && readPlan(last);
  const { digest, known, ended } = composeDigest({
    view,
    known: before?.postedOn ? { snapshot: before.known, postedOn: before.postedOn } : null,
    kpis: kpisOfFilter(context, filter, view.day),
    filter,
    snoozes: await store.snoozes(channel),
    weekdays,
    asked,
    missedWeeksFirst: last !== null && last.day < mondayOf(view.day) && !isWeeksFirst(view.day, weekdays),
  });
  const messages = digestMessages(digest, { channel, commandPrefix: context.config.commandPrefix });
  return {
    digest,
    plan: {
      messages,
      known,
      postedOn: messages ? view.day : (before?.postedOn ?? null),
      threadSent: 0,
      ended: ended.map(({ kpi }) => kpi),
    },
  };
}
