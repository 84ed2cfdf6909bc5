// Deliveries over HTTP: signed, three seconds to answer, events again with the same id, response_url five times in thirty minutes.
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMovableClock } from '../../src/playground/clock.ts';
import { sign } from '../../src/playground/deliver.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { manifest } from './support/manifest.ts';

interface Request {
  headers: Record<string, unknown>;
  body: string;
}
let playground: Playground;
let listener: Server;
let requests: Request[];
/** Status to answer; 0 leaves the request without an answer. */
let status: number;
let ticks = 0;

beforeEach(async () => {
  requests = [];
  status = 200;
  ticks = 0;
  listener = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ headers: request.headers, body });
      if (status > 0) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const clock = createMovableClock(new Date('2026-11-24T00:00:00Z'), () => ticks);
  const port = (listener.address() as AddressInfo).port;
  playground = await startPlayground({
    manifest,
    clock,
    port: 0,
    ackWithin: 200,
  });
  playground.connect(`http://127.0.0.1:${port}/slack/events`);
});
afterEach(async () => {
  await playground.close();
  listener.closeAllConnections();
  listener.close();
});

const ask = (text = '移住 &') =>
  command(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/kpi', text });
const mention = () => say(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', text: '@Hakaru 移住' });

test('the signature is the published one', () => {
  // The example of Slack's documentation on verifying requests.
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(sign('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

test('a command comes as a signed form with the fields of Slack', async () => {
  await ask();
  const { headers, body } = requests[0] as Request;
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  expect(headers['x-slack-signature']).toBe(
    `v0=${createHmac('sha256', playground.signingSecret).update(base).digest('hex')}`,
  );
  expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
    command: '/kpi',
    text: '移住 &amp;',
    channel_id: 'C0KIKAKU',
    user_id: 'U0SATO',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/response\/[0-9a-f]{24}$/),
  });
});

test('no acknowledgement within the time: the person is told, the panel says operation_timeout, nothing is repeated', async () => {
  status = 0;
  await ask();
  expect(playground.hub.workspace.state.messages.at(-1)).toMatchObject({
    ephemeralTo: 'U0SATO',
    user: 'USLACKBOT',
  });
  expect(playground.hub.refusals).toMatchObject([{ where: '/kpi', error: 'operation_timeout' }]);
  playground.clock.advance(600_000);
  expect(requests).toHaveLength(1);
});

describe('an event the bot does not take', () => {
  test('comes again at once, after a minute and after five, with the same event_id', async () => {
    status = 500;
    await mention();
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    await vi.waitFor(() => expect(playground.hub.refusals).toHaveLength(2));
    playground.clock.advance(59_999);
    expect(requests).toHaveLength(2);
    playground.clock.advance(1);
    await vi.waitFor(() => expect(playground.hub.refusals).toHaveLength(3));
    playground.clock.advance(300_000);
    await vi.waitFor(() => expect(playground.hub.refusals).toHaveLength(4));
    playground.clock.advance(3_600_000);
    expect(requests).toHaveLength(4);
    expect(new Set(requests.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    expect(requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(requests[1]?.headers['x-slack-retry-reason']).toBe('http_error');
  });

  test('is sent once when the first try is taken', async () => {
    await mention();
    playground.clock.advance(600_000);
    expect(requests).toHaveLength(1);
  });
});

test('events the manifest does not subscribe to are not sent', async () => {
  await say(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', text: 'おはようございます' });
  expect(requests).toEqual([]);
});

describe('response_url', () => {
  const post = (url: string, body: object) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const issued = async () => {
    await ask();
    return new URLSearchParams(requests.at(-1)?.body).get('response_url') ?? '';
  };

  test('works five times, the sixth is refused', async () => {
    const url = await issued();
    for (const text of ['1', '2', '3', '4', '5']) expect((await post(url, { text })).status).toBe(200);
    const sixth = await post(url, { text: '6' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(playground.hub.workspace.state.messages.at(-1)).toMatchObject({
      text: '5',
      ephemeralTo: 'U0SATO',
    });
  });

  test('works thirty minutes, not longer', async () => {
    const url = await issued();
    playground.clock.advance(30 * 60_000);
    expect((await post(url, { text: 'まだ' })).status).toBe(200);
    playground.clock.advance(1);
    expect(await (await post(url, { text: 'もう' })).json()).toEqual({ ok: false, error: 'expired_url' });
  });

  test('refuses blocks Slack would refuse', async () => {
    const answer = await post(await issued(), { text: 'x', blocks: [{ type: 'chart' }] });
    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, error: 'invalid_blocks' }]);
  });
});
