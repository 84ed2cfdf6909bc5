// Loads synthetic plans into a database; bundled by `postgres.ts`, as the product runs: compiled sources would be compiled again by each thread.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { loadPlans } from '../src/plans-postgres/load/load-plans.ts';
import { manyPlans } from './many-plans.ts';
import { serverSpent } from './server-spent.ts';

/** What loading takes. */
export interface LoadMeasures {
  plans: number;
  loadSeconds: number;
  /** Processor time of the loading process with its threads, and of the server. */
  loadCpuSeconds: number;
  loadServerSeconds: number;
}

async function load(root: string, databaseUrl: string, count: number): Promise<LoadMeasures> {
  const seeds = loadSeeds(join(root, 'seeds'));
  const dictionary = { cacheFile: join(root, 'index/kuromoji.dict') };
  const tools = {
    tokenizer: await loadTokenizer(dictionary),
    wordLists: loadWordLists(join(root, 'index')),
  };
  let plans = 0;
  const all = function* () {
    let at = 0;
    for (const file of seeds.files) yield { place: String(at++).padStart(8, '0'), file, hash: '' };
    for (const file of manyPlans(seeds, count))
      yield { place: String(at++).padStart(8, '0'), file, hash: '' };
  };
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const [spent, server] = [process.cpuUsage(), serverSpent(databaseUrl)];
  await loadPlans(databaseUrl, all(), {
    ...tools,
    municipalities: seeds.municipalities,
    threads: availableParallelism() > 1 ? availableParallelism() : 0,
    dictionary,
    heard: () => {
      plans += 1;
      if (plans % 100 === 0) process.stderr.write(`${plans} plans, ${Math.round(seconds())} s\n`);
    },
  });
  const { user, system } = process.cpuUsage(spent);
  return {
    plans,
    loadSeconds: seconds(),
    loadCpuSeconds: (user + system) / 1e6,
    loadServerSeconds: serverSpent(databaseUrl) - server,
  };
}

const [root = '', databaseUrl = '', count = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await load(root, databaseUrl, Number(count))));
