// The local Slack with the real app behind its real HTTP receiver; nothing leaves the machine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import type { Config, SlackSettings } from '../config.ts';
import type { MovableClock } from '../playground/clock.ts';
import { type Playground, startPlayground } from '../playground/server.ts';
import { slackContext } from '../slack/context.ts';
import { openStore } from '../stores/open-store.ts';
import { openLiving } from './bot/of-store.ts';
import { endOn } from './end.ts';
import { packageRoot } from './package-root.ts';
import { runApp } from './run-app.ts';

export interface LocalOptions {
  /** Folder to keep everything in; without it (or a configured database) everything is forgotten at the end. */
  keep?: string | undefined;
  /** A clock that starts at another day than today. */
  clock?: MovableClock;
}

/** Both sides, connected. */
export interface Local {
  playground: Playground;
  stop(): Promise<void>;
}

/** Starts both sides. */
export async function openLocal(config: Config, { keep, clock: given }: LocalOptions = {}): Promise<Local> {
  // The page is the interface here: only trouble belongs into the terminal.
  const level = config.logLevel === 'info' ? 'error' : config.logLevel;
  const log = pino({ level }, pino.destination(2));
  const wanted = config.slack.mode === 'playground' ? config.slack.port : 3000;
  const playground = await startPlayground({
    manifest: readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8'),
    commandPrefix: config.commandPrefix,
    port: wanted,
    welcome: config.seeds ? 'examples' : 'bring a plan',
    ...(given ? { clock: given } : {}),
    ...(keep === undefined ? {} : { keepDir: resolve(keep) }),
  });
  const { clock } = playground;
  const folder = dataFolder(config, keep);
  const store = openStore({
    databaseUrl: config.databaseUrl,
    sqliteFile: join(folder.path, 'hakaru.sqlite'),
  });
  const plans = await openLiving(clock, {
    store,
    log,
    seeds: config.seeds,
    indexFolder: join(folder.path, 'index'),
  });
  const { bot } = plans.living;
  const slack: SlackSettings = {
    mode: 'http',
    botToken: playground.botToken,
    signingSecret: playground.signingSecret,
    port: 0,
    apiUrl: playground.apiUrl,
  };
  const context = slackContext({
    bot,
    store,
    config: { ...config, slack },
    clock,
    log,
    headings: join(packageRoot(), 'index'),
  });
  const running = await runApp(context, { host: '127.0.0.1', plans });
  playground.connect(`http://127.0.0.1:${running.port}/slack/events`);
  // Moving the clock to Tuesday shows Tuesday's digest at once.
  clock.onMove(() => void running.tick());
  return {
    playground,
    async stop() {
      await running.stop();
      await playground.close();
      folder.forget();
    },
  };
}

/** Opens the page, says where it is, and ends on Ctrl+C. */
export async function startLocal(config: Config, keep?: string): Promise<void> {
  const { playground, stop } = await openLocal(config, { keep });
  endOn(['SIGTERM', 'SIGINT'], stop, pino({ level: 'error' }, pino.destination(2)));
  const wanted = config.slack.mode === 'playground' ? config.slack.port : 0;
  const moved = wanted !== 0 && new URL(playground.url).port !== String(wanted);
  console.log(
    [
      ...(moved ? [`ポート ${wanted} は使われているため、別のポートで開きました。`] : []),
      `Hakaru をブラウザーで試せます: ${playground.url}`,
      'Slackで使うには SLACK_BOT_TOKEN と SLACK_APP_TOKEN を設定します（手順は README の「Slack」）。終了は Ctrl+C です。',
    ].join('\n'),
  );
}

function dataFolder(config: Config, keep: string | undefined): { path: string; forget(): void } {
  const lasting = keep ?? config.dataDir;
  if (lasting !== undefined) {
    mkdirSync(lasting, { recursive: true, mode: 0o700 });
    return { path: resolve(lasting), forget: () => undefined };
  }
  const path = mkdtempSync(join(tmpdir(), 'hakaru-'));
  return { path, forget: () => rmSync(path, { recursive: true, force: true }) };
}
