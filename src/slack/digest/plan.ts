// What a subscription's channel hears today, with everything that must be stored before a word of it is posted.
import * as z from 'zod';
import type { Digest } from '../../digest/digest.ts';
import { type DayView, snapshotSchema } from '../../digest/snapshot.ts';
import { isWeeksFirst, mondayOf } from '../../digest/working-days.ts';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { readCarried } from '../../present/carried.ts';
import { digestMessages } from '../../present/digest/digest.ts';
import { filterLabel, followedKpi } from './filter.ts';
import type { Poster } from './steps.ts';

const messageSchema = z.object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) });

/** Content of `DigestPost.payload`; what a newer version adds to it is kept when this one goes on with the post. */
const planSchema = z.looseObject({
  messages: z.object({ post: messageSchema, thread: z.array(messageSchema) }).nullable(),
  /** State the channel knows once this is posted. */
  known: snapshotSchema,
  /** Day of the newest post the channel will then have seen; null when it has seen none. */
  postedOn: z.string().nullable(),
  /** Messages of the thread sent so far; counted before each is sent. */
  threadSent: z.int(),
  /** KPIs whose snooze has ended: removed after the post. */
  ended: z.array(z.string()),
  /** A person wants it now, at whatever hour. */
  asked: z.boolean().optional(),
  /** What a reminder has said so far; absent for digests. */
  told: z.array(z.string()).optional(),
});
export type DigestPlan = z.infer<typeof planSchema>;

/** Reads a stored plan; null when it is not one. */
export function readPlan(post: Pick<DigestPost, 'payload'>): DigestPlan | null {
  return readCarried(planSchema, post.payload);
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
