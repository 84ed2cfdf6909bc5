// Rules of time: a click lets the bot open one view within three seconds, and a channel takes one message a second.
import { SlackRefusal } from './refusal.ts';

/** Trigger ids of clicks. `elapsed` gives milliseconds that only grow. */
export function createTriggers(elapsed: () => number, life = 3000) {
  const issued: { user: string; at: number; used: boolean }[] = [];
  return {
    issue: (user: string): string => `${issued.push({ user, at: elapsed(), used: false })}.${user}.trigger`,
    /** The person whose click it was. @throws SlackRefusal invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
    use(id: string): string {
      const trigger = issued[Number.parseInt(id, 10) - 1];
      if (!trigger) throw new SlackRefusal('invalid_trigger_id', ['この trigger_id は発行されていません']);
      if (trigger.used) throw new SlackRefusal('exchanged_trigger_id', ['この trigger_id は使用済みです']);
      if (elapsed() - trigger.at > life)
        throw new SlackRefusal('expired_trigger_id', ['操作から3秒を過ぎています']);
      trigger.used = true;
      return trigger.user;
    },
  };
}

/** A faster message has to wait. `elapsed` gives milliseconds that only grow. */
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
