// Other sites in the same browser, other names for this machine, bodies without end: refused, and nothing of them is kept.
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../src/playground/people/say.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { manifest } from './support/manifest.ts';

let playground: Playground;
beforeEach(async () => {
  playground = await startPlayground({ manifest, port: 0 });
});
afterEach(() => playground.close());

interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** Sent in pieces, without a length. */
  pieces?: Iterable<string>;
  ends?: boolean;
}

/** The status of a request with exactly these headers: fetch would set Host and Origin itself. */
function ask({ path, method = 'GET', headers = {}, pieces = [], ends = true }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(playground.url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
    for (const piece of pieces) asked.write(piece);
    if (ends) asked.end();
  });
}

const json = { 'content-type': 'application/json' };
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
const nothingKept = () => {
  expect(playground.hub.requests).toEqual([]);
  expect(playground.hub.refusals).toEqual([]);
  expect(playground.hub.workspace.state.messages).toHaveLength(1);
};

describe('WebSockets', () => {
  test.each([
    ['from another site, to an address that is none', '//[', { origin: 'https://evil.example' }, 403],
    ['from nowhere, to an address that is none', '//[', {}, 400],
    ['from another site', '/page/events', { origin: 'https://evil.example' }, 403],
    ['by another name of this machine', '/link?ticket=t1', { host: 'evil.example' }, 403],
    ['to nothing', '/link?ticket=t1', {}, 404],
  ])('%s: refused, and the process goes on', async (_name, path, headers, status) => {
    expect(await ask({ path, headers: { ...upgrade, ...headers } })).toBe(status);
    expect(await ask({ path: '/' })).toBe(200);
    nothingKept();
  });
});

describe.each(['/', '/page/state', '/page/events', '/page.js', '/api/auth.test', '/response/x'])(
  '%s',
  (path) => {
    test.each([
      ['by another name (DNS rebinding)', { host: 'evil.example' }],
      ['by another name that begins like ours', { host: '127.0.0.1.evil.example' }],
      ['from another site', { origin: 'https://evil.example' }],
      ['from another program on this machine', { origin: 'http://127.0.0.1:1' }],
      ['from a sandboxed frame', { origin: 'null' }],
      ["as part of another site's page", { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ])('%s: refused', async (_name, headers) => {
      expect(await ask({ path, headers })).toBe(403);
      expect(await ask({ path, headers, method: 'POST', pieces: ['{}'] })).toBe(403);
      nothingKept();
    });
  },
);

test('the page itself, by either name, and a link to it from elsewhere are served', async () => {
  const { port } = new URL(playground.url);
  for (const name of ['127.0.0.1', 'localhost']) {
    const own = {
      host: `${name}:${port}`,
      origin: `http://${name}:${port}`,
      'sec-fetch-site': 'same-origin',
    };
    expect(await ask({ path: '/page/state', headers: own })).toBe(200);
    const body = JSON.stringify({ as: 'U0SATO', channel: 'C0KIKAKU', text: 'x' });
    const acts = { path: '/page/say', method: 'POST', pieces: [body] };
    expect(await ask({ ...acts, headers: { ...own, ...json } })).toBe(200);
    expect(await ask({ ...acts, headers: own })).toBe(415);
  }
  expect(
    await ask({ path: '/', headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }),
  ).toBe(200);
});

describe('who has no token', () => {
  test.each([
    ['calls the Web API', '/api/chat.postMessage', 200],
    ['guesses a response_url', '/response/0123456789abcdef01234567', 404],
  ])('%s: refused, and nothing is kept', async (_name, path, status) => {
    const headers = { ...json, authorization: 'Bearer xoxb-guessed' };
    const pieces = [JSON.stringify({ channel: 'C0KIKAKU', text: 'x' })];
    expect(await ask({ path, method: 'POST', headers, pieces })).toBe(status);
    nothingKept();
  });
});

describe('bodies', () => {
  const long = 'x'.repeat(10_001);
  const ten = Array<string>(10).fill(long);
  const size = String(10 * long.length);
  const post = (path: string, headers: Record<string, string> = {}, pieces: Iterable<string> = ten) =>
    ask({ path, method: 'POST', headers: { ...json, ...headers }, pieces });

  test.each(['/api/chat.postMessage', '/page/say'])('%s takes at most 100 kB', async (path) => {
    expect(await post(path, { 'content-length': size })).toBe(413);
    expect(await post(path)).toBe(413);
    expect(await ask({ path: '/' })).toBe(200);
    nothingKept();
  });

  test('without end: refused before the end comes', async () => {
    const endless = {
      path: '/api/chat.postMessage',
      method: 'POST',
      headers: json,
      pieces: ten,
      ends: false,
    };
    expect(await ask(endless)).toBe(413);
    nothingKept();
  });

  test('of the bot may be longer: Japanese takes nine bytes a letter in a form', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ channel: 'C0KIKAKU', text: '計'.repeat(40_000) }).toString();
    const authorization = `Bearer ${playground.botToken}`;
    expect(body.length).toBeGreaterThan(300_000);
    expect(await post('/api/chat.postMessage', { ...form, authorization }, [body])).toBe(200);
    expect(playground.hub.workspace.state.messages.at(-1)?.text).toHaveLength(40_000);
    expect(await post('/api/chat.postMessage', form, [body])).toBe(413);
  });
});

test('ten thousand bold words leave the channel readable', async () => {
  await say(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', text: '*a* '.repeat(10_000) });
  const answer = await fetch(`${playground.url}/page/state?as=U0SATO&channel=C0KIKAKU`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<strong>a</strong> <strong>a</strong>');
});

test('what is remembered of requests and refusals has an end', async () => {
  const headers = { ...json, authorization: `Bearer ${playground.botToken}` };
  for (let i = 0; i < 210; i++)
    await fetch(`${playground.apiUrl}reactions.add`, { method: 'POST', headers, body: '{}' });
  expect(playground.hub.requests).toHaveLength(200);
  expect(playground.hub.refusals).toHaveLength(200);
});
