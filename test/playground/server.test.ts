// The server itself: only this machine, only this page, any free port, kept or forgotten.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { say } from '../../src/playground/people/say.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/server.ts';
import { manifest } from './support/manifest.ts';

const running: Playground[] = [];
async function start(options: Partial<PlaygroundOptions> = {}): Promise<Playground> {
  const playground = await startPlayground({ manifest, port: 0, ...options });
  running.push(playground);
  return playground;
}
afterEach(async () => {
  for (const playground of running.splice(0)) await playground.close();
});

test('a taken port is no obstacle', async () => {
  const first = await start();
  const second = await start({ port: Number(new URL(first.url).port) });
  expect(second.url).not.toBe(first.url);
  expect((await fetch(second.url)).status).toBe(200);
});

test('the page comes with a policy that lets nothing in from outside and nothing inline', async () => {
  const { url } = await start();
  for (const file of [
    '/',
    '/page.js',
    '/blocks.js',
    '/composer.js',
    '/panels.js',
    '/page.css',
    '/blocks.css',
    '/icon.svg',
  ]) {
    const response = await fetch(url + file);
    expect([file, response.status]).toEqual([file, 200]);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    const text = await response.text();
    expect(text).not.toMatch(/<script>|<style|\son\w+="|style="/);
  }
});

test.each(['/package.json', '/../server.ts', '/page/../../package.json', '/constructor'])(
  '%s is not served',
  async (path) => {
    const { url } = await start();
    expect((await fetch(url + path)).status).toBe(404);
  },
);

test('the welcome offers three examples', async () => {
  const { url } = await start();
  const state = (await (await fetch(`${url}/page/state?as=U0SATO`)).json()) as {
    messages: { html: string }[];
  };
  expect(state.messages).toHaveLength(1);
  for (const example of ['/kpi 移住', '/jigyo 上毛町が参加', '/kpi 遅れ'])
    expect(state.messages[0]?.html).toContain(`>${example}</button>`);
});

test('a person sees their own private messages and nobody else does', async () => {
  const { url, hub } = await start();
  hub.workspace.post({
    channel: 'C0KIKAKU',
    user: 'U0HAKARU',
    text: '内緒',
    blocks: [],
    threadTs: null,
    ephemeralTo: 'U0SATO',
  });
  const texts = async (as: string) =>
    await (await fetch(`${url}/page/state?as=${as}&channel=C0KIKAKU`)).text();
  expect(await texts('U0SATO')).toContain('内緒');
  expect(await texts('U0TANAKA')).not.toContain('内緒');
});

test('moving the clock is seen by the bot', async () => {
  const { url, clock } = await start();
  const response = await fetch(`${url}/page/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'U0SATO', to: '2026-11-24T00:00:00Z' }),
  });
  expect(response.status).toBe(200);
  expect(clock.now().toISOString()).toMatch(/^2026-11-24T00:00:0/);
});

test('what was said is forgotten at the end, or kept in the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const talk = async (options: Partial<PlaygroundOptions>) => {
    const playground = await startPlayground({ manifest, port: 0, ...options });
    await say(playground.hub, { user: 'U0SATO', channel: 'C0IJU', text: '覚えていて' });
    await playground.close();
    const again = await startPlayground({ manifest, port: 0, ...options });
    const kept = again.hub.workspace.state.messages.some((message) => message.text === '覚えていて');
    await again.close();
    return kept;
  };
  expect(await talk({})).toBe(false);
  expect(await talk({ keepDir: folder })).toBe(true);
  rmSync(folder, { recursive: true });
});
