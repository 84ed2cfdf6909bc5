// Trigger ids: a click lets the bot open one view within three seconds.
import { SlackRefusal } from './rules/refusal.ts';

export interface Triggers {
  issue(user: string): string;
  /**
   * The person whose click it was.
   * @throws SlackRefusal invalid_trigger_id, expired_trigger_id, exchanged_trigger_id
   */
  use(id: string): string;
}

/** `elapsed` gives milliseconds that only grow. */
export function createTriggers(elapsed: () => number, life = 3000): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  let counter = 0;
  return {
    issue(user) {
      counter += 1;
      const id = `${counter}.${user}.trigger`;
      issued.set(id, { user, at: elapsed(), used: false });
      return id;
    },
    use(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackRefusal('invalid_trigger_id', ['この trigger_id は発行されていません']);
      if (trigger.used) throw new SlackRefusal('exchanged_trigger_id', ['この trigger_id は使用済みです']);
      if (elapsed() - trigger.at > life)
        throw new SlackRefusal('expired_trigger_id', ['操作から3秒を過ぎています']);
      trigger.used = true;
      return trigger.user;
    },
  };
}
