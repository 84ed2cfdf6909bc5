// views.*: modals (a stack of at most three per person) and App Home.
import type { Hub } from '../hub.ts';
import { type Obj, obj, objs, str } from '../json.ts';
import { refuseAt, SlackRefusal } from '../rules/refusal.ts';
import { viewProblems } from '../rules/views.ts';
import { readState, viewObject } from '../view-state.ts';
import type { View } from '../workspace.ts';
import type { Method } from './method.ts';

/** What a view shows, with what was typed into blocks that stay. @throws SlackRefusal when Slack would not take it */
function contents(hub: Hub, body: Obj, expected: 'modal' | 'home', before: View['state'] = {}) {
  refuseAt('invalid_arguments', viewProblems(body, expected));
  const blocks = hub.workspace.withBlockIds(objs(body.blocks));
  const hash = hub.workspace.newId('h');
  return { hash, body: { ...body, blocks }, state: readState(blocks, {}, before) };
}

/** Puts a new modal on a person's stack. */
export function pushView(hub: Hub, user: string, body: Obj): View {
  const view = { id: hub.workspace.newId('V'), ...contents(hub, body, 'modal') };
  const { views } = hub.workspace.state;
  const stack = views[user] ?? [];
  if (stack.length >= 3) throw new SlackRefusal('push_limit_reached', ['モーダルは3枚までです']);
  views[user] = [...stack, view];
  hub.workspace.changed();
  return view;
}

/** Replaces a view's contents. */
export function changeView(hub: Hub, view: View, body: Obj, expected: 'modal' | 'home'): void {
  Object.assign(view, contents(hub, body, expected, view.state));
  hub.workspace.changed();
}

/** Opens a modal for whoever clicked, alone or on top of what is open. */
const opens =
  (layer: 'alone' | 'on top'): Method =>
  (hub, args) => {
    refuseAt('invalid_arguments', viewProblems(obj(args.view), 'modal'));
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
    const { homes } = hub.workspace.state;
    const { id = hub.workspace.newId('V'), state } = homes[user] ?? {};
    const view = { id, ...contents(hub, obj(args.view), 'home', state) };
    homes[user] = view;
    hub.workspace.changed();
    return { view: viewObject(view) };
  },
};
