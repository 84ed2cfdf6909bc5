// The reading thread: bytes in, progress and a grid (or a refusal) out, so that the bot keeps answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { readGrid } from './read-grid.ts';
import { RefusedFile } from './refusal.ts';

const { bytes, path } = workerData as { bytes: Uint8Array; path: string };
try {
  const grid = await readGrid(bytes, path, (share) => parentPort?.postMessage({ share }));
  parentPort?.postMessage({ grid });
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error;
  parentPort?.postMessage({ refused: { code: error.code, what: error.what, cure: error.cure } });
}
