// Works plans out in threads of their own, in the order in which they are given.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { DictionaryOptions } from '../../language/tokenizer/dictionary-load.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { type LoadTools, type NumberedPlan, type PackedPlan, PlanPacker } from './pack-plan.ts';

/** What a thread is started with. */
export interface PackerData {
  wordLists: WordLists;
  municipalities: readonly Municipality[];
  dictionary: DictionaryOptions;
}

/** Plans a thread has before it. */
const ahead = 2;

/** Packs all plans with so many threads, here with `tools` where there are none; `hear` is waited for, plan by plan. */
export async function packApart(
  plans: AsyncIterable<NumberedPlan>,
  { threads, ...data }: PackerData & { threads: number },
  tools: LoadTools,
  hear: (packed: PackedPlan) => Promise<void>,
): Promise<void> {
  if (threads === 0) {
    const packer = new PlanPacker(tools, data.municipalities);
    for await (const plan of plans) await hear(packer.pack(plan));
    return;
  }
  const workers = Array.from({ length: threads }, () => new Packer(data));
  try {
    const waiting: Promise<PackedPlan>[] = [];
    let next = 0;
    for await (const plan of plans) {
      waiting.push((workers[next++ % threads] as Packer).pack(plan));
      if (waiting.length >= threads * ahead) await hear((await waiting.shift()) as PackedPlan);
    }
    for (const packed of waiting) await hear(await packed);
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

/** A thread; it answers in the order it is asked. */
class Packer {
  private readonly worker: Worker;
  private readonly waiting: { resolve(packed: PackedPlan): void; reject(error: Error): void }[] = [];

  constructor(data: PackerData) {
    this.worker = startWorker(data);
    this.worker.on('message', (packed: PackedPlan) => this.waiting.shift()?.resolve(packed));
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', (code) =>
      this.fail(new Error(`a thread that works plans out ended with ${code}`)),
    );
  }

  pack(plan: NumberedPlan): Promise<PackedPlan> {
    const packed = new Promise<PackedPlan>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
    // Heard when its turn comes; until then it is nobody's fault.
    packed.catch(() => undefined);
    this.worker.postMessage(plan);
    return packed;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}

/** In the bundle the worker is an entry of its own; from the sources a line of script has tsx compile it. */
function startWorker(workerData: PackerData): Worker {
  const here = import.meta.url;
  // What a plan is worked out with is garbage right after: with little room it is swept every few milliseconds.
  const resourceLimits = { maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: 2048 };
  if (!here.endsWith('.ts'))
    return new Worker(new URL('./plans-postgres/load/pack-worker.js', here), { workerData, resourceLimits });
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  const file = new URL('./pack-worker.ts', here).href;
  return new Worker(`import('${tsx}').then(({ tsImport }) => tsImport('${file}', '${here}'))`, {
    eval: true,
    workerData,
    resourceLimits,
  });
}
