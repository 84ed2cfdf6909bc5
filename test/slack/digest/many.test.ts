// Five hundred digests due at once, over the wire: a command that comes meanwhile is acknowledged after a few of them, and what they share is worked out once.
import { expect, test } from 'vitest';
import { command } from '../../../src/playground/people/say.ts';
import { createComposer } from '../../../src/slack/digest/composer.ts';
import { digestClient } from '../../../src/slack/digest/outcome.ts';
import { startDigestScheduler } from '../../../src/slack/digest/scheduler.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { channels, openTown, people } from '../../support/slack-town.ts';
import { openWire } from '../walk-wire.ts';
import { subscription } from './town.ts';

const many = 500;
/** So many digests at most may be decided between a command's coming and its acknowledgement. */
const few = 5;
const words = ['移住', '子育て', '国際政策課'];

test.for(['http', 'socket'] as const)(
  '%s: commands between 500 digests',
  { timeout: 60_000 },
  async (mode, { onTestFinished }) => {
    const wire = await openWire();
    let decided = 0;
    const asked: string[] = [];
    const town = await openTown({
      mode,
      store(file) {
        const store = openStore({ sqliteFile: file });
        return {
          ...store,
          claimDigest(post) {
            decided += 1;
            return store.claimDigest(post);
          },
        };
      },
      change(parts) {
        const { bot } = parts;
        const ask: typeof bot.ask = (text, options) => {
          if (words.includes(text) && options?.asOf) asked.push(text);
          return bot.ask(text, options);
        };
        return { ...parts, bot: { ...bot, repository: bot.repository, ask } };
      },
    });
    onTestFinished(async () => {
      await town.close();
      await wire.close();
    });
    // A Slack of five hundred channels that takes every post.
    const posted = new Map<string, number>();
    wire.target = town.playground.url;
    wire.trouble = (path, body) => {
      if (!path.includes('chat.postMessage')) return null;
      const fields = new URLSearchParams(body);
      const channel = fields.get('channel') ?? '';
      if (!fields.get('thread_ts')) posted.set(channel, (posted.get(channel) ?? 0) + 1);
      const ts = `1795478400.${String(posted.size).padStart(6, '0')}`;
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ok: true, channel, ts }),
      };
    };
    for (let n = 0; n < many; n += 1) {
      const filter = words[n % words.length] ?? '';
      await town.context.store.saveSubscription(subscription({ id: `s${n}`, channel: `C${n}`, filter }));
    }
    const { hub } = town.playground;
    const { send } = hub;
    const between: number[] = [];
    hub.send = async (delivery) => {
      const before = decided;
      const ack = await send(delivery);
      expect(ack.ok).toBe(true);
      if (before > 0 && before < many) between.push(decided - before);
      return ack;
    };
    const { context, playground } = town;
    const scheduler = startDigestScheduler({
      context,
      client: digestClient(playground.botToken, wire.apiUrl),
      every: 3_600_000,
      pause: 0,
    });
    onTestFinished(() => scheduler.stop());
    let running = true;
    const all = scheduler.tick().finally(() => {
      running = false;
    });
    for (let from = 20; running; ) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (decided < from) continue;
      from = decided + 40;
      await command(hub, { user: people.sato, channel: channels.kikaku, command: '/kpi', text: 'ヘルプ' });
    }
    await all;
    expect(between.length).toBeGreaterThan(5);
    expect(Math.max(...between)).toBeLessThanOrEqual(few);
    expect(posted.size).toBe(many);
    expect([...posted.values()].every((count) => count === 1)).toBe(true);
    expect(asked.sort()).toEqual([...words].sort());
  },
);

test('the view of a day and a digest of the same words are worked out once, until a result is recorded', async ({
  onTestFinished,
}) => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const composer = createComposer(town.context);
  const view = await composer.view('2026-11-24');
  expect(await composer.view('2026-11-24')).toBe(view);
  expect(await composer.view('2026-11-25')).not.toBe(view);
});
