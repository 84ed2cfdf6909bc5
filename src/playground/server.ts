// The playground's server: the other side of the wire for the real bot, and the page that looks like Slack.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMovableClock, type MovableClock } from './clock.ts';
import { deliverOverHttp } from './deliver.ts';
import { createFiles } from './files.ts';
import { HttpRefusal, sendJson } from './http.ts';
import type { Hub } from './hub.ts';
import { readKept, writeKept } from './keep.ts';
import { readManifest } from './manifest.ts';
import { createResponseUrls } from './response-urls.ts';
import { route } from './routes.ts';
import { createRateLimit } from './rules/rate.ts';
import { createScheduler } from './schedule.ts';
import { townHall, type Welcome } from './town-hall.ts';
import { createTriggers } from './triggers.ts';
import { callMethod } from './web-api/call.ts';
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
  /** What greets a visitor; examples unless told. */
  welcome?: Welcome;
  /** Where the bot listens, e.g. `http://127.0.0.1:4000/slack/events`; may be given later with `connect`. */
  slackRequestUrl?: string;
  /** Milliseconds the bot has for an acknowledgement (3000). */
  ackWithin?: number;
  /** Milliseconds before a failed event is sent again (at once, 1 minute, 5 minutes). */
  retryDelays?: number[];
  /** Milliseconds between two messages in a channel (1000). */
  messageInterval?: number;
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

/** Most requests and refusals remembered. */
const most = 200;

/** Listens on 127.0.0.1 only, on `port` or any free one. */
async function listen(server: Server, port: number): Promise<number> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (port === 0 || !['EADDRINUSE', 'EACCES'].includes(code)) throw error;
    return listen(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

/** Starts the playground; it talks to the bot once it knows its address. */
export async function startPlayground(options: PlaygroundOptions) {
  const clock = options.clock ?? createMovableClock();
  const manifest = readManifest(options.manifest, options.commandPrefix);
  const kept = options.keepDir === undefined ? null : readKept(options.keepDir);
  const firstTs = `${Math.floor(clock.now().getTime() / 1000)}.000000`;
  const workspace = createWorkspace(kept ?? townHall(manifest, firstTs, options.welcome), clock);
  const watchers = new Set<ServerResponse>();
  let botUrl = options.slackRequestUrl;
  let logged = 0;

  /** Adds to a list that forgets its oldest. */
  function remember<T>(list: T[], entry: T): void {
    list.push(entry);
    if (list.length > most) list.shift();
    workspace.changed();
  }

  const hub: Hub = {
    workspace,
    manifest,
    clock,
    botToken: `xoxb-playground-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    url: '',
    uploads: new Map(),
    triggers: createTriggers(clock.elapsed),
    responseUrls: createResponseUrls(workspace, clock.elapsed),
    files: createFiles(),
    rate: createRateLimit(clock.elapsed, options.messageInterval),
    scheduler: createScheduler(clock),
    refusals: [],
    requests: [],
    retryDelays: options.retryDelays ?? [0, 60_000, 300_000],
    call(name, token, fields) {
      if (token === hub.botToken) return callMethod(hub, name, fields);
      const body = { ok: false, error: token === '' ? 'not_authed' : 'invalid_auth' };
      return { status: 200, headers: {}, body, stranger: true };
    },
    async send(delivery) {
      if (botUrl === undefined) return { ok: false, status: 0, body: null, error: 'dispatch_failed' };
      return deliverOverHttp(botUrl, hub.signingSecret, delivery, options.ackWithin);
    },
    async deliver(delivery) {
      const started = performance.now();
      const ack = await hub.send(delivery);
      const milliseconds = Math.round(performance.now() - started);
      const { retry, payload: request } = delivery;
      const name = retry ? `${delivery.name} (再送${retry.number})` : delivery.name;
      const response = ack.error ?? ack.body;
      hub.log({ direction: 'to-bot', name, request, status: ack.status, response, milliseconds });
      return ack;
    },
    refuse(where, { code, details }) {
      remember(hub.refusals, { at: clock.now().toISOString(), where, error: code, details });
    },
    log(entry) {
      logged += 1;
      remember(hub.requests, { ...entry, id: logged, at: clock.now().toISOString() });
    },
  };

  // Nobody listens to 'upgrade': a WebSocket is a request like any other, and refused by the same rules.
  const server = createServer((request, response) => {
    route(hub, request, response, watch).catch((error: unknown) => {
      const status = error instanceof HttpRefusal ? error.status : 500;
      const message = error instanceof HttpRefusal ? error.message : String(error);
      // What is left of a refused body is not waited for.
      if (response.headersSent) response.end();
      else sendJson(response, status, { ok: false, error: message }, { connection: 'close' });
    });
  });

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
    /** The page, e.g. `http://127.0.0.1:3000`. */
    url: hub.url,
    /** For SLACK_API_URL; ends with a slash. */
    apiUrl: `${hub.url}/api/`,
    botToken: hub.botToken,
    signingSecret: hub.signingSecret,
    clock,
    /** State, rules and logs, for tests and the people's actions in `people/`. */
    hub,
    server,
    /** Tells where the bot listens. */
    connect(slackRequestUrl: string): void {
      botUrl = slackRequestUrl;
    },
    async close(): Promise<void> {
      if (announced) {
        clearImmediate(announced);
        announce();
      }
      hub.scheduler.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
