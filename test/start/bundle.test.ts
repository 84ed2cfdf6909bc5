// The bundle that `npm ci` makes, as processes: what tests of the sources cannot see.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { command } from '../../src/playground/people/say.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { people, until } from '../support/slack-town.ts';
import { type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';

const product = mkdtempSync(join(tmpdir(), 'hakaru-bundle-'));
const { PATH, HOME } = process.env;
const processes: ChildProcess[] = [];
let slack: SocketSlack;

beforeAll(async () => {
  const root = packageRoot();
  for (const part of ['package.json', 'manifest.yml', 'bin', 'src', 'seeds', 'index'])
    cpSync(join(root, part), join(product, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(product, 'node_modules'));
  execFileSync(process.execPath, [join(product, 'bin/build.js')]);
  slack = await startSocketSlack({
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    port: 0,
    messageInterval: 0,
    retryDelays: [],
  });
}, 60_000);
afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await slack.close();
  rmSync(product, { recursive: true, force: true });
});

/** Runs a program of the bundle itself; `said` grows with what it writes. */
function run(program: 'app' | 'cli', args: string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(product, 'dist', `${program}.js`), ...args], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  processes.push(child);
  const run = { child, said: '', ended: new Promise((resolve) => child.on('exit', resolve)) };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      run.said += part;
    });
  return run;
}

test('ask answers', async () => {
  const ask = run('cli', ['ask', '/kpi 移住']);
  expect(await ask.ended).toBe(0);
  expect(ask.said).toContain('移住');
});

test('the bot answers over Socket Mode while its PostgreSQL is down, and says that it is down', async () => {
  const bot = run('app', [], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  await until(() => (slack.sockets.connected() ? true : undefined), 'the connection', 20_000);
  await until(() => (/store down: questions go on/.test(bot.said) ? true : undefined), 'the line', 20_000);
  await command(slack.hub, { user: people.sato, channel: 'C0KIKAKU', command: '/kpi', text: '移住' });
  await until(
    () => slack.hub.workspace.state.messages.find((message) => message.user === 'U0HAKARU'),
    'the answer',
  );
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
});

test('the bot answers signed requests over HTTP, and refuses others', async () => {
  const bot = run('app', [], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    DATA_DIR: join(product, 'data'),
  });
  const port = await until(() => /"port":(\d+),"msg":"ready"/.exec(bot.said)?.[1], 'ready', 20_000);
  const body = '{"type":"url_verification","challenge":"abc"}';
  const time = String(Math.floor(Date.now() / 1000));
  const send = (secret: string) =>
    fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`,
      },
      body,
    });
  expect(await (await send('secret')).text()).toContain('abc');
  expect((await send('another')).status).toBe(401);
});

test('files taken away by an update in place are not missed: requests, an Excel file and the store go on', async () => {
  const bot = run('app', [], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    DATA_DIR: join(product, 'data-update'),
  });
  const port = await until(() => /"port":(\d+),"msg":"ready"/.exec(bot.said)?.[1], 'ready', 20_000);
  renameSync(join(product, 'dist'), join(product, 'dist-old'));
  try {
    slack.connect(`http://127.0.0.1:${port}/slack/events`);
    const before = slack.hub.workspace.state.messages.length;
    await command(slack.hub, {
      user: people.sato,
      channel: 'C0KIKAKU',
      command: '/kpi',
      text: '移住 Excelで',
    });
    const since = () => slack.hub.workspace.state.messages.slice(before);
    await until(() => since().find(({ files = [] }) => files.length > 0), 'the file', 20_000);
    expect(bot.said).not.toMatch(/"level":(50|60)/);
  } finally {
    renameSync(join(product, 'dist-old'), join(product, 'dist'));
    bot.child.kill('SIGTERM');
    await bot.ended;
  }
});

test('without tokens the playground serves its page', async () => {
  const local = run('app', [], { PORT: '0' });
  const url = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(local.said)?.[0], 'the address', 20_000);
  expect((await fetch(url)).status).toBe(200);
});

test('a lexicon changed since it was prepared, and a preparation with a flipped byte, are made anew', async () => {
  const file = join(product, 'index/prepared.dict');
  const lexicon = join(product, 'index/lexicon/kinds.json');
  const before = readFileSync(file);
  const forms = readFileSync(lexicon, 'utf8');
  writeFileSync(lexicon, forms.replace('[', '["そらとぶ指標", '));
  try {
    expect(await run('cli', ['ask', '/kpi 移住']).ended).toBe(0);
    const renewed = readFileSync(file);
    expect(renewed.includes('そらとぶ')).toBe(true);
    const flipped = Buffer.from(renewed);
    flipped[5000] = (flipped[5000] as number) ^ 1;
    writeFileSync(file, flipped);
    expect(await run('cli', ['ask', '/kpi 移住']).ended).toBe(0);
    expect(readFileSync(file).equals(renewed)).toBe(true);
  } finally {
    writeFileSync(lexicon, forms);
    writeFileSync(file, before);
  }
});

test('seeds changed since the index was built are checked again', async () => {
  const file = join(product, 'seeds/kitakyushu-jimu.json');
  const seeds = readFileSync(file, 'utf8');
  writeFileSync(file, seeds.replace('"name":', '"nome":'));
  try {
    const ask = run('cli', ['ask', '/kpi 移住']);
    expect(await ask.ended).toBe(1);
    expect(ask.said).toContain('kitakyushu-jimu.json');
    expect(ask.said).toContain('nome');
  } finally {
    writeFileSync(file, seeds);
  }
});

test('a broken word list is named; an index whose digits were changed is not believed', async () => {
  const synonyms = join(product, 'index/synonyms.json');
  const index = join(product, 'index/search-index.json');
  const [words, built] = [readFileSync(synonyms, 'utf8'), readFileSync(index, 'utf8')];
  try {
    writeFileSync(synonyms, words.slice(0, -20));
    const broken = run('cli', ['ask', '/kpi 移住']);
    expect(await broken.ended).toBe(1);
    expect(broken.said).toContain('synonyms.json');
    writeFileSync(synonyms, words);
    // A digit in the middle of the postings becomes another one.
    const at = built.slice(built.length / 2).search(/[1-8]/) + Math.floor(built.length / 2);
    writeFileSync(index, `${built.slice(0, at)}9${built.slice(at + 1)}`);
    const flipped = run('cli', ['ask', '/kpi 移住']);
    expect(await flipped.ended).toBe(0);
    expect(flipped.said).toContain('the index was built in memory');
    expect(flipped.said).toContain('「移住」のKPIは10件です');
  } finally {
    writeFileSync(synonyms, words);
    writeFileSync(index, built);
  }
});
