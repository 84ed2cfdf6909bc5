// A person clicks or picks something in a message, a modal or App Home, or types into an external select.
import type { Ack } from '../deliver.ts';
import type { Hub } from '../hub.ts';
import { type Obj, obj, objs, str } from '../json.ts';
import { elementsOf } from '../rules/blocks.ts';
import { options as optionRules } from '../rules/elements.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { plain, problemsOf } from '../rules/shape.ts';
import { entryOf, readState, viewObject } from '../view-state.ts';
import { messageObject } from '../web-api/chat.ts';
import type { Message, View } from '../workspace.ts';
import { channelField, interact } from './payload.ts';

export interface Click {
  user: string;
  /** Where the clicked element stands: the id of a view, or channel and ts of a message. */
  place: { view?: unknown; channel?: unknown; ts?: unknown };
  blockId: string;
  actionId: string;
  /** What was picked or typed; for feedback buttons the value chosen. */
  value?: unknown;
  /** What stands in all inputs of the place: block id → action id → raw value. */
  values?: Obj;
}

type Found = { blocks: Obj[]; element: Obj } & ({ view: View } | { message: Message });

/** The element, and the message or view it stands in. @throws SlackRefusal when it is gone */
function find(hub: Hub, { place, blockId, actionId }: Click): Found {
  const view = hub.workspace.view(str(place.view));
  const message = hub.workspace.message(str(place.channel), str(place.ts));
  const where = view
    ? { view, blocks: objs(view.body.blocks) }
    : message && { message, blocks: message.blocks };
  if (!where) throw new SlackRefusal('not_found', ['このメッセージや画面はもうありません']);
  const hit = elementsOf(where.blocks).find(
    ({ block, element }) => block.block_id === blockId && element.action_id === actionId,
  );
  if (!hit) throw new SlackRefusal('element_not_found', [`${blockId} / ${actionId} はありません`]);
  return { ...where, element: hit.element };
}

/** The `actions[0]` of a block_actions payload. */
function actionOf(element: Obj, click: Click): Obj {
  const base: Obj = { type: element.type, action_id: element.action_id, block_id: click.blockId };
  if (element.type === 'button')
    return { ...base, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
  if (element.type !== 'feedback_buttons') return { ...base, ...entryOf(element, click.value) };
  const chosen = [obj(element.positive_button), obj(element.negative_button)].find(
    (button) => button.value === click.value,
  );
  return { ...base, text: chosen?.text, value: chosen?.value };
}

/** The container fields of a payload. */
function containerFields(hub: Hub, found: Found): Obj {
  if ('view' in found)
    return { container: { type: 'view', view_id: found.view.id }, view: viewObject(found.view) };
  const { message } = found;
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
  const found = find(hub, by);
  // What was picked stands in the state too, whether or not the page sent the other inputs.
  const values = obj(by.values);
  const sent = { ...values, [by.blockId]: { ...obj(values[by.blockId]), [by.actionId]: by.value } };
  const answerTo: Obj = {};
  if ('view' in found) found.view.state = readState(found.blocks, sent, found.view.state);
  else {
    const { channel, ts } = found.message;
    answerTo.state = { values: readState(found.blocks, sent) };
    answerTo.response_url = `${hub.url}${hub.responseUrls.issue({ user: by.user, channel, ts })}`;
  }
  return interact(hub, by.user, ['block_actions', by.actionId], {
    ...containerFields(hub, found),
    ...answerTo,
    actions: [{ ...actionOf(found.element, by), action_ts: hub.workspace.newTs() }],
  });
}

/** Asks the bot for the options of an external select. */
export async function suggest(hub: Hub, by: Click): Promise<Obj[]> {
  const found = find(hub, by);
  if ('view' in found) found.view.state = readState(found.blocks, obj(by.values), found.view.state);
  const ack = await interact(hub, by.user, ['block_suggestion', by.actionId], {
    ...containerFields(hub, found),
    action_id: by.actionId,
    block_id: by.blockId,
    value: str(by.value),
  });
  if (!ack.ok) return [];
  const { options } = obj(ack.body);
  const problems = problemsOf(optionRules(plain(75), 100, 0), options, ['options']);
  if (problems.length > 0)
    hub.refuse(`block_suggestion ${by.actionId}`, new SlackRefusal('invalid_options', problems));
  return objs(options);
}
