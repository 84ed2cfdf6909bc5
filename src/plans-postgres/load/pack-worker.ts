// The thread that works plans out while others are written: it asks for the numbers of words it has not met, then hands the rows over.
import { parentPort, workerData } from 'node:worker_threads';
import { loadTokenizer } from '../../language/tokenizer/tokenizer.ts';
import { type NumberedPlan, type PackedPlan, PlanPacker } from './pack-plan.ts';
import type { PackerData } from './packers.ts';
import type { PlanWords } from './plan-words.ts';
import { type FreshWords, type NumberedRows, WordNumbers } from './word-numbers.ts';

/** What the thread is sent. */
export type ToPacker = { plan: NumberedPlan } | { numbers: Int32Array };
/** What it sends back. */
export type FromPacker = { fresh: FreshWords } | { rows: NumberedRows };

const { wordLists, municipalities, dictionary } = workerData as PackerData;
const packer = new PlanPacker({ tokenizer: await loadTokenizer(dictionary), wordLists }, municipalities);
const numbers = new WordNumbers(packer.books);
/** Plans whose words wait for their numbers, in order. */
const waiting: { plan: PackedPlan; words: PlanWords[]; hear(numbers: Int32Array): void }[] = [];

parentPort?.on('message', (told: ToPacker) => {
  if ('plan' in told) {
    const packed = packer.pack(told.plan);
    const { fresh, hear } = numbers.ask(packed.words);
    waiting.push({ ...packed, hear });
    parentPort?.postMessage({ fresh } satisfies FromPacker);
    return;
  }
  const next = waiting.shift();
  if (!next) return;
  next.hear(told.numbers);
  const rows = numbers.finish(next.plan, next.words);
  const buffers = new Set(
    Object.values(rows.rows).flatMap((pieces) => pieces.map(({ buffer }) => buffer as ArrayBuffer)),
  );
  parentPort?.postMessage({ rows } satisfies FromPacker, [...buffers]);
});
