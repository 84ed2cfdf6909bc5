// Inflates a gzip file with no more memory than its content takes.
import { open } from 'node:fs/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

/** Packed bytes in memory at a time. */
const PIECE = 256 * 1024;
const SMALLEST_CHUNK = 64 * 1024;
/** Deflate cannot do better; a greater size is no size but the end of something else. */
const MOST_EXPANSION = 1032;

/** The content of a gzip file, or its first `used` bytes. */
export async function readInflated(path: string, used = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    const { size } = await file.stat();
    // The file ends with the size of its content: with room for all of it, nothing needs to be joined.
    await file.read(piece, 0, 4, Math.max(0, size - 4));
    const total = piece.readUInt32LE(0);
    if (total > size * MOST_EXPANSION) throw new RangeError(`${total} bytes cannot come out of ${size}`);
    const bytes = Math.min(used, total);
    const gunzip = createGunzip({ chunkSize: Math.max(SMALLEST_CHUNK, bytes) });
    const content = collect(gunzip, bytes, total);
    for (let at = 0; at < size && !gunzip.destroyed; at += PIECE) {
      const { bytesRead } = await file.read(piece, 0, PIECE, at);
      // A write that meets damage never calls back: the content is rejected instead.
      await Promise.race([
        new Promise((written) => gunzip.write(piece.subarray(0, bytesRead), written)),
        content,
      ]);
    }
    gunzip.end();
    return await content;
  } finally {
    await file.close();
  }
}

/** What comes out, once the stream has closed: at its end, checksum verified, or when `bytes` of `total` are there. */
function collect(gunzip: Gunzip, bytes: number, total: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let collected = 0;
    gunzip.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      collected += chunk.length;
      if (collected > total) gunzip.destroy(new RangeError(`more than ${total} bytes`));
      else if (collected >= bytes && bytes < total) gunzip.destroy();
    });
    gunzip.once('error', reject);
    gunzip.once('close', () => {
      if (collected > 0 && collected >= bytes) resolve(joined(chunks, collected));
      else reject(new RangeError(`${collected} bytes instead of ${bytes}`));
    });
  });
}

/** zlib cuts its chunks from one buffer of the chunk size, side by side; should it ever not, they are copied. */
function joined(chunks: readonly Buffer[], length: number): Buffer {
  const [first] = chunks;
  if (!first) return Buffer.alloc(0);
  let end = first.byteOffset;
  for (const { buffer, byteOffset, length } of chunks) {
    if (buffer !== first.buffer || byteOffset !== end) return Buffer.concat(chunks);
    end += length;
  }
  return Buffer.from(first.buffer, first.byteOffset, length);
}
