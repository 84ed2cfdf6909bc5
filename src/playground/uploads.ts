// Files people upload: for the bot to fetch with its token.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredFile } from './files.ts';
import { HttpRefusal, readBody, send } from './http.ts';
import type { Hub } from './hub.ts';
import { say } from './people/say.ts';

const limit = 55 * 1024 * 1024;

/** Takes an upload (its name, place and sender in the address, its bytes as body) and sends it as a message. */
export async function upload(hub: Hub, request: IncomingMessage, query: URLSearchParams): Promise<void> {
  // A form of another site cannot send this type without asking first.
  if (request.headers['content-type'] !== 'application/octet-stream')
    throw new HttpRefusal(415, 'application/octet-stream');
  const user = hub.workspace.person(query.get('as') ?? '');
  if (!user) throw new HttpRefusal(400, 'nobody');
  const bytes = await readBody(request, limit);
  await say(hub, {
    user: user.id,
    channel: query.get('channel') ?? '',
    text: query.get('text') ?? '',
    threadTs: query.get('thread') || null,
    files: [hub.uploads.put(query.get('name') ?? 'file', bytes, user.id)],
  });
}

/** The bytes of a file, for the bot alone; anybody else gets the page to sign in at, as in Slack. */
export function download(hub: Hub, request: IncomingMessage, response: ServerResponse, id: string): void {
  const file = hub.uploads.find(id);
  const known =
    request.headers.authorization === `Bearer ${hub.botToken}` && hub.manifest.scopes.has('files:read');
  if (known && file?.bytes) send(response, file.bytes, 'application/octet-stream');
  else send(response, '<html>Sign in</html>', 'text/html; charset=utf-8');
}

/** A file as Slack describes it. */
export function fileObject(hub: Hub, { id, name, user, length }: StoredFile) {
  const address = `${hub.url}/files/${id}`;
  return {
    id,
    name,
    title: name,
    user,
    size: length,
    url_private: address,
    url_private_download: address,
  };
}
