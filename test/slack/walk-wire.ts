// The wire between bot and stand-in: requests of the bot can be answered with trouble, or the line cut, and everything is counted.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type Trouble =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The line breaks before the request arrives. */
  | 'broken';

export interface Wire {
  /** What the bot gets for Slack: ends with a slash, as SLACK_API_URL. */
  apiUrl: string;
  /** The address itself, without a slash at the end. */
  url: string;
  /** Where requests go on to. */
  target: string;
  /** Decides what goes wrong with a request to `path` (`/api/chat.postMessage`, `/response/…`); null lets it pass. */
  trouble: (path: string) => Trouble | null;
  /** Paths asked for so far. */
  asked: string[];
  /** Nobody listens any more: connection refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => handle(incoming, outgoing));
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

  function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const path = incoming.url ?? '/';
    wire.asked.push(path);
    const trouble = wire.trouble(path);
    if (trouble === 'broken') return void incoming.socket.destroy();
    if (trouble) return void outgoing.writeHead(trouble.status, trouble.headers).end(trouble.body ?? '');
    const onward = request(
      `${wire.target}${path}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
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
