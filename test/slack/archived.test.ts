// A channel that was archived while the person who set up its digest is gone: App Home of those who record says why nothing comes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import { digestClient } from '../../src/slack/digest/outcome.ts';
import { startDigestScheduler } from '../../src/slack/digest/scheduler.ts';
import { openTown, people, type Town, until } from '../support/slack-town.ts';
import { subscription } from './digest/town.ts';
import { wordsIn } from './recording/people.ts';
import { openWire, type Wire } from './walk-wire.ts';

let town: Town;
let wire: Wire;
beforeAll(async () => {
  wire = await openWire();
  town = await openTown({ environment: { RECORDERS: people.suzuki } });
  wire.target = town.playground.url;
  // What Slack says of an archived channel, and of a person who left.
  wire.trouble = (path, body) => {
    if (!path.includes('chat.postMessage')) return null;
    const error = new URLSearchParams(body).get('channel') === 'C0IJU' ? 'is_archived' : 'user_not_found';
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ok: false, error }),
    };
  };
});
afterAll(async () => {
  await town.close();
  await wire.close();
});

async function homeOf(user: string): Promise<string> {
  const { hub } = town.playground;
  await openHome(hub, user, 'home');
  return wordsIn(await until(() => hub.workspace.state.homes[user], 'App Home'));
}

test('the reason reaches those who record, and nobody else', async () => {
  const { context, playground } = town;
  await context.store.saveSubscription(
    subscription({ id: 'left', channel: 'C0IJU', owner: 'U0GONE', filter: '移住' }),
  );
  const client = digestClient(playground.botToken, wire.apiUrl);
  const scheduler = startDigestScheduler({ context, client, every: 3_600_000, pause: 0 });
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
    playground.clock.moveTo(new Date(`${day}T00:00:05Z`));
    await scheduler.tick();
    await scheduler.tick();
  }
  await scheduler.stop();
  const [left] = await context.store.subscriptions('C0IJU');
  expect(left).toMatchObject({ state: 'stopped', stopReason: 'is_archived' });
  const told = await homeOf(people.suzuki);
  expect(told).toContain('停止したお知らせ（1件）');
  expect(told).toContain('アーカイブされたチャンネル');
  expect(await homeOf(people.tanaka)).not.toContain('停止したお知らせ');
});
