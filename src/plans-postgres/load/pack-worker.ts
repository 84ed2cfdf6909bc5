// The thread that works plans out while others are written.
import { parentPort, workerData } from 'node:worker_threads';
import { loadTokenizer } from '../../language/tokenizer/tokenizer.ts';
import { type NumberedPlan, PlanPacker } from './pack-plan.ts';
import type { PackerData } from './packers.ts';

const { wordLists, municipalities, dictionary } = workerData as PackerData;
const packer = new PlanPacker({ tokenizer: await loadTokenizer(dictionary), wordLists }, municipalities);
parentPort?.on('message', (plan: NumberedPlan) => {
  const packed = packer.pack(plan);
  const buffers = Object.values(packed.lines).flatMap((pieces) =>
    pieces.map(({ buffer }) => buffer as ArrayBuffer),
  );
  parentPort?.postMessage(packed, buffers);
});
