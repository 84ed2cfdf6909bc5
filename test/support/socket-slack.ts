// The playground with Socket Mode beside HTTP: hello, envelopes and their acknowledgements, and the disconnects by which Slack refreshes connections.
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ack, Delivery } from '../../src/playground/deliver.ts';
import { isObj, parseObj } from '../../src/playground/json.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/server.ts';

export interface Sockets {
  /** The app-level token; another one revokes it. */
  token: string;
  connected(): boolean;
  /** Asks every connection to come again, as Slack does every few hours. */
  refresh(reason?: 'refresh_requested' | 'warning'): void;
  /** Cuts all lines without a word. */
  drop(): void;
}

export interface SocketSlack extends Playground {
  appToken: string;
  sockets: Sockets;
}

const envelopeType = { command: 'slash_commands', interactive: 'interactive', event: 'events_api' } as const;
const failed = (error: 'operation_timeout' | 'dispatch_failed'): Ack => ({
  ok: false,
  status: 0,
  body: null,
  error,
});

/** Starts the playground; deliveries go over a socket while the bot has one open, else over HTTP. */
export async function startSocketSlack(options: PlaygroundOptions): Promise<SocketSlack> {
  const playground = await startPlayground(options);
  const { hub, server } = playground;
  const upgrades = new WebSocketServer({ noServer: true });
  const lines = upgrades.clients;
  const tickets = new Set<string>();
  const waiting = new Map<string, (ack: Ack) => void>();
  let counter = 0;
  const next = (prefix: string) => `${prefix}${++counter}`;

  const pings = setInterval(() => {
    for (const line of lines) line.ping('playground');
  }, 5000);
  pings.unref();

  // An address works once, as Slack's do; the playground's own rules are not asked: the ticket is the proof.
  server.on('upgrade', (request, socket, head) => {
    const ticket = /^\/link\?ticket=(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
    if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    upgrades.handleUpgrade(request, socket, head, (line) => {
      line.on('error', () => line.terminate());
      line.on('message', (data) => acknowledge(String(data)));
      const connection_info = { app_id: 'A0HAKARU' };
      line.send(JSON.stringify({ type: 'hello', num_connections: lines.size, connection_info }));
    });
  });

  function acknowledge(text: string): void {
    const { envelope_id, payload } = parseObj(text) ?? {};
    const body = isObj(payload) && Object.keys(payload).length > 0 ? payload : null;
    waiting.get(String(envelope_id))?.({ ok: true, status: 200, body });
  }

  /** Sends an envelope and waits for its acknowledgement. */
  function sendOver(line: WebSocket, { kind, payload, retry }: Delivery): Promise<Ack> {
    const id = next('env-');
    return new Promise((resolve) => {
      const finish = (ack: Ack) => {
        clearTimeout(timer);
        waiting.delete(id);
        line.off('close', cut);
        resolve(ack);
      };
      const cut = () => finish(failed('dispatch_failed'));
      const timer = setTimeout(() => finish(failed('operation_timeout')), options.ackWithin ?? 3000);
      line.on('close', cut);
      waiting.set(id, finish);
      line.send(
        JSON.stringify({
          envelope_id: id,
          type: envelopeType[kind],
          payload,
          accepts_response_payload: kind !== 'event',
          ...(retry ? { retry_attempt: retry.number, retry_reason: retry.reason } : {}),
        }),
      );
    });
  }

  const { send, call } = hub;
  hub.send = (delivery) => {
    const line = [...lines][counter % Math.max(1, lines.size)];
    return line ? sendOver(line, delivery) : send(delivery);
  };
  hub.call = (name, token, fields) => {
    const opens = name === 'apps.connections.open';
    if (!opens && token !== sockets.token) return call(name, token, fields);
    const answer = (body: Record<string, unknown>) => ({
      status: 200,
      headers: {},
      body,
      stranger: body.ok !== true,
    });
    if (!opens || token === hub.botToken) return answer({ ok: false, error: 'not_allowed_token_type' });
    if (token !== sockets.token) return answer({ ok: false, error: 'invalid_auth' });
    const ticket = next('t');
    tickets.add(ticket);
    return answer({ ok: true, url: `${hub.url.replace(/^http/, 'ws')}/link?ticket=${ticket}` });
  };

  const appToken = `xapp-${hub.botToken}`;
  const sockets: Sockets = {
    token: appToken,
    connected: () => lines.size > 0,
    refresh(reason = 'refresh_requested') {
      for (const line of lines) line.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    drop() {
      for (const line of lines) line.terminate();
    },
  };
  return {
    ...playground,
    appToken,
    sockets,
    close() {
      clearInterval(pings);
      sockets.drop();
      return playground.close();
    },
  };
}
