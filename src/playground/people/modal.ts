// A person submits or closes a modal; the bot's response_action is carried out.
import type { Hub } from '../hub.ts';
import { type Obj, obj, objs, str } from '../json.ts';
import { elementsOf } from '../rules/blocks.ts';
import { inputErrors } from '../rules/inputs.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { readState, viewObject } from '../view-state.ts';
import { changeView, pushView } from '../web-api/views.ts';
import type { View } from '../workspace.ts';
import { interact } from './payload.ts';

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
  const ack = await interact(hub, user, ['view_submission', str(view.body.callback_id)], {
    view: viewObject(view),
    response_urls: responseUrls(hub, user, view),
  });
  if (!ack.ok) return { '': '接続に問題が発生しました。もう一度お試しください。' };
  try {
    return respond(hub, user, view, obj(ack.body));
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse('view_submission (response_action)', error);
    return { '': `Slackが応答を受け付けませんでした（${error.code}）。` };
  }
}

/** One response_url for each conversations_select that asks for it. */
function responseUrls(hub: Hub, user: string, view: View): Obj[] {
  return elementsOf(view.body.blocks).flatMap(({ block, element }) => {
    const { block_id, action_id } = { ...block, ...element };
    const channel = str(view.state[str(block_id)]?.[str(action_id)]?.selected_conversation);
    if (element.response_url_enabled !== true || channel === '') return [];
    const response_url = `${hub.url}${hub.responseUrls.issue({ user, channel })}`;
    return [{ block_id, action_id, channel_id: channel, response_url }];
  });
}

function respond(hub: Hub, user: string, view: View, body: Obj): FieldErrors {
  switch (body.response_action) {
    case 'errors':
      return errorsAtInputs(view, obj(body.errors));
    case 'update':
      changeView(hub, view, obj(body.view), 'modal');
      return {};
    case 'push':
      pushView(hub, user, obj(body.view));
      return {};
    case 'clear':
      hub.workspace.closeViews(user);
      return {};
    case undefined:
      hub.workspace.closeViews(user, view.id);
      return {};
    default:
      throw new SlackRefusal('invalid_response_action', [str(body.response_action)]);
  }
}

/** @throws SlackRefusal when an error belongs to no input */
function errorsAtInputs(view: View, errors: Obj): FieldErrors {
  const inputs = objs(view.body.blocks).filter((block) => block.type === 'input');
  const lost = Object.keys(errors).filter((id) => !inputs.some((block) => block.block_id === id));
  if (lost.length > 0 || Object.keys(errors).length === 0)
    throw new SlackRefusal('invalid_errors', [
      `errors は入力ブロックの block_id を指すものだけです: ${lost.join(', ')}`,
    ]);
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, str(text)]));
}
