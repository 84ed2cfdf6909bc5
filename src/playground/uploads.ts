// Files people upload: kept in memory for the bot to fetch with its token, the newest few only.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpRefusal, readBody } from './http.ts';
import type { Hub } from './hub.ts';
import { say } from './people/say.ts';

/** One uploaded file. */
export interface Upload {
  id: string;
  name: string;
  user: string;
  bytes: Buffer;
}

const limit = 55 * 1024 * 1024;
const kept = 10;

/** Takes an upload (its name, place and sender in the address, its bytes as body) and sends it as a message. */
export async function upload(hub: Hub, request: IncomingMessage, query: URLSearchParams): Promise<void> {
  // A form of another site cannot send this type without asking first.
  if (request.headers['content-type'] !== 'application/octet-stream')
    throw new HttpRefusal(415, 'application/octet-stream');
  const user = hub.workspace.person(query.get('as') ?? '');
  if (!user) throw new HttpRefusal(400, 'nobody');
  const bytes = await readBody(request, limit);
  const file = { id: hub.workspace.newId('F'), name: query.get('name') ?? 'file', user: user.id, bytes };
  hub.uploads.set(file.id, file);
  for (const id of [...hub.uploads.keys()].slice(0, -kept)) hub.uploads.delete(id);
  await say(hub, {
    user: user.id,
    channel: query.get('channel') ?? '',
    text: query.get('text') ?? '',
    threadTs: query.get('thread') || null,
    files: [file],
  });
}

/** The bytes of a file, for the bot alone; anybody else gets the page to sign in at, as in Slack. */
export function download(hub: Hub, request: IncomingMessage, response: ServerResponse, id: string): void {
  const file = hub.uploads.get(id);
  const known =
    request.headers.authorization === `Bearer ${hub.botToken}` && hub.manifest.scopes.has('files:read');
  if (!known || !file) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
}

/** A file as Slack describes it. */
export function fileObject(hub: Hub, { id, name, user, bytes }: Upload) {
  const address = `${hub.url}/files/${id}`;
  return {
    id,
    name,
    title: name,
    user,
    size: bytes.length,
    url_private: address,
    url_private_download: address,
  };
}
