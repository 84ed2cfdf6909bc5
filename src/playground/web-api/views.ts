// views.*: modals (a stack of at most three per person) and App Home.
import type { Hub } from '../hub.ts';
import { type Obj, obj, objs, str } from '../json.ts';
import { refuseAt, SlackRefusal } from '../rules/refusal.ts';
import { viewProblems } from '../rules/views.ts';
import { readState, viewObject } from '../view-state.ts';
import type { View } from '../workspace.ts';
import type { Method } from './method.ts';

/** Refuses a view Slack would not take. */
function checkView(body: Obj, expected: 'modal' | 'home'): void {
  refuseAt('invalid_arguments', viewProblems(body, expected));
}

/** Puts a new modal on a person's stack. */
export function pushView(hub: Hub, user: string, body: Obj): View {
  checkView(body, 'modal');
  const stack = hub.workspace.state.views[user] ?? [];
  hub.workspace.state.views[user] = stack;
  if (stack.length >= 3) throw new SlackRefusal('push_limit_reached', ['モーダルは3枚までです']);
  const view = newView(hub, user, body);
  stack.push(view);
  hub.workspace.changed();
  return view;
}

function newView(hub: Hub, user: string, body: Obj): View {
  const blocks = hub.workspace.withBlockIds(objs(body.blocks));
  return {
    id: hub.workspace.newId('V'),
    hash: hub.workspace.newId('h'),
    user,
    body: { ...body, blocks },
    state: readState(blocks, {}),
  };
}

/** Replaces a view's contents; what was typed into blocks that stay is kept. */
export function changeView(hub: Hub, view: View, body: Obj, expected: 'modal' | 'home'): void {
  checkView(body, expected);
  const blocks = hub.workspace.withBlockIds(objs(body.blocks));
  view.body = { ...body, blocks };
  view.state = readState(blocks, {}, view.state);
  view.hash = hub.workspace.newId('h');
  hub.workspace.changed();
}

/** Opens a modal for whoever clicked, alone or on top of what is open. */
const opens =
  (layer: 'alone' | 'on top'): Method =>
  (hub, args) => {
    checkView(obj(args.view), 'modal');
    const user = hub.triggers.use(str(args.trigger_id));
    const { views } = hub.workspace.state;
    if (layer === 'alone') views[user] = [];
    else if (!views[user]?.length) throw new SlackRefusal('not_found', ['開いているモーダルがありません']);
    return { view: viewObject(pushView(hub, user, obj(args.view))) };
  };

export const viewMethods: Record<string, Method> = {
  'views.open': opens('alone'),
  'views.push': opens('on top'),
  'views.update'(hub, args) {
    const view = hub.workspace.view(str(args.view_id));
    if (!view) throw new SlackRefusal('not_found', ['このビューはもう開いていません']);
    if (args.hash !== undefined && args.hash !== view.hash)
      throw new SlackRefusal('hash_conflict', ['ビューは別の更新で変わっています']);
    changeView(hub, view, obj(args.view), view.body.type === 'home' ? 'home' : 'modal');
    return { view: viewObject(view) };
  },
  'views.publish'(hub, args) {
    const user = str(args.user_id);
    if (!hub.workspace.person(user)) throw new SlackRefusal('user_not_found', [`${user} はいません`]);
    const known = hub.workspace.state.homes[user];
    checkView(obj(args.view), 'home');
    if (known) changeView(hub, known, obj(args.view), 'home');
    const view = known ?? newView(hub, user, obj(args.view));
    hub.workspace.state.homes[user] = view;
    hub.workspace.changed();
    return { view: viewObject(view) };
  },
};
