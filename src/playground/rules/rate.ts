// One message a second and channel; a faster one has to wait.
import { SlackRefusal } from './refusal.ts';

/** `elapsed` gives milliseconds that only grow. */
export function createRateLimit(elapsed: () => number, interval = 1000) {
  const last = new Map<string, number>();
  return {
    /** Counts a message; a refused one costs nothing. @throws SlackRefusal ratelimited, with the seconds to wait */
    count(channel: string): void {
      const now = elapsed();
      if (now - (last.get(channel) ?? Number.NEGATIVE_INFINITY) < interval)
        throw new SlackRefusal('ratelimited', ['1つのチャンネルへの投稿は1秒に1件までです'], {
          retryAfter: '1',
        });
      last.set(channel, now);
    },
  };
}
