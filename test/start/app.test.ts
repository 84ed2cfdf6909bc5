// `npm start` as a process: terminal, playground, Slack; ends cleanly, and says why when it cannot go on.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { command } from '../../src/playground/people/say.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { people, until } from '../support/slack-town.ts';
import { type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';

interface Run {
  process: ChildProcessWithoutNullStreams;
  out(): string;
  err(): string;
  ended: Promise<number | null>;
}
const runs: Run[] = [];
const playgrounds: SocketSlack[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const run of runs.splice(0)) run.process.kill('SIGKILL');
  for (const playground of playgrounds.splice(0)) await playground.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Starts the app with nothing but these settings. */
function start(settings: Record<string, string>, args: string[] = []): Run {
  const { PATH = '', HOME = '', XDG_CACHE_HOME } = process.env;
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/launch.js'), 'app', ...args], {
    cwd: packageRoot(),
    env: { PATH, HOME, ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}), ...settings },
  });
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text.err += part;
  });
  const run: Run = {
    process: child,
    out: () => text.out,
    err: () => text.err,
    ended: new Promise((resolve) => child.on('exit', (code) => resolve(code))),
  };
  runs.push(run);
  return run;
}

async function slack(): Promise<SocketSlack> {
  const manifest = readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8');
  const playground = await startSocketSlack({ manifest, port: 0, messageInterval: 0, retryDelays: [] });
  playgrounds.push(playground);
  return playground;
}

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hakaru-start-'));
  folders.push(folder);
  return folder;
}

test('piped questions get one answer a line, then the process ends', async () => {
  const run = start({ DATA_DIR: await dataFolder() }, ['--terminal']);
  run.process.stdin.end('/kpi U・Iターン就職決定者数 目標\n\n/machi U・Iターン応援プロジェクト\n');
  expect(await run.ended).toBe(0);
  const lines = run.out().trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('400人');
  expect(lines[2]).toContain('17市町');
});

test('without tokens the playground opens, on another port when the wanted one is taken, and ends on SIGTERM', async () => {
  const other = await slack();
  const run = start({ PORT: new URL(other.url).port });
  const url = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(run.out())?.[0], 'the address', 20_000);
  expect(url).not.toBe(other.url);
  expect(run.out()).toContain('SLACK_BOT_TOKEN');
  const page = await fetch(url);
  expect(page.status).toBe(200);
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);
});

test('with tokens it answers over Socket Mode and ends on SIGINT', async () => {
  const playground = await slack();
  const run = start({
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: playground.appToken,
    SLACK_API_URL: playground.apiUrl,
    DATA_DIR: await dataFolder(),
  });
  await until(() => (playground.sockets.connected() ? true : undefined), 'the connection', 20_000);
  const { hub } = playground;
  await command(hub, { user: people.sato, channel: 'C0KIKAKU', command: '/kpi', text: '移住' });
  await until(
    () => hub.workspace.state.messages.find((message) => message.user === 'U0HAKARU'),
    'the answer',
  );
  expect(hub.refusals).toEqual([]);
  run.process.kill('SIGINT');
  expect(await run.ended).toBe(0);
});

test('a token revoked while running ends the process with the cause and the cure', async () => {
  const playground = await slack();
  const run = start({
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: playground.appToken,
    SLACK_API_URL: playground.apiUrl,
    DATA_DIR: await dataFolder(),
  });
  await until(() => (playground.sockets.connected() ? true : undefined), 'the connection', 20_000);
  playground.sockets.token = 'xapp-another';
  playground.sockets.refresh();
  expect(await run.ended).toBe(1);
  expect(run.err()).toContain('the connection to Slack ended');
  expect(run.err()).toContain('アプリの認証に失敗しました');
});

test('a wrong token at the start ends the process with the cause and the cure', async () => {
  const playground = await slack();
  const run = start({
    SLACK_BOT_TOKEN: 'xoxb-wrong',
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: playground.apiUrl,
    PORT: '0',
    DATA_DIR: await dataFolder(),
  });
  expect(await run.ended).toBe(1);
  expect(run.err()).toContain('Slack refused the start');
  expect(run.err()).not.toContain('xoxb-wrong');
});

test('a database that is down leaves questions on and says so', async () => {
  const playground = await slack();
  const run = start({
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_APP_TOKEN: playground.appToken,
    SLACK_API_URL: playground.apiUrl,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  await until(() => (/store down: questions go on/.test(run.err()) ? true : undefined), 'the line', 20_000);
  const { hub } = playground;
  await until(() => (playground.sockets.connected() ? true : undefined), 'the connection', 20_000);
  await command(hub, { user: people.sato, channel: 'C0KIKAKU', command: '/kpi', text: '移住' });
  await until(
    () => hub.workspace.state.messages.find((message) => message.user === 'U0HAKARU'),
    'the answer',
  );
});

test('a missing setting is named with its cure', async () => {
  const run = start({ SLACK_APP_TOKEN: 'xapp-1' });
  expect(await run.ended).toBe(2);
  expect(run.err()).toContain('SLACK_BOT_TOKEN: 設定されていません。');
});
