// The stored steps of a digest and its subscription; every other part of the scheduler moves them only through here.
import type { WebClient } from '@slack/web-api';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import type { Composer } from './composer.ts';

/** What posting needs beside the context. */
export interface Poster {
  context: SlackContext;
  client: WebClient;
  /** Name of this copy of the bot. */
  copy: string;
  /** Decides what is posted. */
  composer: Composer;
  /** Milliseconds between two messages in a channel: Slack takes one a second. */
  pause: number;
  /** True once this copy ends: what is left of a thread is another copy's. */
  ending?: () => boolean;
}

/** Stores the next state. What Slack took must not be forgotten: a store that is away for a moment is asked again. */
export async function move(
  { context }: Poster,
  { subscription, day }: DigestPost,
  from: Parameters<SlackContext['store']['moveDigest']>[2],
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
export async function change(
  { context: { store } }: Poster,
  id: string,
  edit: (current: Subscription) => Subscription,
): Promise<Subscription | null> {
  return await store.editSubscription(id, edit);
}

/** Waits in real time. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
