// One message a second and channel; a faster one is told to wait.
import { SlackRefusal } from './refusal.ts';

export interface RateLimit {
  /** @throws SlackRefusal ratelimited, with the seconds to wait, when the channel had a message less than a second ago. */
  check(channel: string): void;
  /** Counts a message that was accepted: a refused one costs nothing. */
  count(channel: string): void;
}

/** `elapsed` gives milliseconds that only grow. */
export function createRateLimit(elapsed: () => number, interval = 1000): RateLimit {
  const last = new Map<string, number>();
  return {
    check(channel) {
      const before = last.get(channel);
      if (before !== undefined && elapsed() - before < interval)
        throw new SlackRefusal('ratelimited', ['1つのチャンネルへの投稿は1秒に1件までです'], {
          retryAfter: 1,
        });
    },
    count: (channel) => void last.set(channel, elapsed()),
  };
}
