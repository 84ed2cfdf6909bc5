// The playground's server: the other side of the wire for the real bot, and the page that looks like Slack.
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMovableClock, type MovableClock } from './clock.ts';
import { HttpRefusal, sendJson } from './http.ts';
import { createHub, type HubOptions } from './hub.ts';
import { readKept, writeKept } from './keep.ts';
import { route } from './routes.ts';

export interface PlaygroundOptions extends HubOptions {
  clock?: MovableClock;
  /** Wanted port; any free one when it is taken. 0 takes a free one at once. */
  port?: number;
  /** Folder to keep the workspace in; without it everything is forgotten at the end. */
  keepDir?: string;
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

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

/**
 * Nobody listens to 'upgrade': a WebSocket is a request like any other, and refused by the same rules.
 * What is left of a refused body is not waited for.
 */
function refuse(response: ServerResponse, error: unknown): void {
  const known = error instanceof HttpRefusal ? error : new HttpRefusal(500, String(error));
  if (response.headersSent) response.end();
  else sendJson(response, known.status, { ok: false, error: known.message }, { connection: 'close' });
}

/** Starts the playground; it talks to the bot once it knows its address. */
export async function startPlayground(options: PlaygroundOptions) {
  const clock = options.clock ?? createMovableClock();
  const hub = createHub(options, clock, options.keepDir === undefined ? null : readKept(options.keepDir));
  const watchers = new Set<ServerResponse>();

  const server = createServer((request, response) => {
    route(hub, request, response, watch).catch((error: unknown) => refuse(response, error));
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
    if (options.keepDir !== undefined) writeKept(options.keepDir, hub.workspace.state);
  };
  hub.workspace.onChange(() => {
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
      hub.botUrl = slackRequestUrl;
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
