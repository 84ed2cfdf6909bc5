// Small pieces of the HTTP server: reading bodies, sending answers, the page's security headers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Obj, parseObj } from './json.ts';

const bodyLimit = 20 * 1024 * 1024;

/** The whole body. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A form's or JSON body's fields; null when it is neither. */
export function readFields(request: IncomingMessage, body: Buffer): Obj | null {
  const text = body.toString('utf8');
  if (text === '') return {};
  if ((request.headers['content-type'] ?? '').includes('application/json')) return parseObj(text);
  return Object.fromEntries(new URLSearchParams(text));
}

/** Nothing from outside, nothing inline. */
const security = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function sendJson(
  response: ServerResponse,
  status: number,
  body: Obj,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...security, ...headers });
  response.end(JSON.stringify(body));
}

export function send(response: ServerResponse, status: number, body: Buffer | string, type: string): void {
  response.writeHead(status, { 'content-type': type, ...security });
  response.end(body);
}
