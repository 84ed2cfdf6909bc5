// A copy of the bot that looks at the clock once and is killed at a given step: before or after a write or a call to Slack.

import { startDigestScheduler } from '../../../src/slack/digest/scheduler.ts';
import { openStore, type StoreSettings } from '../../../src/stores/open-store.ts';
import { openCopy, setClock } from './town.ts';

const [settings = '', slackUrl = '', day = '', kill = '0'] = process.argv.slice(2);
let step = 0;

/** Counts the moment before and the moment after; at the chosen one the process is gone. */
function watched<T extends object>(target: T, names: readonly string[]): T {
  const passed = () => {
    step += 1;
    if (step === Number(kill)) process.kill(process.pid, 'SIGKILL');
  };
  return new Proxy(target, {
    get(inner, name, receiver) {
      const value: unknown = Reflect.get(inner, name, receiver);
      if (typeof value !== 'function' || !names.includes(String(name))) return value;
      return async (...args: unknown[]) => {
        passed();
        const result: unknown = await value.apply(inner, args);
        passed();
        return result;
      };
    },
  });
}

const writes = ['claimDigest', 'moveDigest', 'editSubscription', 'removeSnooze'];

async function main(): Promise<void> {
  const store = openStore(JSON.parse(settings) as StoreSettings);
  const clock = setClock(day, '09:00');
  const { context, client, scheduler } = openCopy(watched(store, writes), slackUrl, clock, 'killed');
  await scheduler.stop();
  context.bot.repository.applyEntries(await store.entriesAfter(0));
  const posting = Object.assign(Object.create(client) as typeof client, {
    chat: watched(client.chat, ['postMessage']),
  });
  const killed = startDigestScheduler({
    context,
    client: posting,
    copy: 'killed',
    every: 3_600_000,
    pause: 0,
  });
  await killed.tick();
  await killed.stop();
  await store.close();
  process.stdout.write(String(step));
}

void main();
