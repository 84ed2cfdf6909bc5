// A person clicks or picks something in a message, a modal or App Home, or types into an external select.
import type { Ack } from '../deliver.ts';
import type { Hub } from '../hub.ts';
import { isObj, list, type Obj, obj, objs, str } from '../json.ts';
import { elementsOf } from '../rules/blocks.ts';
import { newCheck } from '../rules/check.ts';
import { options as optionRules } from '../rules/options.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { viewObject } from '../view-object.ts';
import { readState, stateOf } from '../view-state.ts';
import { messageObject } from '../web-api/chat.ts';
import { appId, type Message, type View } from '../workspace.ts';
import { basePayload, channelField } from './payload.ts';

/** Where the clicked element stands. */
export type Place = { channel: string; ts: string } | { view: string };

export interface Click {
  user: string;
  place: Place;
  blockId: string;
  actionId: string;
  /** What was picked or typed; for overflow and feedback buttons the value chosen. */
  value?: unknown;
  /** What stands in all inputs of the place: block id → action id → raw value. */
  values?: Obj;
}

type Found = { blocks: Obj[]; message: Message | null; view: View | null };

/** The message or view of a place. @throws SlackRefusal when it is gone */
function find(hub: Hub, place: Place): Found {
  if ('view' in place) {
    const view = hub.workspace.view(place.view);
    if (!view) throw new SlackRefusal('not_found', ['このビューはもう開いていません']);
    return { blocks: objs(view.body.blocks), message: null, view };
  }
  const message = hub.workspace.message(place.channel, place.ts);
  if (!message) throw new SlackRefusal('message_not_found', ['このメッセージはもうありません']);
  return { blocks: message.blocks, message, view: null };
}

function elementAt(found: Found, blockId: string, actionId: string): Obj {
  const hit = elementsOf(found.blocks).find(
    ({ block, element }) => str(block.block_id) === blockId && str(element.action_id) === actionId,
  );
  if (!hit) throw new SlackRefusal('element_not_found', [`${blockId} / ${actionId} はありません`]);
  return hit.element;
}

/** The `actions[0]` of a block_actions payload. */
function actionOf(element: Obj, click: Click): Obj {
  const base: Obj = { type: element.type, action_id: element.action_id, block_id: click.blockId };
  const value = str(click.value);
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return {
        ...base,
        text: element.text,
        ...(element.value === undefined ? {} : { value: element.value }),
      };
    case 'overflow':
      return {
        ...base,
        selected_option: objs(element.options).find((option) => option.value === value) ?? null,
      };
    case 'feedback_buttons': {
      const chosen = [obj(element.positive_button), obj(element.negative_button)].find(
        (button) => button.value === value,
      );
      return { ...base, text: chosen?.text, value: chosen?.value };
    }
    default:
      return { ...base, ...stateOf(element, click.value) };
  }
}

/** The container fields of a payload. */
function containerFields(hub: Hub, found: Found): Obj {
  if (found.view)
    return { container: { type: 'view', view_id: found.view.id }, view: viewObject(found.view) };
  const message = found.message as Message;
  const channel = hub.workspace.channel(message.channel);
  const isEphemeral = message.ephemeralTo !== null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: channelField(channel),
    // Slack leaves the message out when only one person saw it: a button must carry all it needs.
    ...(isEphemeral ? {} : { message: messageObject(message) }),
  };
}

/** Delivers a block_actions payload. @throws SlackRefusal when the element is gone */
export async function click(hub: Hub, by: Click): Promise<Ack> {
  const found = find(hub, by.place);
  const element = elementAt(found, by.blockId, by.actionId);
  // What was picked stands in the state too, whether or not the page sent the other inputs.
  const values = obj(by.values);
  const sent = { ...values, [by.blockId]: { ...obj(values[by.blockId]), [by.actionId]: by.value } };
  const state = readState(found.blocks, sent, found.view?.state);
  if (found.view) found.view.state = state;
  const message = found.message;
  const ack = await hub.deliver({
    kind: 'interactive',
    name: `block_actions ${by.actionId}`,
    payload: {
      ...basePayload(hub, 'block_actions', by.user),
      ...containerFields(hub, found),
      ...(message
        ? {
            state: { values: state },
            response_url: `${hub.url}${hub.responseUrls.issue({ user: by.user, channel: message.channel, ts: message.ts })}`,
          }
        : {}),
      actions: [{ ...actionOf(element, by), action_ts: hub.workspace.newTs() }],
    },
  });
  if (!ack.ok) hub.refuse(`block_actions ${by.actionId}`, notAnswered(ack));
  return ack;
}

/** What went wrong with an interaction that was not acknowledged. */
export function notAnswered(ack: Ack): SlackRefusal {
  return new SlackRefusal(ack.error === 'operation_timeout' ? 'operation_timeout' : 'dispatch_failed', [
    ack.status > 0 ? `ボットが ${ack.status} を返しました` : 'ボットの応答が3秒以内に届きませんでした',
  ]);
}

/** Asks the bot for the options of an external select. */
export async function suggest(hub: Hub, by: Click): Promise<Obj[]> {
  const found = find(hub, by.place);
  elementAt(found, by.blockId, by.actionId);
  if (found.view) found.view.state = readState(found.blocks, obj(by.values), found.view.state);
  const ack = await hub.deliver({
    kind: 'interactive',
    name: `block_suggestion ${by.actionId}`,
    payload: {
      ...basePayload(hub, 'block_suggestion', by.user),
      ...containerFields(hub, found),
      api_app_id: appId,
      action_id: by.actionId,
      block_id: by.blockId,
      value: str(by.value),
    },
  });
  if (!ack.ok) {
    hub.refuse(`block_suggestion ${by.actionId}`, notAnswered(ack));
    return [];
  }
  const body = isObj(ack.body) ? ack.body : {};
  const check = newCheck('modal');
  if (body.option_groups === undefined)
    optionRules(check, body.options, '/options', { min: 0, max: 100, plain: true });
  if (check.problems.length > 0)
    hub.refuse(`block_suggestion ${by.actionId}`, new SlackRefusal('invalid_options', check.problems));
  return [...objs(body.options), ...list(body.option_groups).flatMap((group) => objs(obj(group).options))];
}
