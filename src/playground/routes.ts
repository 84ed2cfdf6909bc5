// Which address of the playground does what.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, readFields, send, sendJson } from './http.ts';
import type { Hub } from './hub.ts';
import { type Obj, str } from './json.ts';
import { pageAction } from './page-api.ts';
import { pageFile } from './page-files.ts';
import { pageState } from './page-state.ts';
import { SlackRefusal } from './rules/refusal.ts';
import { callMethod } from './web-api/call.ts';

/** Answers one request. `watch` keeps a response open that is told of every change. */
export async function route(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  watch: (response: ServerResponse) => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', hub.url);
  const path = url.pathname;
  if (path.startsWith('/api/')) return api(hub, request, response, path.slice(5));
  if (path.startsWith('/response/')) return responseUrl(hub, request, response, path.slice(10));
  if (path.startsWith('/upload/')) return upload(hub, request, response, path.slice(8));
  if (!fromThisPage(hub, request)) return sendJson(response, 403, { error: 'このページからだけ使えます' });
  if (path === '/page/events') return watch(response);
  if (path === '/page/state') {
    const { searchParams: query } = url;
    const fallback = hub.workspace.state.people[0]?.id ?? '';
    const viewer = hub.workspace.person(query.get('as') ?? '')?.id ?? fallback;
    return sendJson(
      response,
      200,
      pageState(hub, viewer, query.get('channel') ?? '', query.get('thread') ?? ''),
    );
  }
  if (path === '/page/requests')
    return sendJson(response, 200, { requests: hub.requests.slice(-50).reverse() });
  if (path.startsWith('/page/') && request.method === 'POST')
    return act(hub, request, response, path.slice(6));
  if (path.startsWith('/files/')) return file(hub, response, path.slice(7));
  const page = request.method === 'GET' || request.method === 'HEAD' ? pageFile(path) : null;
  if (page) return send(response, 200, page.body, page.type);
  sendJson(response, 404, { error: 'not found' });
}

/** Another site open in the same browser must not act here: names and origins other than our own are refused. */
function fromThisPage(hub: Hub, request: IncomingMessage): boolean {
  const port = new URL(hub.url).port;
  const host = request.headers.host ?? '';
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const origin = request.headers.origin;
  return own.includes(host) && (origin === undefined || own.includes(origin.replace('http://', '')));
}

async function api(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const started = hub.clock.elapsed();
  const fields = readFields(request, await readBody(request));
  const { token: tokenField, ...rest } = fields ?? {};
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || str(tokenField);
  const answer = callMethod(hub, name, token, rest);
  sendJson(response, answer.status, answer.body, answer.headers);
  hub.log({
    direction: 'from-bot',
    name,
    request: rest,
    status: answer.status,
    response: answer.body,
    milliseconds: hub.clock.elapsed() - started,
  });
}

async function responseUrl(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const body: Obj = readFields(request, await readBody(request)) ?? {};
  let status = 200;
  let answer: Obj | 'ok' = 'ok';
  try {
    hub.responseUrls.use(id, body);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse('response_url', error);
    status = error.code.endsWith('_url') ? 404 : 400;
    answer = { ok: false, error: error.code };
  }
  if (answer === 'ok') send(response, status, answer, 'text/plain; charset=utf-8');
  else sendJson(response, status, answer);
  hub.log({
    direction: 'from-bot',
    name: 'response_url',
    request: body,
    status,
    response: answer,
    milliseconds: 0,
  });
}

async function upload(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const known = hub.workspace.state.files.find((candidate) => candidate.id === id);
  if (!known) return sendJson(response, 404, { ok: false, error: 'file_not_found' });
  const body = await uploaded(request, await readBody(request));
  known.size = body.length;
  known.content = body.toString('base64');
  send(response, 200, `OK - ${body.length}`, 'text/plain; charset=utf-8');
}

/** The file in an upload: the body itself, or the first file of a multipart form (as the SDK sends it). */
async function uploaded(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  for (const value of form.values())
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return body;
}

function file(hub: Hub, response: ServerResponse, id: string): void {
  const known = hub.workspace.state.files.find((candidate) => candidate.id === id);
  if (!known) {
    sendJson(response, 404, { error: 'not found' });
    return;
  }
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(known.name)}`);
  send(response, 200, Buffer.from(known.content, 'base64'), 'application/octet-stream');
}

async function act(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  // A form of another site cannot send JSON without asking first.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    return sendJson(response, 415, { error: 'application/json' });
  const body = readFields(request, await readBody(request));
  if (!body) return sendJson(response, 400, { error: 'invalid JSON' });
  try {
    const result = await pageAction(hub, name, body);
    if (result) sendJson(response, 200, result);
    else sendJson(response, 404, { error: 'not found' });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    sendJson(response, 409, { error: error.code, details: error.details });
  }
}
