// Which address of the playground does what.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyLimit, HttpRefusal, isOwn, pageFile, readBody, readFields, send, sendJson } from './http.ts';
import type { Hub } from './hub.ts';
import { type Obj, str } from './json.ts';
import { pageAction } from './page-api.ts';
import { pageState } from './page-state.ts';
import { SlackRefusal } from './rules/refusal.ts';
import { download as downloadUpload, upload as takeUpload } from './uploads.ts';

/** Answers one request. `watch` keeps a response open that hears of every change. */
export async function route(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  watch: (response: ServerResponse) => void,
): Promise<void> {
  if (!isOwn(request, hub.url)) throw new HttpRefusal(403, 'このページからだけ使えます');
  if (!URL.canParse(request.url ?? '', hub.url)) throw new HttpRefusal(400, 'no address');
  const { pathname: path, searchParams: query } = new URL(request.url ?? '', hub.url);
  const call = { hub, request, response, name: path.split('/').slice(2).join('/') };
  if (path.startsWith('/api/')) return api(call);
  if (path.startsWith('/response/')) return responseUrl(call);
  if (path.startsWith('/files/')) return downloadUpload(hub, request, response, call.name);
  if (path === '/page/upload' && request.method === 'POST') {
    await takeUpload(hub, request, query);
    return sendJson(response, 200, {});
  }
  if (path.startsWith('/upload/')) return upload(call);
  if (path.startsWith('/page/files/')) return download(hub, response, path.split('/')[3] ?? '');
  if (path === '/page/events') return watch(response);
  if (path === '/page/state') {
    const viewer = hub.workspace.person(query.get('as') ?? '') ?? hub.workspace.state.people[0];
    const [channel, thread] = [query.get('channel') ?? '', query.get('thread') ?? ''];
    return sendJson(response, 200, pageState(hub, viewer?.id ?? '', channel, thread));
  }
  if (path === '/page/requests')
    return sendJson(response, 200, { requests: hub.requests.slice(-50).reverse() });
  if (path.startsWith('/page/') && request.method === 'POST') return act(call);
  const page = request.method === 'GET' || request.method === 'HEAD' ? pageFile(path) : null;
  if (!page) throw new HttpRefusal(404, 'not found');
  send(response, page.body, page.type);
}

/** A request and the last part of its address. */
type Call = { hub: Hub; request: IncomingMessage; response: ServerResponse; name: string };

/** A call of the Web API. Whoever lacks the token leaves no trace: nothing is kept of it. */
async function api({ hub, request, response, name }: Call): Promise<void> {
  const started = hub.clock.elapsed();
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const limit = bearer === hub.botToken ? bodyLimit.bot : bodyLimit.stranger;
  const { token, ...fields } = readFields(request, await readBody(request, limit)) ?? {};
  const { status, body, headers, stranger } = hub.call(name, bearer || str(token), fields);
  sendJson(response, status, body, headers);
  if (stranger) return;
  const milliseconds = hub.clock.elapsed() - started;
  hub.log({ direction: 'from-bot', name, request: fields, status, response: body, milliseconds });
}

async function responseUrl({ hub, request, response, name: id }: Call): Promise<void> {
  if (!hub.responseUrls.knows(id)) throw new HttpRefusal(404, 'invalid_url');
  const body = readFields(request, await readBody(request, bodyLimit.bot)) ?? {};
  let [status, answer]: [number, Obj] = [200, { ok: true }];
  try {
    hub.responseUrls.use(id, body);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse('response_url', error);
    [status, answer] = [error.code.endsWith('_url') ? 404 : 400, { ok: false, error: error.code }];
  }
  sendJson(response, status, answer);
  const name = 'response_url';
  hub.log({ direction: 'from-bot', name, request: body, status, response: answer, milliseconds: 0 });
}

/** The bytes of a file at the address that files.getUploadURLExternal named; nobody else knows it. */
async function upload({ hub, request, response, name: id }: Call): Promise<void> {
  const file = hub.files.find(id);
  if (request.method !== 'POST' || file?.bytes !== null) throw new HttpRefusal(404, 'not found');
  const bytes = await readBody(request, bodyLimit.bot);
  if (bytes.length !== file.length) throw new HttpRefusal(400, 'the length differs');
  file.bytes = bytes;
  send(response, 'OK', 'text/plain; charset=utf-8');
}

function download(hub: Hub, response: ServerResponse, id: string): void {
  const file = hub.files.find(id);
  if (!file?.shared || !file.bytes) throw new HttpRefusal(404, 'not found');
  const named = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  send(response, file.bytes, 'application/octet-stream', { 'content-disposition': named });
}

/** Something the person in front of the page does. */
async function act({ hub, request, response, name }: Call): Promise<void> {
  // A form of another site cannot send JSON without asking first.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw new HttpRefusal(415, 'application/json');
  const body = readFields(request, await readBody(request, bodyLimit.stranger));
  if (!body) throw new HttpRefusal(400, 'invalid JSON');
  try {
    const result = await pageAction(hub, name, body);
    if (!result) throw new HttpRefusal(404, 'not found');
    sendJson(response, 200, result);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    sendJson(response, 409, { error: error.code, details: error.details });
  }
}
