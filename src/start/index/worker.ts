// The indexing thread: plans in, an index file out, so that the bot keeps answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { openBot } from '../open-bot.ts';
import type { PlanSource } from '../plans/source.ts';

// Opening checks the plans, builds the index and writes it; the bot itself is not needed here.
await openBot({ now: () => new Date(0) }, () => undefined, workerData as PlanSource);
parentPort?.postMessage('done');
