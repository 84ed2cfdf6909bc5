// SIGTERM in the middle of work: nothing new is taken, what was acknowledged is answered, and ten seconds are enough.
import { expect, test } from 'vitest';
import { deliverOverHttp } from '../../src/playground/deliver.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { type Copy, copy, overHttp, slack } from '../slack/copies.ts';
import { channels, people, until } from '../support/slack-town.ts';

test('at SIGTERM what runs is answered, what comes is refused, and what cannot be posted in time is answered by the next copy', {
  timeout: 90_000,
}, async () => {
  const town = await slack();
  const { playground, wire } = town;
  const { hub } = playground;
  const settings = { ...overHttp(town), HEALTH_PORT: '0' };
  const first: Copy = await copy(settings);
  hub.deliver = (delivery) =>
    deliverOverHttp(`http://127.0.0.1:${first.port}/slack/events`, hub.signingSecret, delivery);
  const answers = () => hub.workspace.state.messages.filter(({ user }) => user === botUser);
  const ask = { user: people.sato, channel: channels.kikaku };
  await command(hub, { ...ask, command: '/kpi', text: '移住' });
  await until(() => (answers().length === 1 ? true : undefined), 'the first answer', 15_000);

  // One channel has to wait for a minute, longer than the copy lives.
  wire.trouble = (path, body) =>
    path.includes('chat.postMessage') && body.includes(channels.direct)
      ? { status: 429, headers: { 'retry-after': '60' } }
      : null;
  const tried = () => wire.asked.filter((path) => path.includes('chat.postMessage')).length;
  const stuck = await say(hub, { ...ask, channel: channels.direct, text: '移住のKPIは？' });
  await until(() => (tried() > 0 ? true : undefined), 'the refusal', 15_000);
  await Promise.all([
    ...Array.from({ length: 5 }, () => command(hub, { ...ask, command: '/kpi', text: '移住' })),
    ...Array.from({ length: 3 }, () => say(hub, { ...ask, text: '@Hakaru 移住のKPIは？' })),
  ]);
  const began = Date.now();
  first.process.kill('SIGTERM');
  await until(() => (first.log().includes('"msg":"stopping"') ? true : undefined), 'the signal', 15_000);
  const health = /"health":(\d+)/.exec(first.log())?.[1];
  const ready = await fetch(`http://127.0.0.1:${health}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([
    503,
    '{"ready":false,"reasons":["停止の途中です。"]}\n',
  ]);
  await expect(fetch(`http://127.0.0.1:${first.port}/slack/events`, { method: 'POST' })).rejects.toThrow();
  expect(await first.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(answers()).toHaveLength(1 + 5 + 3);
  expect(first.log()).not.toMatch(/"level":(?:50|60)/);

  wire.trouble = () => null;
  await copy(settings);
  const late = await until(
    () => answers().find(({ channel }) => channel === channels.direct),
    'the answer',
    15_000,
  );
  expect(late.threadTs).toBe(stuck.ts);
  expect(answers()).toHaveLength(1 + 5 + 3 + 1);
});
