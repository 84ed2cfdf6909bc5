// Events to the bot: wrapped with an id, and sent again with the same id when the bot does not answer.
import type { Hub } from './hub.ts';
import { type Obj, obj } from './json.ts';
import { SlackRefusal } from './rules/refusal.ts';
import { appId, botUser, teamId } from './workspace.ts';

/** Sends an event if the manifest subscribes to `subscription` (`message.im`, `app_mention` …); resolves after the first try. */
export async function sendEvent(hub: Hub, subscription: string, event: Obj): Promise<void> {
  if (!hub.manifest.events.has(subscription)) return;
  const payload: Obj = {
    team_id: teamId,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: hub.workspace.newId('Ev'),
    event_time: Math.floor(hub.clock.now().getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
  };
  await attempt(hub, payload, { number: 0, reason: '' });
}

const reasons = {
  operation_timeout: 'http_timeout',
  http_error: 'http_error',
  dispatch_failed: 'connection_failed',
};

async function attempt(hub: Hub, payload: Obj, retry: { number: number; reason: string }): Promise<void> {
  const { number } = retry;
  const name = `event ${obj(payload.event).type}`;
  const ack = await hub.deliver({ kind: 'event', name, payload, ...(number > 0 ? { retry } : {}) });
  if (ack.ok) return;
  const why = reasons[ack.error ?? 'dispatch_failed'];
  const delay = ack.noRetry ? undefined : hub.retryDelays[number];
  const next = delay === undefined ? '再送はありません' : `同じ event_id で再送します（${number + 1}回目）`;
  hub.refuse(name, new SlackRefusal(why, [`ボットが3秒以内に受け取りませんでした。${next}`]));
  if (delay !== undefined)
    hub.scheduler.after(delay, () => void attempt(hub, payload, { number: number + 1, reason: why }));
}
