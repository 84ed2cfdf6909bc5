// Reads a file in a thread of its own.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Grid } from './grid.ts';
import type { Progress } from './read-grid.ts';
import { RefusedFile } from './refusal.ts';

interface Message {
  share?: number;
  grid?: Grid;
  refused?: ConstructorParameters<typeof RefusedFile> extends [infer C, infer W, infer U, ...unknown[]]
    ? { code: C; what: W; cure: U }
    : never;
}

/** As `readGrid`, in a worker. @throws RefusedFile */
export function readGridInWorker(bytes: Uint8Array, path: string, onProgress?: Progress): Promise<Grid> {
  return new Promise((resolve, reject) => {
    const worker = startWorker({ bytes, path });
    worker.on('message', ({ share, grid, refused }: Message) => {
      if (share !== undefined) onProgress?.(share);
      if (grid) resolve(grid);
      if (refused) reject(new RefusedFile(refused.code, refused.what, refused.cure));
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const outOfMemory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(
        new RefusedFile(
          outOfMemory ? 'too-large' : 'broken',
          outOfMemory ? 'ファイルの中身が大きすぎて開けません' : 'ファイルを開けません',
          'シートや年度ごとに分け、Excelで保存し直してください',
          { cause },
        ),
      );
    });
    worker.on('exit', (code) => {
      if (code !== 0)
        reject(new RefusedFile('broken', 'ファイルを開けません', 'Excelで保存し直してください'));
    });
  });
}

/** In the bundle the worker is an entry of its own; from the sources a line of script has tsx compile it. */
function startWorker(workerData: { bytes: Uint8Array; path: string }): Worker {
  const here = import.meta.url;
  const resourceLimits = { maxOldGenerationSizeMb: 1024 };
  if (!here.endsWith('.ts'))
    return new Worker(new URL('./plans/grid/grid-worker.js', here), { workerData, resourceLimits });
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const file = new URL('./grid-worker.ts', here).href;
  const script = `import('${tsx}').then(({ tsImport }) => tsImport('${file}', '${here}'))`;
  return new Worker(script, { eval: true, workerData, resourceLimits });
}
