// The prepared dictionary: arrays ready for use in one read, feature lines left in the file until needed.
import { closeSync, openSync, read, readSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { threadId } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { type Dictionary, type DictionaryArrays, DictionaryError } from './dictionary.ts';

const readFrom = promisify(read);

/** The file: this many bytes of JSON, filled up with blanks; the arrays; the lines. */
const HEADER_BYTES = 1024;
/** No feature line is longer. */
const LONGEST_LINE = 2048;
/** The arrays in their order, widest numbers first, so that each begins where it may. */
const ARRAYS = {
  trie: Int32Array,
  featureAt: Uint32Array,
  classes: Int32Array,
  words: Int16Array,
  costs: Int16Array,
  charClass: Uint8Array,
};
const NAMES = Object.keys(ARRAYS) as (keyof DictionaryArrays)[];
/** Raise the number when the order or the meaning of an array changes; the byte order comes with it. */
const FORMAT = `4-${new Uint8Array(Uint32Array.of(1).buffer)[0]}`;

interface Header {
  /** The format, and which source files. */
  made: string;
  /** Bytes of each array, and of the lines. */
  sizes: number[];
  lineBytes: number;
  /** CRC-32 of the arrays. */
  checksum: number;
}

/** A prepared dictionary; undefined when there is none, or it is torn, damaged or made from other sources: then it is made anew. */
export async function readPrepared(path: string, sources: string): Promise<Dictionary | undefined> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const head = Buffer.alloc(HEADER_BYTES);
    await readFrom(file, head, 0, HEADER_BYTES, 0);
    const header = JSON.parse(head.toString()) as Header;
    if (header.made !== FORMAT + sources) throw new RangeError('made from others');
    const size = header.sizes.reduce((sum, length) => sum + length, 0);
    const bytes = Buffer.allocUnsafeSlow(size);
    await readFrom(file, bytes, 0, size, HEADER_BYTES);
    if (crc32(bytes) !== header.checksum) throw new RangeError('damaged');
    const line = linesOf(path, file, HEADER_BYTES + size);
    line(header.lineBytes - 2);
    let at = 0;
    const arrays = NAMES.map((name, i) => {
      const length = header.sizes[i] as number;
      at += length;
      return [name, new ARRAYS[name](bytes.buffer, at - length, length / ARRAYS[name].BYTES_PER_ELEMENT)];
    });
    return { ...(Object.fromEntries(arrays) as DictionaryArrays), line };
  } catch {
    if (file !== undefined) closeSync(file);
    return undefined;
  }
}

/** Lines that stay in an open file, from byte `origin` on. A damaged one deletes the file and throws. */
function linesOf(path: string, file: number, origin: number): (at: number) => string {
  const bytes = Buffer.alloc(LONGEST_LINE);
  return (at) => {
    const end = bytes.subarray(0, readSync(file, bytes, 0, LONGEST_LINE, origin + at)).indexOf(0);
    if (end > 0) return bytes.toString('utf8', 0, end);
    rmSync(path, { force: true });
    throw new DictionaryError('the prepared dictionary was damaged; the next start makes it anew', path);
  };
}

/**
 * Writes the file beside its final name and moves it there in one step: whoever reads meanwhile finds the old file or
 * the new one, whole. Throws where nothing can be written.
 */
export async function writePrepared(
  path: string,
  sources: string,
  dictionary: DictionaryArrays,
  lines: Buffer[],
): Promise<void> {
  const arrays = NAMES.map((name) => dictionary[name]);
  const sizes = arrays.map(({ byteLength }) => byteLength);
  const checksum = arrays.reduce((sum, bytes) => crc32(bytes, sum), 0);
  const lineBytes = lines.reduce((sum, { length }) => sum + length, 0);
  const header: Header = { made: FORMAT + sources, sizes, lineBytes, checksum };
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}-${threadId}.part`;
  try {
    await writeFile(part, [JSON.stringify(header).padEnd(HEADER_BYTES), ...arrays, ...lines]);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
