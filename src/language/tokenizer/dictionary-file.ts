// Reads the prepared dictionary: arrays ready for use in one read, feature lines left in the file until needed.
import { close, fstat, open, read } from 'node:fs';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Dictionary, FeatureLines, LoadedDictionary } from './dictionary.ts';
import { linesInFile } from './dictionary-lines.ts';

const openFile = promisify(open);
const closeFile = promisify(close);
const statFile = promisify(fstat);
const readFile = promisify(read);

/**
 * The file: header, the arrays (each padded to 4 bytes), the checksums of the line blocks, the lines.
 * The header is 32-bit numbers at these places.
 */
export const HEADER = {
  /** Also tells the byte order: a file written in the other one does not match. */
  magic: 0,
  format: 1,
  /** CRC-32 of everything between this number and the lines. */
  checksum: 2,
  /** Bytes up to the lines, and of the lines. */
  hotBytes: 3,
  lineBytes: 4,
  /** Bytes of each array, in the order they stand in. */
  sections: 5,
  /** What the source files were, see dictionary-load. */
  fingerprint: 16,
} as const;
/** Room for more numbers than are used. */
export const HEADER_BYTES = 256;
/** The first number of every such file. */
export const MAGIC = 0x48614b75;
/** Raise when the layout or the meaning of an array changes. */
export const FORMAT = 2;

/** A prepared dictionary; undefined when there is none, or it is torn, damaged or made from other sources. */
export async function readPrepared(
  path: string,
  fingerprint: Uint32Array,
  whenDamaged: () => FeatureLines,
): Promise<LoadedDictionary | undefined> {
  let file: number | undefined;
  try {
    file = await openFile(path, 'r');
    const header = await readHeader(file, fingerprint);
    const arrays = header && (await readArrays(file, header));
    if (header && arrays) {
      const { checks, ...dictionary } = arrays;
      return { dictionary, lines: linesInFile(file, header[HEADER.hotBytes] as number, checks, whenDamaged) };
    }
  } catch {
    // Missing or unreadable: it is made anew, and what hinders that is reported then.
  }
  if (file !== undefined) await closeFile(file);
  return undefined;
}

async function readHeader(file: number, fingerprint: Uint32Array): Promise<Uint32Array | undefined> {
  const { size } = await statFile(file);
  const header = new Uint32Array(HEADER_BYTES / 4);
  await readFile(file, header, 0, HEADER_BYTES, 0);
  const fits =
    header[HEADER.magic] === MAGIC &&
    header[HEADER.format] === FORMAT &&
    size === (header[HEADER.hotBytes] as number) + (header[HEADER.lineBytes] as number) &&
    fingerprint.every((number, i) => number === header[HEADER.fingerprint + i]);
  return fits ? header : undefined;
}

async function readArrays(
  file: number,
  header: Uint32Array,
): Promise<(Dictionary & { checks: Uint32Array }) | undefined> {
  const bytes = Buffer.allocUnsafeSlow((header[HEADER.hotBytes] as number) - HEADER_BYTES);
  const { bytesRead } = await readFile(file, bytes, 0, bytes.length, HEADER_BYTES);
  if (bytesRead !== bytes.length || hotChecksum(header, [bytes]) !== header[HEADER.checksum])
    return undefined;

  let section: number = HEADER.sections;
  let at = 0;
  const next = <T>(View: {
    new (buffer: ArrayBufferLike, at: number, length: number): T;
    BYTES_PER_ELEMENT: number;
  }) => {
    const size = header[section++] as number;
    const view = new View(bytes.buffer, at, size / View.BYTES_PER_ELEMENT);
    at += padded(size);
    return view;
  };
  // In the order of dictionary-write.
  return {
    trie: next(Int32Array),
    words: next(Int16Array),
    featureAt: next(Uint32Array),
    costs: next(Int16Array),
    charClass: next(Uint8Array),
    classes: next(Int32Array),
    checks: next(Uint32Array),
  };
}

/** Checksum over the header behind its own place and the arrays. */
export function hotChecksum(header: Uint32Array, arrays: readonly NodeJS.ArrayBufferView[]): number {
  return arrays.reduce<number>(
    (sum, bytes) => crc32(bytes, sum),
    crc32(header.subarray(HEADER.checksum + 1)),
  );
}

/** The next multiple of 4, where arrays of 32-bit numbers may begin. */
export function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
