// Works plans out in threads of their own; their words are numbered here, by one hand.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { DictionaryOptions } from '../../language/tokenizer/dictionary-load.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { type LoadTools, type NumberedPlan, PlanPacker } from './pack-plan.ts';
import type { FromPacker, ToPacker } from './pack-worker.ts';
import { type FreshWords, type NumberedRows, WordNumbers } from './word-numbers.ts';

/** What a thread is started with. */
export interface PackerData {
  wordLists: WordLists;
  municipalities: readonly Municipality[];
  dictionary: DictionaryOptions;
}

/** Who takes in what is packed. */
export interface Taker {
  /** Numbers of the words, in their order. */
  number(fresh: FreshWords): Int32Array;
  /** Hears of a plan; is waited for. */
  add(plan: NumberedRows): Promise<void>;
}

/** Plans a thread has before it. */
const ahead = 2;

/** Packs all plans with so many threads, here with `tools` where there are none. */
export async function packApart(
  plans: AsyncIterable<NumberedPlan>,
  { threads, ...data }: PackerData & { threads: number },
  tools: LoadTools,
  taker: Taker,
): Promise<void> {
  if (threads === 0) {
    const packer = new PlanPacker(tools, data.municipalities);
    const numbers = new WordNumbers(packer.books);
    for await (const plan of plans) {
      const packed = packer.pack(plan);
      const { fresh, hear } = numbers.ask(packed.words);
      hear(taker.number(fresh));
      await taker.add(numbers.finish(packed.plan, packed.words));
    }
    return;
  }
  // The first plan that holds a word gives its spelling and reading, so words are numbered in the order of the plans.
  let turn = 0;
  const number = () => {
    for (let own = workers[turn % threads]; own?.numberNext(taker); own = workers[turn % threads]) turn += 1;
  };
  const workers = Array.from({ length: threads }, () => new Packer(data, number));
  try {
    const waiting: Promise<NumberedRows>[] = [];
    let next = 0;
    for await (const plan of plans) {
      waiting.push((workers[next++ % threads] as Packer).pack(plan));
      if (waiting.length >= threads * ahead)
        await taker.add(await (waiting.shift() as Promise<NumberedRows>));
    }
    for (const packed of waiting) await taker.add(await packed);
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

/** A thread; it answers in the order it is asked. */
class Packer {
  private readonly worker: Worker;
  private readonly waiting: { resolve(packed: NumberedRows): void; reject(error: Error): void }[] = [];
  /** Of its plans, one after the other. */
  private readonly unnumbered: FreshWords[] = [];

  /** `askNumber` is called whenever there are words that want numbers. */
  constructor(data: PackerData, askNumber: () => void) {
    this.worker = startWorker(data);
    this.worker.on('message', (told: FromPacker) => {
      if ('rows' in told) this.waiting.shift()?.resolve(told.rows);
      else {
        this.unnumbered.push(told.fresh);
        askNumber();
      }
    });
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', (code) =>
      this.fail(new Error(`a thread that works plans out ended with ${code}`)),
    );
  }

  pack(plan: NumberedPlan): Promise<NumberedRows> {
    const packed = new Promise<NumberedRows>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
    // Heard when its turn comes; until then it is nobody's fault.
    packed.catch(() => undefined);
    this.tell({ plan });
    return packed;
  }

  /** Has the words of its next plan numbered; false when it has asked for none. */
  numberNext(taker: Pick<Taker, 'number'>): boolean {
    const fresh = this.unnumbered.shift();
    if (fresh) this.tell({ numbers: taker.number(fresh) });
    return fresh !== undefined;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tell(message: ToPacker): void {
    this.worker.postMessage(message);
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
