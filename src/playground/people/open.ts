// A person opens App Home or the direct message, uses a shortcut, or runs a workflow step.
import { sendEvent } from '../events.ts';
import type { Hub } from '../hub.ts';
import type { Obj } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { viewObject } from '../view-state.ts';
import { messageObject } from '../web-api/chat.ts';
import { channelField, interact } from './payload.ts';

export async function openHome(hub: Hub, user: string, tab: 'home' | 'messages'): Promise<void> {
  const home = hub.workspace.state.homes[user];
  await sendEvent(hub, 'app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: hub.workspace.directMessage(user)?.id,
    tab,
    event_ts: hub.workspace.newTs(),
    ...(tab === 'home' && home ? { view: viewObject(home) } : {}),
  });
}

/** A shortcut; with `at` it is a message shortcut. */
export async function useShortcut(
  hub: Hub,
  user: string,
  callbackId: string,
  at?: { channel: string; ts: string },
): Promise<void> {
  if (!hub.manifest.shortcuts.some((known) => known.callback_id === callbackId))
    throw new SlackRefusal('shortcut_not_found', [callbackId]);
  const fields: Obj = { callback_id: callbackId };
  if (at) {
    const message = hub.workspace.message(at.channel, at.ts);
    if (!message) throw new SlackRefusal('message_not_found', ['このメッセージはもうありません']);
    const url = hub.responseUrls.issue({ user, channel: at.channel });
    Object.assign(fields, {
      message: messageObject(message),
      message_ts: message.ts,
      channel: channelField(hub.workspace.channel(at.channel)),
      response_url: `${hub.url}${url}`,
    });
  }
  await interact(hub, user, [at ? 'message_action' : 'shortcut', callbackId], fields);
}

/** Runs a workflow step of the manifest; its outcome is posted to `channel` for that person. */
export async function runStep(
  hub: Hub,
  { user, channel }: { user: string; channel: string },
  callbackId: string,
  inputs: Obj,
): Promise<void> {
  if (!Object.hasOwn(hub.manifest.steps, callbackId))
    throw new SlackRefusal('function_not_found', [callbackId]);
  await sendEvent(hub, 'function_executed', {
    type: 'function_executed',
    function: { callback_id: callbackId, type: 'app' },
    inputs,
    function_execution_id: `${hub.workspace.newId('Fx')}-${user}-${channel}`,
    event_ts: hub.workspace.newTs(),
    bot_access_token: hub.botToken,
  });
}
