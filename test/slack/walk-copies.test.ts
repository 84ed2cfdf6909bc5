// The bot as processes, two copies over one store: events at either copy and at both, kill -9, SIGTERM, a revoked token.
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { deliverOverHttp, sign } from '../../src/playground/deliver.ts';
import type { Obj } from '../../src/playground/json.ts';
import { command, say } from '../../src/playground/people/say.ts';
import type { Playground } from '../../src/playground/server.ts';
import { botUser, type Message } from '../../src/playground/workspace.ts';
import { channels, people, until, wordsOf } from '../support/slack-town.ts';
import { type Copy, copy, overHttp, slack } from './copies.ts';
import { times } from './walk-wire.ts';

const kpi = 'U・Iターン就職決定者数';
const asked = { user: people.sato, channel: channels.kikaku };
/** The status of a simple request; a connection that broke with an earlier request is not reused. */
async function statusOf(address: string): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    try {
      return (await fetch(address)).status;
    } catch (error) {
      if (tries >= 10) throw error;
    }
  }
}
const answersOf = ({ hub }: Playground): Message[] =>
  hub.workspace.state.messages.filter(({ user }) => user === botUser);

test('two copies over HTTP answer each event once, know what the other was told, and survive kill -9 and SIGTERM', {
  timeout: 90_000,
}, async () => {
  const town = await slack();
  const { playground, wire } = town;
  const { hub } = playground;
  const settings = overHttp(town);
  let [one, two] = await Promise.all([copy(settings), copy(settings)]);
  const to = (which: Copy, delivery: Parameters<typeof hub.deliver>[0]) =>
    deliverOverHttp(`http://127.0.0.1:${which.port}/slack/events`, hub.signingSecret, delivery);
  const answers = () => answersOf(playground);
  const arrived = (count: number) =>
    until(() => (answers().length >= count ? true : undefined), `${count} answers`, 10_000);

  // Every event comes to both at the same moment, every command to one in turn.
  const events: Obj[] = [];
  let turn = 0;
  hub.deliver = async (delivery) => {
    if (delivery.kind !== 'event') return await to((turn++ % 2 === 0 ? one : two) as Copy, delivery);
    events.push(delivery.payload);
    const [ack] = await Promise.all([to(one, delivery), to(two, delivery)]);
    return ack;
  };
  const said = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      i % 2 === 0
        ? say(hub, { ...asked, text: `@Hakaru ${kpi}` })
        : command(hub, { ...asked, command: '/kpi', text: kpi }),
    ),
  );
  await arrived(10);
  expect(answers().every((answer) => wordsOf(answer).includes('400人'))).toBe(true);

  // The question went to the first copy, its follow-up goes to the second.
  const budget = '@Hakaru 多文化共生の推進のR4の予算は？';
  hub.deliver = (delivery) => to(one, delivery);
  const first = await say(hub, { ...asked, text: budget });
  await arrived(11);
  hub.deliver = (delivery) => to(two, delivery);
  await say(hub, { ...asked, text: '@Hakaru R5は？', threadTs: first.ts });
  await arrived(12);
  expect(wordsOf(answers()[11] as Message)).toContain('43,921千円');

  // What one copy has answered, a fresh one after kill -9 does not answer again.
  one.process.kill('SIGKILL');
  await one.ended;
  one = await copy(settings);
  for (const payload of events) {
    const ack = await to(one, {
      kind: 'event',
      name: 'event',
      payload,
      retry: { number: 2, reason: 'http_error' },
    });
    expect(ack.ok).toBe(true);
  }
  expect(said).toHaveLength(10);

  // Requests that nobody at Slack would make, with a right signature and without.
  const broken = [
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"type":"event_callback"}',
    '{"payload":1}',
    'payload={',
    'payload=null',
  ];
  const address = `http://127.0.0.1:${two.port}/slack/events`;
  for (const body of [...broken, 'command=/kpi', 'x'.repeat(3_000_000)])
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const time = Math.floor(Date.now() / 1000);
      const signed = {
        'x-slack-request-timestamp': `${time}`,
        'x-slack-signature': sign(hub.signingSecret, time, body),
      };
      for (const headers of [{ ...signed, 'content-type': type }, { 'content-type': type }]) {
        const abandoned = AbortSignal.timeout(100);
        await fetch(address, { method: 'POST', headers, body, signal: abandoned }).catch(() => undefined);
      }
    }
  expect(await statusOf(address)).toBe(404);
  const strange = connect(Number(two.port), '127.0.0.1');
  strange.on('error', () => undefined).write('POST // HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
  await new Promise((resolve) => strange.once('data', resolve).once('close', resolve));
  strange.destroy();
  expect(await statusOf(address)).toBe(404);

  // SIGTERM while the answer waits for a Slack in trouble: it still arrives, then the process ends well.
  const trouble = times(2, 'chat.postMessage', { status: 500 });
  let tried = false;
  wire.trouble = (path) => {
    const met = trouble(path);
    tried ||= met !== null;
    return met;
  };
  await say(hub, { ...asked, text: `@Hakaru ${kpi}` });
  // Somebody who began a request and never ends it does not hold the process.
  const idler = connect(Number(two.port), '127.0.0.1');
  idler.on('error', () => undefined).write('POST /slack/events HTTP/1.1\r\nHost: x\r\n');
  await new Promise((resolve) => idler.once('connect', resolve));
  await until(() => (tried ? true : undefined), 'the answer is on its way', 10_000);
  two.process.kill('SIGTERM');
  one.process.kill('SIGTERM');
  // Whoever stops finishes what it has begun: had anything been answered twice, it would be there now.
  expect(await Promise.all([one.ended, two.ended])).toEqual([0, 0]);
  expect(answers()).toHaveLength(13);
  expect(wordsOf(answers()[12] as Message)).toContain('400人');
  expect(one.log()).not.toMatch(/"level":(?:50|60)/);
  expect(two.log()).not.toMatch(/"level":60/);
  // What was not taken within three seconds comes again, and is answered once all the same.
  expect(hub.refusals.filter(({ error }) => error !== 'http_timeout')).toEqual([]);
});

