// Starts and asks copies of the bot, as Slack would over HTTP.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { packageRoot } from '../../src/start/package-root.ts';
import type { StandIn } from './stand-in.ts';

const secret = 'bench';

/** A running copy. */
export interface Running {
  process: ChildProcess;
  port: number;
  /** Sums of a metric, over all labels that match. */
  metric(name: string): Promise<number>;
  ended: Promise<unknown>;
}

/** Starts the bundle, or at another hour the sources, over that store. */
export async function start(slack: StandIn, store: Record<string, string>, hour?: string): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env;
  const program = hour
    ? ['--import', 'tsx', join(import.meta.dirname, 'copy.ts'), hour]
    : [join(packageRoot(), 'bin/launch.js'), 'app'];
  const child = spawn(process.execPath, program, {
    cwd: packageRoot(),
    env: {
      PATH,
      HOME,
      ...store,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      HEALTH_PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const [, health, port] = await new Promise<string[]>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-20_000);
      const found = /"health":(\d+),"port":(\d+),"msg":"ready"/.exec(said);
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`ended before it was ready: ${said}`)));
  });
  return {
    process: child,
    port: Number(port),
    ended,
    async metric(name) {
      const text = await (await fetch(`http://127.0.0.1:${health}/metrics`)).text();
      const lines = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))];
      return lines.reduce((sum, [, value]) => sum + Number(value), 0);
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The milliseconds until a signed body is acknowledged; null when it was not. */
export async function deliver(port: number, body: string, type: string, retry = 0): Promise<number | null> {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const began = performance.now();
  return await new Promise((resolve) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/slack/events',
        method: 'POST',
        headers: {
          'content-type': type,
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': time,
          'x-slack-signature': `v0=${signature}`,
          ...(retry > 0
            ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }
            : {}),
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode === 200 ? performance.now() - began : null));
      },
    );
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}

/** `/kpi …` by a person; its answer comes to the stand-in under `id`. */
export function commandBody(slack: StandIn, id: string, text: string): string {
  return new URLSearchParams({
    command: '/kpi',
    text,
    user_id: 'U0SATO',
    team_id: 'T1',
    channel_id: 'C0KIKAKU',
    trigger_id: id,
    response_url: slack.responseUrl(id),
  }).toString();
}

/** A mention in a channel. */
export function mentionBody(id: string, channel: string, text: string): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    event: {
      type: 'app_mention',
      user: 'U0SATO',
      team: 'T1',
      channel,
      ts: id.replace('Ev', ''),
      text: `<@U0BOT> ${text}`,
    },
  });
}

export const form = 'application/x-www-form-urlencoded';
export const json = 'application/json';

/** Questions of the kinds people type. */
export const questions = [
  '移住',
  '',
  'KPIの一覧',
  '子育ての予算',
  '遅れているKPI',
  '観光 R8',
  'U・Iターン就職決定者数',
  '目標が100人以上のKPI',
];

/** `p` of the values (0.99), in milliseconds. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0);
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
