// The parts every interaction payload shares, and the refusal when none of them arrives.
import type { Ack } from '../deliver.ts';
import type { Hub } from '../hub.ts';
import type { Obj } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, type Channel, teamId } from '../workspace.ts';

/** Who acts, in which team, with a fresh trigger id. */
function basePayload(hub: Hub, type: string, user: string): Obj {
  return {
    type,
    action_ts: hub.workspace.newTs(),
    team: { id: teamId, domain: 'kakuu-shi' },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: teamId },
    api_app_id: appId,
    trigger_id: hub.triggers.issue(user),
  };
}

/** Delivers an interaction of a person, `[type, what]`; one that is not acknowledged is noted as Slack's refusal. */
export async function interact(hub: Hub, user: string, named: [string, string], more: Obj): Promise<Ack> {
  const [type] = named;
  const name = named.join(' ');
  const payload = { ...basePayload(hub, type, user), ...more };
  const ack = await hub.deliver({ kind: 'interactive', name, payload });
  const detail =
    ack.status > 0 ? `ボットが ${ack.status} を返しました` : 'ボットの応答が3秒以内に届きませんでした';
  if (!ack.ok) undelivered(hub, name, ack, detail);
  return ack;
}

/** Notes what did not reach the bot; Slack's word for it. */
export function undelivered(hub: Hub, name: string, ack: Ack, detail: string): string {
  const error = ack.error === 'operation_timeout' ? 'operation_timeout' : 'dispatch_failed';
  hub.refuse(name, new SlackRefusal(error, [detail]));
  return error;
}

/** A channel in a payload: direct messages are named `directmessage`. */
export function channelField(channel: Channel): Obj {
  return { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name };
}
