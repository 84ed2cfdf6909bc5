// The playground's server: the other side of the wire for the real bot, and the page that looks like Slack.
import { randomBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMovableClock, type MovableClock } from './clock.ts';
import { type Ack, type Delivery, deliverOverHttp } from './deliver.ts';
import { sendJson } from './http.ts';
import type { Hub, LoggedRequest } from './hub.ts';
import { readKept, writeKept } from './keep.ts';
import { readManifest } from './manifest.ts';
import { createResponseUrls } from './response-urls.ts';
import { route } from './routes.ts';
import { createRateLimit } from './rules/rate.ts';
import { createScheduler } from './schedule.ts';
import { createSocketServer, type SocketServer } from './socket.ts';
import { townHall } from './town-hall.ts';
import { createTriggers } from './triggers.ts';
import { createWorkspace } from './workspace.ts';

export interface PlaygroundOptions {
  /** Text of manifest.yml. */
  manifest: string;
  /** Prefix of the slash commands, as the bot is configured. */
  commandPrefix?: string;
  clock?: MovableClock;
  /** Wanted port; any free one when it is taken. 0 takes a free one at once. */
  port?: number;
  /** Folder to keep the workspace in; without it everything is forgotten at the end. */
  keepDir?: string;
  /** Where the bot listens, e.g. `http://127.0.0.1:4000/slack/events`; may be given later with `connect`. */
  slackRequestUrl?: string;
  /** Milliseconds the bot has for an acknowledgement (3000). */
  ackWithin?: number;
  /** Milliseconds before a failed event is sent again (at once, 1 minute, 5 minutes). */
  retryDelays?: number[];
  /** Milliseconds between two messages in a channel (1000). */
  messageInterval?: number;
}

export interface Playground {
  /** The page, e.g. `http://127.0.0.1:3000`. */
  url: string;
  /** For SLACK_API_URL; ends with a slash. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  clock: MovableClock;
  /** State, rules and logs, for tests and the people's actions in `people/`. */
  hub: Hub;
  sockets: SocketServer;
  /** Tells where the bot listens. */
  connect(slackRequestUrl: string): void;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only, on `port` or any free one. */
async function listen(server: Server, port: number): Promise<number> {
  const attempt = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await attempt(port).catch((error: NodeJS.ErrnoException) => {
    if (port === 0 || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) throw error;
    return attempt(0);
  });
  return (server.address() as AddressInfo).port;
}

/** Starts the playground; it talks to the bot once it knows its address or the bot opens a socket. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const clock = options.clock ?? createMovableClock();
  const manifest = readManifest(options.manifest, options.commandPrefix);
  const kept = options.keepDir === undefined ? null : readKept(options.keepDir);
  const firstTs = `${Math.floor(clock.now().getTime() / 1000)}.000000`;
  const workspace = createWorkspace(kept ?? townHall(manifest, firstTs), clock);
  const sockets = createSocketServer(options.ackWithin);
  const watchers = new Set<ServerResponse>();
  let botUrl = options.slackRequestUrl;
  let logged = 0;

  const hub: Hub = {
    workspace,
    manifest,
    clock,
    botToken: `xoxb-playground-${randomBytes(12).toString('hex')}`,
    appToken: `xapp-playground-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    url: '',
    triggers: createTriggers(clock.elapsed),
    responseUrls: createResponseUrls(workspace, clock.elapsed),
    rate: createRateLimit(clock.elapsed, options.messageInterval),
    scheduler: createScheduler(clock),
    refusals: [],
    requests: [],
    retryDelays: options.retryDelays ?? [0, 60_000, 300_000],
    openSocket: () => sockets.open(hub.url),
    deliver: (delivery) => deliver(delivery),
    refuse(where, refusal) {
      hub.refusals.push({
        at: clock.now().toISOString(),
        where,
        error: refusal.code,
        details: refusal.details,
      });
      workspace.changed();
    },
    log(entry) {
      logged += 1;
      const request: LoggedRequest = { ...entry, id: logged, at: clock.now().toISOString() };
      hub.requests.push(request);
      if (hub.requests.length > 200) hub.requests.shift();
      workspace.changed();
    },
  };

  async function deliver(delivery: Delivery): Promise<Ack> {
    const started = performance.now();
    const ack: Ack = sockets.connected()
      ? await sockets.deliver(delivery)
      : botUrl === undefined
        ? { ok: false, status: 0, body: null, error: 'dispatch_failed' }
        : await deliverOverHttp(botUrl, hub.signingSecret, delivery, options.ackWithin);
    hub.log({
      direction: 'to-bot',
      name: delivery.retry ? `${delivery.name} (再送${delivery.retry.number})` : delivery.name,
      request: delivery.payload,
      status: ack.status,
      response: ack.error ?? ack.body,
      milliseconds: Math.round(performance.now() - started),
    });
    return ack;
  }

  const server = createServer((request, response) => {
    route(hub, request, response, watch).catch((error: unknown) => {
      if (!response.headersSent)
        sendJson(response, 500, { ok: false, error: 'internal_error', detail: String(error) });
      else response.end();
    });
  });
  server.on('upgrade', (request, socket) => sockets.upgrade(request, socket));

  function watch(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('data: changed\n\n');
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
  }

  // Many changes in one go are one note to the page and one write to the disk.
  let announced: NodeJS.Immediate | null = null;
  const announce = () => {
    announced = null;
    for (const response of watchers) response.write('data: changed\n\n');
    if (options.keepDir !== undefined) writeKept(options.keepDir, workspace.state);
  };
  workspace.onChange(() => {
    announced ??= setImmediate(announce);
  });

  const port = await listen(server, options.port ?? 3000);
  hub.url = `http://127.0.0.1:${port}`;

  return {
    url: hub.url,
    apiUrl: `${hub.url}/api/`,
    botToken: hub.botToken,
    appToken: hub.appToken,
    signingSecret: hub.signingSecret,
    clock,
    hub,
    sockets,
    connect(slackRequestUrl) {
      botUrl = slackRequestUrl;
    },
    close() {
      if (announced) {
        clearImmediate(announced);
        announce();
      }
      hub.scheduler.stop();
      sockets.close();
      for (const response of watchers) response.end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
