// The server side of one WebSocket (RFC 6455): text frames, ping, pong, close. Node 20 has a client only, and the SDK brings no server.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export interface WebSocketConnection {
  send(text: string): void;
  ping(): void;
  /** Says goodbye; `abrupt` cuts the line instead. */
  close(abrupt?: boolean): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

const opcode = { text: 1, close: 8, ping: 9, pong: 10 };

/** One frame from the server, unmasked. */
function frame(code: number, payload: Buffer): Buffer {
  const length = payload.length;
  const header = length < 126 ? Buffer.alloc(2) : length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  header[0] = 0x80 | code;
  if (length < 126) header[1] = length;
  else if (length < 65_536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}

interface Frame {
  final: boolean;
  code: number;
  payload: Buffer;
  size: number;
}

/** The first whole frame in `data`, or null when more must arrive. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const second = data.readUInt8(1);
  let length = second & 0x7f;
  let at = 2;
  if (length === 126) {
    if (data.length < 4) return null;
    length = data.readUInt16BE(2);
    at = 4;
  } else if (length === 127) {
    if (data.length < 10) return null;
    length = Number(data.readBigUInt64BE(2));
    at = 10;
  }
  const masked = (second & 0x80) !== 0;
  const mask = masked ? data.subarray(at, at + 4) : null;
  if (masked) at += 4;
  if (data.length < at + length) return null;
  const payload = Buffer.from(data.subarray(at, at + length));
  if (mask) for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  const first = data.readUInt8(0);
  return { final: (first & 0x80) !== 0, code: first & 0x0f, payload, size: at + length };
}

/** Accepts an upgrade request. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex): WebSocketConnection {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const onText: ((text: string) => void)[] = [];
  const onClose: (() => void)[] = [];
  let pending = Buffer.alloc(0);
  let parts: Buffer[] = [];
  const write = (code: number, payload: Buffer) => {
    if (socket.writable) socket.write(frame(code, payload));
  };
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let next = readFrame(pending); next; next = readFrame(pending)) {
      pending = pending.subarray(next.size);
      if (next.code === opcode.ping) write(opcode.pong, next.payload);
      else if (next.code === opcode.close) {
        write(opcode.close, next.payload);
        socket.end();
      } else if (next.code <= 2) {
        parts.push(next.payload);
        if (!next.final) continue;
        const text = Buffer.concat(parts).toString('utf8');
        parts = [];
        for (const listener of onText) listener(text);
      }
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const listener of onClose) listener();
  });
  return {
    send: (text) => write(opcode.text, Buffer.from(text, 'utf8')),
    ping: () => write(opcode.ping, Buffer.from('playground')),
    close(abrupt = false) {
      if (abrupt) return void socket.destroy();
      write(opcode.close, Buffer.from([0x03, 0xe8]));
      // The other side answers and ends; a silent one is cut off.
      setTimeout(() => socket.destroy(), 500).unref();
    },
    onText: (listener) => onText.push(listener),
    onClose: (listener) => onClose.push(listener),
  };
}
