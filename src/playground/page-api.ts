// What the page may ask of the server: one entry per thing a person can do.

import { words } from './html/text.ts';
import type { Hub } from './hub.ts';
import { type Obj, obj, str } from './json.ts';
import { click, type Place, suggest } from './people/click.ts';
import { close, submit } from './people/modal.ts';
import { openHome, runStep, useShortcut } from './people/open.ts';
import { command, say } from './people/say.ts';
import { SlackRefusal } from './rules/refusal.ts';

type Action = (hub: Hub, body: Obj, user: string) => Promise<Obj> | Obj;

function clickOf(body: Obj, user: string) {
  const place = obj(body.place);
  const where: Place =
    place.view === undefined ? { channel: str(place.channel), ts: str(place.ts) } : { view: str(place.view) };
  return {
    user,
    place: where,
    blockId: str(body.blockId),
    actionId: str(body.actionId),
    value: body.value,
    values: obj(body.values),
  };
}

const actions: Record<string, Action> = {
  async say(hub, body, user) {
    await say(hub, {
      user,
      channel: str(body.channel),
      text: str(body.text),
      threadTs: str(body.thread) || null,
    });
    return {};
  },
  async command(hub, body, user) {
    await command(hub, {
      user,
      channel: str(body.channel),
      command: str(body.command),
      text: str(body.text),
    });
    return {};
  },
  async click(hub, body, user) {
    const ack = await click(hub, clickOf(body, user));
    return { ok: ack.ok };
  },
  async suggest(hub, body, user) {
    const options = await suggest(hub, clickOf(body, user));
    return {
      options: options.map((option) => ({ label: words(option.text), value: JSON.stringify(option) })),
    };
  },
  async submit(hub, body, user) {
    return { errors: await submit(hub, user, str(body.view), obj(body.values)) };
  },
  async close(hub, body, user) {
    await close(hub, user, str(body.view), body.all === true);
    return {};
  },
  async home(hub, body, user) {
    await openHome(hub, user, body.tab === 'messages' ? 'messages' : 'home');
    return {};
  },
  async shortcut(hub, body, user) {
    const target = body.ts === undefined ? undefined : { channel: str(body.channel), ts: str(body.ts) };
    await useShortcut(hub, user, str(body.callbackId), target);
    return {};
  },
  async step(hub, body, user) {
    await runStep(hub, user, str(body.channel), str(body.callbackId), obj(body.inputs));
    return {};
  },
  clock(hub, body) {
    const to = new Date(str(body.to));
    if (Number.isNaN(to.getTime())) throw new SlackRefusal('invalid_arguments', ['日時を読み取れません']);
    hub.clock.moveTo(to);
    hub.workspace.changed();
    return { clock: hub.clock.now().toISOString() };
  },
};

/** Does what the page asks; `null` when there is no such action. */
export async function pageAction(hub: Hub, name: string, body: Obj): Promise<Obj | null> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) return null;
  const user = str(body.as);
  if (!hub.workspace.person(user)) throw new SlackRefusal('user_not_found', [user]);
  return action(hub, body, user);
}
