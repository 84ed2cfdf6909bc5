// The wire between bot and stand-in: requests of the bot can be answered with trouble, or the line cut, and everything is counted.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type Trouble =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The line breaks before the request arrives. */
  | 'broken'
  /** The request arrives, its answer does not. */
  | 'lost'
  /** Nothing ever comes back. */
  | 'silent';

export interface Wire {
  /** What the bot gets for Slack: ends with a slash, as SLACK_API_URL. */
  apiUrl: string;
  /** The address itself, without a slash at the end. */
  url: string;
  /** Where requests go on to. */
  target: string;
  /** Decides what goes wrong with a request to `path` (`/api/chat.postMessage`, `/response/…`); null lets it pass. */
  trouble: (path: string, body: string) => Trouble | null;
  /** Paths asked for so far. */
  asked: string[];
  /** Nobody listens any more: connection refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (incoming, socket) => {
    const { hostname, port } = new URL(wire.target);
    const other = connect(Number(port), hostname, () => {
      const headers = incoming.rawHeaders.reduce(
        (text, part, i) => text + (i % 2 === 0 ? `${part}: ` : `${part}\r\n`),
        '',
      );
      other.write(`GET ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
      other.pipe(socket).pipe(other);
    });
    for (const [one, two] of [
      [socket, other],
      [other, socket],
    ] as const) {
      one.on('error', () => two.destroy());
      one.on('close', () => two.destroy());
    }
  });

  /** Slack takes a message with a client_msg_id once, and answers a repetition as the first. */
  const taken = new Map<string, { status: number; headers: IncomingMessage['headers']; body: Buffer }>();

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/';
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const sent = Buffer.concat(parts);
    wire.asked.push(path);
    const trouble = wire.trouble(path, sent.toString());
    if (trouble === 'silent') return;
    if (trouble === 'broken') return void incoming.socket.destroy();
    const id = path.includes('chat.postMessage')
      ? new URLSearchParams(sent.toString()).get('client_msg_id')
      : null;
    const before = id === null ? undefined : taken.get(id);
    if (before) return void outgoing.writeHead(before.status, before.headers).end(before.body);
    if (trouble && trouble !== 'lost')
      return void outgoing.writeHead(trouble.status, trouble.headers).end(trouble.body ?? '');
    const onward = request(
      `${wire.target}${path}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        const received: Buffer[] = [];
        answer.on('data', (part: Buffer) => void received.push(part));
        answer.on('end', () => {
          const body = Buffer.concat(received);
          const { 'transfer-encoding': _, ...headers } = answer.headers;
          const whole = { status: answer.statusCode ?? 500, headers, body };
          if (id !== null && body.includes('"ok":true')) taken.set(id, whole);
          if (trouble === 'lost') return void incoming.socket.destroy();
          outgoing.writeHead(whole.status, headers).end(body);
        });
      },
    );
    onward.on('error', () => outgoing.destroy());
    onward.end(sent);
  }

  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const wire: Wire = {
    url,
    apiUrl: `${url}/api/`,
    target: '',
    trouble: () => null,
    asked: [],
    cut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
    mend: () => listen(port),
    async close() {
      if (server.listening) await wire.cut();
    },
  };
  return wire;
}

/** The first `times` requests whose path contains `part` meet this trouble. */
export function times(count: number, part: string, trouble: Trouble): (path: string) => Trouble | null {
  let left = count;
  return (path) => {
    if (left <= 0 || !path.includes(part)) return null;
    left -= 1;
    return trouble;
  };
}
