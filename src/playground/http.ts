// Small pieces of the HTTP server: who may ask, reading bodies, sending answers, the page's files and security headers.
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Obj, parseObj } from './json.ts';

/** Bytes of a body from somebody who has shown nothing, and from the bot with its token. */
export const bodyLimit = { stranger: 100_000, bot: 2_000_000 };

/** A request that is answered with this status and goes no further. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Another site open in the same browser must not reach anything here: a name that is not this machine's (DNS rebinding),
 * another origin and a request made by another site's page are refused. A link that opens the page is none of these.
 */
export function isOwn(request: IncomingMessage, url: string): boolean {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  if (origin !== undefined && origin !== url && origin !== url.replace('127.0.0.1', 'localhost'))
    return false;
  return ['same-origin', 'none', undefined].includes(site as string) || mode === 'navigate';
}

/** The whole body. @throws HttpRefusal 413 when it is longer than `limit`; the rest is let pass unread */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (bytes: number): boolean => {
      size += bytes;
      if (size <= limit) return true;
      request.removeAllListeners('data').resume();
      reject(new HttpRefusal(413, `at most ${limit} bytes`));
      return false;
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) return void take(limit + 1);
    request.on('data', (chunk: Buffer) => take(chunk.length) && chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** A form's or JSON body's fields; null when it is neither. */
export function readFields(request: IncomingMessage, body: Buffer): Obj | null {
  const text = body.toString('utf8');
  if (text === '') return {};
  if ((request.headers['content-type'] ?? '').includes('application/json')) return parseObj(text);
  return Object.fromEntries(new URLSearchParams(text));
}

/** Nothing from outside, nothing inline, nothing into another site's page. */
const security = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

type Headers = Record<string, string>;

export function sendJson(response: ServerResponse, status: number, body: Obj, headers: Headers = {}): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...security, ...headers }).end(JSON.stringify(body));
}

/** Answers 200 with a body of this type. */
export function send(response: ServerResponse, body: Buffer | string, type: string, headers: Headers = {}) {
  response.writeHead(200, { 'content-type': type, ...security, ...headers }).end(body);
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** From the sources, and from the bundle in dist/. */
const folder = ['./page', '../src/playground/page']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync);

/** A file of the page with its content type, or null. */
export function pageFile(path: string): { body: Buffer; type: string } | null {
  const name = path === '/' ? 'index.html' : path.slice(1);
  // Plain names only: no folder, nothing above.
  const type = types[/^[a-z-]+\.(html|css|js|svg)$/.exec(name)?.[1] ?? ''];
  if (!type || folder === undefined) return null;
  const file = join(folder, name);
  return existsSync(file) ? { body: readFileSync(file), type } : null;
}