test('two copies over Socket Mode answer each event once while lines drop, and end with the cause when the token is revoked', {
  timeout: 90_000,
}, async () => {
  const { playground, wire, folder } = await slack();
  const { hub, sockets, appToken } = playground;
  const settings = {
    SLACK_BOT_TOKEN: hub.botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: wire.apiUrl,
    DATA_DIR: folder,
  };
  const copies = await Promise.all([copy(settings), copy(settings)]);
  const answers = () => answersOf(playground);
  const deliver = hub.deliver;
  // Slack is impatient: every event is sent twice, and goes to whichever line has its turn.
  hub.deliver = async (delivery) => {
    if (delivery.kind !== 'event') return await deliver(delivery);
    const [ack] = await Promise.all([deliver(delivery), deliver(delivery)]);
    return ack;
  };
  let expected = 0;
  for (const end of [() => undefined, () => sockets.refresh(), () => sockets.drop()]) {
    await until(() => (sockets.connected() ? true : undefined), 'a line', 10_000);
    const running = Array.from({ length: 4 }, () => say(hub, { ...asked, text: `@Hakaru ${kpi}` }));
    await new Promise((resolve) => setImmediate(resolve));
    end();
    await Promise.all(running);
    expected += 4;
    await until(() => (answers().length >= expected ? true : undefined), `${expected} answers`, 12_000);
  }
  expect(answers().every((answer) => wordsOf(answer).includes('400人'))).toBe(true);

  await until(() => (sockets.connected() ? true : undefined), 'a line', 10_000);
  sockets.token = 'xapp-another';
  sockets.drop();
  expect(await Promise.all(copies.map(({ ended }) => ended))).toEqual([1, 1]);
  expect(answers()).toHaveLength(expected);
  for (const { log } of copies) {
    expect(log()).toContain('the connection to Slack ended');
    expect(log()).toContain('アプリの認証に失敗しました。');
  }
});
