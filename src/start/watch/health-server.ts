// GET /healthz, /readyz and /metrics, on a port that Slack does not reach.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the paths answer. */
export interface Health {
  /** Why the copy is not ready; none: it is. */
  reasons(): Promise<string[]>;
  /** The metrics as text, and their content type. */
  metrics(): Promise<{ type: string; text: string }>;
}

/** A server that listens. */
export interface HealthServer {
  port: number;
  close(): void;
}

/** Rejects when the port is taken. */
export async function startHealthServer(
  health: Health,
  { port, host }: { port: number; host: string },
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'GET only\n');
    if (path === '/healthz') return end(response, 200, 'ok\n');
    const answer = path === '/readyz' ? ready(health, response) : measured(path, health, response);
    answer.catch(() => end(response, 500, 'could not be told\n'));
  });
  // Whoever asks slowly holds nothing up.
  server.requestTimeout = 5000;
  server.keepAliveTimeout = 1000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ready(health: Health, response: ServerResponse): Promise<void> {
  const reasons = await health.reasons();
  const type = 'application/json; charset=utf-8';
  end(
    response,
    reasons.length === 0 ? 200 : 503,
    `${JSON.stringify({ ready: reasons.length === 0, reasons })}\n`,
    type,
  );
}

async function measured(path: string | undefined, health: Health, response: ServerResponse): Promise<void> {
  if (path !== '/metrics') return end(response, 404, '/healthz, /readyz, /metrics\n');
  const { type, text } = await health.metrics();
  end(response, 200, text, type);
}

function end(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}
