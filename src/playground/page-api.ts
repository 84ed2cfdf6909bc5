// What the page may ask of the server: one entry per thing a person can do.
import { words } from './html/text.ts';
import type { Hub } from './hub.ts';
import { type Obj, obj, str } from './json.ts';
import { type Click, click, suggest } from './people/click.ts';
import { submit } from './people/modal.ts';
import { openHome, runStep, useShortcut } from './people/open.ts';
import { command, say } from './people/say.ts';
import { SlackRefusal } from './rules/refusal.ts';

/** Does it; what it gives beside `{}` goes to the page. */
type Action = (hub: Hub, body: Obj, user: string) => unknown;

function clickOf({ place, blockId, actionId, value, values }: Obj, user: string): Click {
  const named = { blockId: str(blockId), actionId: str(actionId) };
  return { user, place: obj(place), ...named, value, values: obj(values) };
}

const actions: Record<string, Action> = {
  async say(hub, { channel, text, thread }, user) {
    await say(hub, { user, channel: str(channel), text: str(text), threadTs: str(thread) || null });
  },
  command: (hub, body, user) =>
    command(hub, { user, channel: str(body.channel), command: str(body.command), text: str(body.text) }),
  click: async (hub, body, user) => ({ ok: (await click(hub, clickOf(body, user))).ok }),
  async suggest(hub, body, user) {
    const found = await suggest(hub, clickOf(body, user));
    return { options: found.map((one) => ({ label: words(one.text), value: JSON.stringify(one) })) };
  },
  async submit(hub, { view, values }, user) {
    return { errors: await submit(hub, user, str(view), obj(values)) };
  },
  close: (hub, { view, all }, user) => hub.workspace.closeViews(user, all === true ? undefined : str(view)),
  home: (hub, { tab }, user) => openHome(hub, user, tab === 'messages' ? 'messages' : 'home'),
  shortcut: (hub, { callbackId, channel, ts }, user) =>
    useShortcut(hub, user, str(callbackId), ts === undefined ? ts : { channel: str(channel), ts: str(ts) }),
  step: (hub, { channel, callbackId, inputs }, user) =>
    runStep(hub, { user, channel: str(channel) }, str(callbackId), obj(inputs)),
  clock(hub, { to }) {
    const instant = new Date(str(to));
    if (Number.isNaN(instant.getTime()))
      throw new SlackRefusal('invalid_arguments', ['日時を読み取れません']);
    hub.clock.moveTo(instant);
    hub.workspace.changed();
  },
};

/** Does what the page asks; `null` when there is no such action. */
export async function pageAction(hub: Hub, name: string, body: Obj): Promise<Obj | null> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) return null;
  const user = str(body.as);
  if (!hub.workspace.person(user)) throw new SlackRefusal('user_not_found', [user]);
  return obj(await action(hub, body, user));
}
