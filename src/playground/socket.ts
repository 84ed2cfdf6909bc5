// Socket Mode: hello, envelopes and their acknowledgements, and the disconnects by which Slack refreshes connections.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Ack, Delivery } from './deliver.ts';
import { isObj, parseObj } from './json.ts';
import { acceptWebSocket, type WebSocketConnection } from './websocket.ts';

export interface SocketServer {
  /** A single-use address for `apps.connections.open`. */
  open(base: string): string;
  /** Takes an upgrade request; an address that was not given out is refused. */
  upgrade(request: IncomingMessage, socket: Duplex): void;
  connected(): boolean;
  /** Sends an envelope over one of the connections and waits for its acknowledgement. */
  deliver(delivery: Delivery): Promise<Ack>;
  /** Asks every connection to come again, as Slack does every few hours. */
  refresh(reason?: 'refresh_requested' | 'warning'): void;
  /** Cuts all lines without a word. */
  drop(): void;
  close(): void;
}

const envelopeType = { command: 'slash_commands', interactive: 'interactive', event: 'events_api' } as const;

export function createSocketServer(ackWithin = 3000): SocketServer {
  const tickets = new Set<string>();
  const connections = new Set<WebSocketConnection>();
  const waiting = new Map<string, (ack: Ack) => void>();
  let counter = 0;
  let turn = 0;

  const pings = setInterval(() => {
    for (const connection of connections) connection.ping();
  }, 5000);
  pings.unref();

  return {
    open(base) {
      counter += 1;
      tickets.add(`t${counter}`);
      return `${base.replace(/^http/, 'ws')}/link?ticket=t${counter}`;
    },
    upgrade(request, socket) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      const connection = acceptWebSocket(request, socket);
      connections.add(connection);
      connection.onClose(() => connections.delete(connection));
      connection.onText((text) => {
        const message = parseObj(text);
        const settle = waiting.get(String(message?.envelope_id));
        const payload = message?.payload;
        settle?.({
          ok: true,
          status: 200,
          body: isObj(payload) && Object.keys(payload).length > 0 ? payload : null,
        });
      });
      connection.send(
        JSON.stringify({
          type: 'hello',
          num_connections: connections.size,
          connection_info: { app_id: 'A0HAKARU' },
        }),
      );
    },
    connected: () => connections.size > 0,
    deliver(delivery) {
      const all = [...connections];
      turn += 1;
      const connection = all[turn % Math.max(1, all.length)];
      if (!connection) return Promise.resolve({ ok: false, status: 0, body: null, error: 'dispatch_failed' });
      counter += 1;
      const id = `env-${counter}`;
      return new Promise((resolve) => {
        const finish = (ack: Ack) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(ack);
        };
        const timer = setTimeout(
          () => finish({ ok: false, status: 0, body: null, error: 'operation_timeout' }),
          ackWithin,
        );
        connection.onClose(() => finish({ ok: false, status: 0, body: null, error: 'dispatch_failed' }));
        waiting.set(id, finish);
        connection.send(
          JSON.stringify({
            envelope_id: id,
            type: envelopeType[delivery.kind],
            payload: delivery.payload,
            accepts_response_payload: delivery.kind !== 'event',
            ...(delivery.retry
              ? { retry_attempt: delivery.retry.number, retry_reason: delivery.retry.reason }
              : {}),
          }),
        );
      });
    },
    refresh(reason = 'refresh_requested') {
      for (const connection of connections)
        connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    drop() {
      for (const connection of connections) connection.close(true);
    },
    close() {
      clearInterval(pings);
      for (const connection of connections) connection.close(true);
    },
  };
}
