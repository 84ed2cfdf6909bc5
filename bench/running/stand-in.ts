// A Slack that takes what it is given and remembers it: one message a second and channel when asked to, a client_msg_id once.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that was taken. */
export interface Posted {
  at: number;
  channel: string;
  thread: string | null;
  /** Of a digest: `subscription day part`. */
  mark: string | null;
}

/** Both ways into the stand-in, and what came. */
export interface StandIn {
  apiUrl: string;
  /** Where an answer to a command goes. */
  responseUrl(id: string): string;
  posts: Posted[];
  /** When the answer to a command came. */
  responses: Map<string, number[]>;
  /** Calls that had to wait for their channel. */
  limited: number;
  /** Posts that came again with the id of one that was taken. */
  repeated: number;
  close(): void;
}

const identity = {
  ok: true,
  url: 'https://bench.example/',
  team_id: 'T1',
  user_id: 'U0BOT',
  bot_id: 'B1',
  bot_user_id: 'U0BOT',
};

/** Listens on 127.0.0.1; `everyMs` between two messages of a channel. */
export async function openStandIn(everyMs = 0): Promise<StandIn> {
  const last = new Map<string, number>();
  const taken = new Set<string>();
  const standIn = { posts: [] as Posted[], responses: new Map<string, number[]>(), limited: 0, repeated: 0 };
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? '';
    const now = performance.now();
    const json = (body: unknown, status = 200, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    if (path.startsWith('/response/')) {
      const id = path.slice('/response/'.length);
      standIn.responses.set(id, [...(standIn.responses.get(id) ?? []), now]);
      return response.end('ok');
    }
    if (!path.endsWith('/chat.postMessage')) return json(identity);
    const sent = new URLSearchParams(text);
    const channel = sent.get('channel') ?? '';
    if (now - (last.get(channel) ?? Number.NEGATIVE_INFINITY) < everyMs) {
      standIn.limited += 1;
      return json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '1' });
    }
    last.set(channel, now);
    const id = sent.get('client_msg_id');
    const ts = `1795478400.${String(standIn.posts.length).padStart(6, '0')}`;
    if (id !== null && taken.has(id)) {
      standIn.repeated += 1;
      return json({ ok: true, channel, ts });
    }
    if (id !== null) taken.add(id);
    const mark = JSON.parse(sent.get('metadata') ?? 'null')?.event_payload;
    standIn.posts.push({
      at: now,
      channel,
      thread: sent.get('thread_ts'),
      mark: mark ? `${mark.subscription} ${mark.day} ${mark.part}` : null,
    });
    json({ ok: true, channel, ts });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(standIn, {
    apiUrl: `${url}/api/`,
    responseUrl: (id: string) => `${url}/response/${id}`,
    close: () => void server.close().closeAllConnections(),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}
