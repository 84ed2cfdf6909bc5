// The bot as processes of their own over one store, with a wire between them and the stand-in for Slack.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { packageRoot } from '../../src/start/package-root.ts';
import { until } from '../support/slack-town.ts';
import { type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';
import { openWire, type Wire } from './walk-wire.ts';

export interface Copy {
  process: ChildProcess;
  log(): string;
  port: number | null;
  ended: Promise<number | null>;
}
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A stand-in for Slack behind a wire, and a folder for the store; closed after the test. */
export async function slack(): Promise<{ playground: SocketSlack; wire: Wire; folder: string }> {
  const wire = await openWire();
  const manifest = readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8');
  const playground = await startSocketSlack({
    manifest,
    port: 0,
    messageInterval: 0,
    retryDelays: [0, 1000],
  });
  wire.target = playground.url;
  playground.hub.url = wire.url;
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-walk-'));
  closing.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => playground.close(),
    () => wire.close(),
  );
  return { playground, wire, folder };
}

/** Settings of a copy that is to hear this Slack over HTTP. */
export function overHttp({ playground, wire, folder }: Awaited<ReturnType<typeof slack>>) {
  return {
    SLACK_BOT_TOKEN: playground.hub.botToken,
    SLACK_SIGNING_SECRET: playground.hub.signingSecret,
    SLACK_API_URL: wire.apiUrl,
    PORT: '0',
    DATA_DIR: folder,
  };
}

/** Starts a copy and waits until it is ready. */
export async function copy(settings: Record<string, string>): Promise<Copy> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/launch.js'), 'app'], {
    env: { PATH, HOME, LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  closing.push(() => child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const port = await until(() => /"port":(null|\d+),"msg":"ready"/.exec(text)?.[1], 'ready', 25_000);
  return { process: child, log: () => text, port: port === 'null' ? null : Number(port), ended };
}
