// Whole processes by the clock and their memory, by turns with a bare script that only loads stock kuromoji.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { type Spent, spentSoFar } from './spent.ts';
import { table } from './table.ts';

interface ProcessMeasures {
  name: string;
  /** Milliseconds from the start of the process until it has done what its name says. */
  ready: number;
  /** Greatest resident set of one of its processes, MB. */
  peak: number;
  /** Processor milliseconds of all its processes until they end: tells more than the clock on a busy machine. */
  cpu: number;
}

const STOCK = 'a script that loads stock kuromoji';
const UNPREPARED = 'first answer, dictionary not prepared';
const SPENT_RUNS = 5;
const SECRET = 'bench';

/** A way to start; settles when it is ready, with what ends it. */
type Start = (environment: NodeJS.ProcessEnv) => Promise<() => Promise<void>>;

/** Ratios to the stock script first. */
export async function processTable(runs: number): Promise<string> {
  const rows = await measureProcesses(runs);
  const stock = rows.find(({ name }) => name === STOCK) as ProcessMeasures;
  return table(
    ['whole process', 'time ÷ stock', 'CPU ÷ stock', 'peak ÷ stock', 'ms', 'CPU ms', 'peak MB'],
    rows.map(({ name, ready, cpu, peak }) => [
      name,
      ready / stock.ready,
      cpu / stock.cpu,
      peak / stock.peak,
      ready,
      cpu,
      peak,
    ]),
  );
}

/** `runs` rounds, each of them every process once. */
async function measureProcesses(runs: number): Promise<ProcessMeasures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  const slack = await startStandIn();
  try {
    const starts = startsIn(copyOfProduct(folder), folder, slack.port);
    const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
    // What writes the dictionary keeps the disk busy for others: it has rounds of its own.
    const names = Object.keys(starts);
    for (const turns of [names.filter((name) => name !== UNPREPARED), [UNPREPARED]]) {
      for (let run = 0; run <= runs; run++) {
        for (const name of turns) {
          const before = performance.now();
          const stop = await (starts[name] as Start)(cleanEnvironment());
          // The first round only warms the disk's cache up.
          if (run > 0) times.get(name)?.push(performance.now() - before);
          await stop();
        }
      }
    }
    const rows: ProcessMeasures[] = [];
    for (const [name, start] of Object.entries(starts))
      rows.push({ name, ready: median(times.get(name) ?? []), ...(await spentBy(start, folder)) });
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
    return async (env) => {
      await ended(spawn(command, args, { cwd: product, env, stdio: ['ignore', 'ignore', 'inherit'] }));
      return async () => undefined;
    };
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
      return () => stopped(bot);
    },
    'playground ready (page served)': async (env) => {
      const local = app({ ...env, PORT: '0' });
      const [url = ''] = await said(local, local.stdout, /http:\/\/[\w.:]+\/?/);
      const page = await fetch(url);
      if (!page.ok) throw new Error(`the page answers ${page.status}`);
      await page.text();
      return () => stopped(local);
    },
    [UNPREPARED]: async (env) => {
      rmSync(join(product, 'index/kuromoji.dict'), { force: true });
      return await ask(env);
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

/** Runs it with a hook in each of its processes that notes at the end what it took. */
async function spentBy(start: Start, folder: string): Promise<{ peak: number; cpu: number }> {
  const notes = mkdtempSync(join(folder, 'spent-'));
  const hook = join(notes, 'hook.cjs');
  const file = JSON.stringify(join(notes, 'spent.jsonl'));
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').appendFileSync(${file}, ${spentSoFar} + '\\n'));\n`,
  );
  const runs = [];
  for (let run = 0; run < SPENT_RUNS; run++) {
    const stop = await start({ ...cleanEnvironment(), NODE_OPTIONS: `--require ${hook}` });
    await stop();
    const processes = readFileSync(join(notes, 'spent.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Spent);
    rmSync(join(notes, 'spent.jsonl'));
    runs.push({
      peak: Math.max(...processes.map(({ peak }) => peak)) / 1024,
      cpu: processes.reduce((sum, { cpu }) => sum + cpu, 0),
    });
  }
  return { peak: Math.max(...runs.map(({ peak }) => peak)), cpu: median(runs.map(({ cpu }) => cpu)) };
}

/** Nothing of the caller's settings: no tokens, no database, no npm that runs this. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended(child);
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
