// Whole processes by the clock and their memory, by turns with a bare script that only loads stock kuromoji.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { table } from './table.ts';

interface ProcessMeasures {
  name: string;
  /** Milliseconds from the start of the process until it has done what its name says. */
  ready: number;
  /** Greatest resident set of one of its processes, MB. */
  peak: number;
}

const STOCK = 'a script that loads stock kuromoji';
const MEMORY_RUNS = 3;
const SECRET = 'bench';

/** A way to start; answers when it is ready, and ends what it started. */
type Start = (environment: NodeJS.ProcessEnv) => Promise<void>;

/** Ratios to the stock script first. */
export async function processTable(runs: number): Promise<string> {
  const rows = await measureProcesses(runs);
  const stock = rows.find(({ name }) => name === STOCK) as ProcessMeasures;
  return table(
    ['whole process', 'time ÷ stock', 'peak ÷ stock', 'ms', 'peak MB'],
    rows.map(({ name, ready, peak }) => [name, ready / stock.ready, peak / stock.peak, ready, peak]),
  );
}

/** `runs` rounds, each of them every process once. */
async function measureProcesses(runs: number): Promise<ProcessMeasures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  const slack = await startStandIn();
  try {
    const starts = startsIn(copyOfProduct(folder), folder, slack.port);
    const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
    for (let run = 0; run <= runs; run++) {
      for (const [name, start] of Object.entries(starts)) {
        const before = performance.now();
        await start(cleanEnvironment());
        // The first round only warms the disk's cache up.
        if (run > 0) times.get(name)?.push(performance.now() - before);
      }
    }
    const rows: ProcessMeasures[] = [];
    for (const [name, start] of Object.entries(starts))
      rows.push({ name, ready: median(times.get(name) ?? []), peak: await peakOf(start, folder) });
    return rows;
  } finally {
    slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The product as it stands, where neither an editor nor a recorded result changes it meanwhile. */
function copyOfProduct(folder: string): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const copy = join(folder, 'product');
  mkdirSync(copy);
  for (const part of ['package.json', 'manifest.yml', 'bin', 'src', 'seeds', 'index'])
    cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync(process.execPath, [join(copy, 'bin/build.js')], { cwd: copy, stdio: 'inherit' });
  return copy;
}

function startsIn(product: string, folder: string, slackPort: number): Record<string, Start> {
  const kuromoji = join(product, 'node_modules/kuromoji');
  const stock = join(folder, 'stock.mjs');
  writeFileSync(
    stock,
    `import kuromoji from ${JSON.stringify(join(kuromoji, 'src/kuromoji.js'))};
kuromoji.builder({ dicPath: ${JSON.stringify(join(kuromoji, 'dict'))} }).build((error) => { if (error) throw error; });\n`,
  );
  const launch = join(product, 'bin/launch.js');
  const run = (command: string, args: string[]): Start => {
    return (env) =>
      ended(spawn(command, args, { cwd: product, env, stdio: ['ignore', 'ignore', 'inherit'] }));
  };
  const ask = run(process.execPath, [launch, 'cli', 'ask', '/kpi', '移住']);
  const app = (env: NodeJS.ProcessEnv) =>
    spawn(process.execPath, [launch, 'app'], { cwd: product, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    [STOCK]: run(process.execPath, [stock]),
    'first answer, npm included (`npm run --silent ask -- /kpi 移住`)': run('npm', [
      'run',
      '--silent',
      'ask',
      '--',
      '/kpi',
      '移住',
    ]),
    'first answer without npm': ask,
    'first answer, dictionary not prepared': async (env) => {
      rmSync(join(product, 'index/kuromoji.dict'), { force: true });
      await ask(env);
    },
    'bot ready (Slack tokens set, first signed request answered)': async (env) => {
      const data = mkdtempSync(join(folder, 'data-'));
      const bot = app({
        ...env,
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
        PORT: '0',
        DATA_DIR: data,
      });
      const [, port] = await said(bot, bot.stderr, /"port":(\d+),"msg":"ready"/);
      await verifyUrl(Number(port));
      bot.kill('SIGTERM');
      await ended(bot);
    },
    'playground ready (page served)': async (env) => {
      const local = app({ ...env, PORT: '0' });
      const [url = ''] = await said(local, local.stdout, /http:\/\/[\w.:]+\/?/);
      const page = await fetch(url);
      if (!page.ok) throw new Error(`the page answers ${page.status}`);
      await page.text();
      local.kill('SIGTERM');
      await ended(local);
    },
  };
}

/** What Slack asks of a new address; the bot must answer with the challenge. */
async function verifyUrl(port: number): Promise<void> {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'bench' });
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  if (!(await answer.text()).includes('bench')) throw new Error(`the bot answers ${answer.status}`);
}

/** A Slack that agrees to everything. */
async function startStandIn(): Promise<{ port: number; close(): void }> {
  const identity = {
    ok: true,
    url: 'https://bench.example/',
    team_id: 'T1',
    user_id: 'U1',
    bot_id: 'B1',
  };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(identity));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Runs it with a hook in each of its processes that notes the greatest resident set at the end. */
async function peakOf(start: Start, folder: string): Promise<number> {
  const notes = mkdtempSync(join(folder, 'peak-'));
  const hook = join(notes, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(notes)} + '/' + process.pid + '.kb', String(process.resourceUsage().maxRSS)));\n`,
  );
  for (let run = 0; run < MEMORY_RUNS; run++)
    await start({ ...cleanEnvironment(), NODE_OPTIONS: `--require ${hook}` });
  const peaks = readdirSync(notes)
    .filter((name) => name.endsWith('.kb'))
    .map((name) => Number(readFileSync(join(notes, name), 'utf8')) / 1024);
  return Math.max(...peaks);
}

/** Nothing of the caller's settings: no tokens, no database, no npm that runs this. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}

/** Waits until the process has written what matches. */
function said(child: ChildProcess, stream: NodeJS.ReadableStream, form: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      text += chunk;
      const match = form.exec(text);
      if (match) resolve(match);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${text}`)));
  });
}
