// Writes the prepared dictionary beside its final name and moves it there in one step.
import { close, open, writeFile } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { threadId } from 'node:worker_threads';
import type { Dictionary, FeatureLines } from './dictionary.ts';
import { FORMAT, HEADER, HEADER_BYTES, hotChecksum, MAGIC, padded } from './dictionary-file.ts';
import { blockChecks, linesInFile } from './dictionary-lines.ts';

const openFile = promisify(open);
const closeFile = promisify(close);
const appendTo = promisify(writeFile);

/**
 * Writes the file and gives the lines as they stand in it. Whoever reads meanwhile finds the old file or the new one,
 * whole. Throws where nothing can be written.
 */
export async function writePrepared(
  path: string,
  fingerprint: Uint32Array,
  dictionary: Dictionary,
  lines: Buffer,
  whenDamaged: () => FeatureLines,
): Promise<FeatureLines> {
  const { trie, words, featureAt, costs, charClass, classes } = dictionary;
  const checks = blockChecks(lines);
  const sections = [trie, words, featureAt, costs, charClass, classes, checks].map(paddedBytes);
  const header = new Uint32Array(HEADER_BYTES / 4);
  header[HEADER.magic] = MAGIC;
  header[HEADER.format] = FORMAT;
  header[HEADER.hotBytes] = sections.reduce((sum, { bytes }) => sum + bytes.length, HEADER_BYTES);
  header[HEADER.lineBytes] = lines.length;
  header.set(
    sections.map(({ size }) => size),
    HEADER.sections,
  );
  header.set(fingerprint, HEADER.fingerprint);
  const arrays = sections.map(({ bytes }) => bytes);
  header[HEADER.checksum] = hotChecksum(header, arrays);

  await mkdir(dirname(path), { recursive: true });
  await removeAbandoned(path);
  const part = `${path}.${process.pid}-${threadId}.part`;
  let file: number | undefined;
  try {
    file = await openFile(part, 'w+');
    for (const bytes of [header, ...arrays, lines]) await appendTo(file, bytes);
    await rename(part, path);
    return linesInFile(file, header[HEADER.hotBytes] as number, checks, whenDamaged);
  } catch (error) {
    if (file !== undefined) await closeFile(file);
    await rm(part, { force: true });
    throw error;
  }
}

function paddedBytes(array: Dictionary[keyof Dictionary]): { size: number; bytes: Uint8Array } {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (bytes.length % 4 === 0) return { size: bytes.length, bytes };
  const larger = new Uint8Array(padded(bytes.length));
  larger.set(bytes);
  return { size: bytes.length, bytes: larger };
}

/** Removes what processes left behind that ended while writing. */
async function removeAbandoned(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(start) || !name.endsWith('.part')) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid > 0 && !isRunning(pid)) await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
