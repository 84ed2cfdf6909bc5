// The parts every interaction payload shares.
import type { Hub } from '../hub.ts';
import type { Obj } from '../json.ts';
import { appId, type Channel, teamId } from '../workspace.ts';

/** Who acts, in which team, with a fresh trigger id. */
export function basePayload(hub: Hub, type: string, user: string): Obj {
  return {
    type,
    token: 'playground',
    action_ts: hub.workspace.newTs(),
    team: { id: teamId, domain: 'kakuu-shi' },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: teamId },
    api_app_id: appId,
    trigger_id: hub.triggers.issue(user),
  };
}

/** A channel in a payload: direct messages are named `directmessage`. */
export function channelField(channel: Channel): Obj {
  return { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name };
}
