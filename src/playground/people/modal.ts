// A person submits or closes a modal; the bot's response_action is carried out.
import type { Hub } from '../hub.ts';
import { isObj, type Obj, obj, objs, str } from '../json.ts';
import { elementsOf } from '../rules/blocks.ts';
import { inputErrors } from '../rules/inputs.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { viewObject } from '../view-object.ts';
import { readState } from '../view-state.ts';
import { changeView, pushView } from '../web-api/views.ts';
import type { View } from '../workspace.ts';
import { notAnswered } from './click.ts';
import { basePayload } from './payload.ts';

/** Errors by block id, for the page to show at the fields; empty when the bot took it. */
export type FieldErrors = Record<string, string>;

/** Submits the view with `values` (block id → action id → raw value). */
export async function submit(hub: Hub, user: string, viewId: string, values: Obj): Promise<FieldErrors> {
  const view = hub.workspace.view(viewId);
  if (!view) throw new SlackRefusal('not_found', ['このビューはもう開いていません']);
  const blocks = objs(view.body.blocks);
  view.state = readState(blocks, values, view.state);
  const missing = inputErrors(blocks, view.state);
  if (Object.keys(missing).length > 0) return missing;
  const ack = await hub.deliver({
    kind: 'interactive',
    name: `view_submission ${str(view.body.callback_id)}`,
    payload: {
      ...basePayload(hub, 'view_submission', user),
      view: viewObject(view),
      response_urls: responseUrls(hub, user, view),
    },
  });
  if (!ack.ok) {
    hub.refuse('view_submission', notAnswered(ack));
    return { '': '接続に問題が発生しました。もう一度お試しください。' };
  }
  try {
    return respond(hub, user, view, isObj(ack.body) ? ack.body : {});
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse('view_submission (response_action)', error);
    return { '': `Slackが応答を受け付けませんでした（${error.code}）。` };
  }
}

/** One response_url for each conversations_select that asks for it. */
function responseUrls(hub: Hub, user: string, view: View): Obj[] {
  return elementsOf(view.body.blocks).flatMap(({ block, element }) => {
    if (element.response_url_enabled !== true) return [];
    const entry = obj(view.state[str(block.block_id)]?.[str(element.action_id)]);
    const channel = str(entry.selected_conversation) || str(entry.selected_channel);
    if (channel === '') return [];
    return [
      {
        block_id: block.block_id,
        action_id: element.action_id,
        channel_id: channel,
        response_url: `${hub.url}${hub.responseUrls.issue({ user, channel })}`,
      },
    ];
  });
}

function respond(hub: Hub, user: string, view: View, body: Obj): FieldErrors {
  const stack = hub.workspace.state.views[user] ?? [];
  switch (body.response_action) {
    case 'errors': {
      const errors = Object.fromEntries(
        Object.entries(obj(body.errors)).map(([id, text]) => [id, str(text)]),
      );
      const inputs = new Set(
        objs(view.body.blocks)
          .filter((block) => block.type === 'input')
          .map((block) => block.block_id),
      );
      const lost = Object.keys(errors).filter((id) => !inputs.has(id));
      if (lost.length > 0 || Object.keys(errors).length === 0)
        throw new SlackRefusal('invalid_errors', [
          `errors は入力ブロックの block_id を指すものだけです: ${lost.join(', ')}`,
        ]);
      return errors;
    }
    case 'update':
      changeView(hub, view, obj(body.view), 'modal');
      return {};
    case 'push':
      pushView(hub, user, obj(body.view), view);
      return {};
    case 'clear':
      hub.workspace.state.views[user] = [];
      break;
    default:
      if (body.response_action !== undefined)
        throw new SlackRefusal('invalid_response_action', [str(body.response_action)]);
      hub.workspace.state.views[user] = stack.filter((known) => known.id !== view.id);
  }
  hub.workspace.changed();
  return {};
}

/** Closes the topmost modal, or all; tells the bot when it asked for that. */
export async function close(hub: Hub, user: string, viewId: string, all: boolean): Promise<void> {
  const stack = hub.workspace.state.views[user] ?? [];
  const closed = all ? stack : stack.filter((view) => view.id === viewId);
  hub.workspace.state.views[user] = stack.filter((view) => !closed.includes(view));
  hub.workspace.changed();
  for (const view of closed.filter((known) => known.body.notify_on_close === true))
    await hub.deliver({
      kind: 'interactive',
      name: `view_closed ${str(view.body.callback_id)}`,
      payload: { ...basePayload(hub, 'view_closed', user), view: viewObject(view), is_cleared: all },
    });
}
