// Builds the index of brought plans in a thread of its own.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PlanSource } from '../plans/source.ts';

/** Settles once the index lies in `source.indexFolder`. @throws what the check of the plans throws */
export function buildIndexApart(source: PlanSource): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(source);
    worker.on('message', () => resolve());
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the indexing thread ended with ${code}`));
    });
  });
}

/** In the bundle the worker is an entry of its own; from the sources a line of script has tsx compile it. */
function startWorker(workerData: PlanSource): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL('./start/index/worker.js', here), { workerData });
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const file = new URL('./worker.ts', here).href;
  return new Worker(`import('${tsx}').then(({ tsImport }) => tsImport('${file}', '${here}'))`, {
    eval: true,
    workerData,
  });
}
