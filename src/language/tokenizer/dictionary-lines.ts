// Feature lines: held in memory, or read from a file a block at a time, each block checked.
import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { FeatureLines } from './dictionary.ts';

/** No feature line is as long, so a line lies in one block or in two. */
const BLOCK = 2048;

/** Lines that stand in memory. */
export function linesInMemory(bytes: Buffer): FeatureLines {
  return { line: (at) => bytes.toString('utf8', at, bytes.indexOf(0, at)) };
}

/** CRC-32 of each block of lines. */
export function blockChecks(lines: Buffer): Uint32Array {
  const checks = new Uint32Array(Math.ceil(lines.length / BLOCK));
  for (let i = 0; i < checks.length; i++) checks[i] = crc32(lines.subarray(i * BLOCK, (i + 1) * BLOCK));
  return checks;
}

/**
 * Lines that stay in an open file, from byte `origin` on. The first damaged block makes the lines come from
 * `whenDamaged` from then on.
 */
export function linesInFile(
  file: number,
  origin: number,
  checks: Uint32Array,
  whenDamaged: () => FeatureLines,
): FeatureLines {
  const blocks = Buffer.allocUnsafeSlow(BLOCK * 2);
  let instead: FeatureLines | undefined;

  function readLine(at: number): string | undefined {
    const first = Math.floor(at / BLOCK);
    const read = readSync(file, blocks, 0, BLOCK * 2, origin + first * BLOCK);
    const from = at - first * BLOCK;
    const end = blocks.subarray(0, read).indexOf(0, from);
    if (end < 0 || crc32(blocks.subarray(0, Math.min(read, BLOCK))) !== checks[first]) return undefined;
    if (end >= BLOCK && crc32(blocks.subarray(BLOCK, read)) !== checks[first + 1]) return undefined;
    return blocks.toString('utf8', from, end);
  }

  return {
    line(at) {
      if (!instead) {
        const line = readLine(at);
        if (line !== undefined) return line;
        instead = whenDamaged();
      }
      return instead.line(at);
    },
  };
}
