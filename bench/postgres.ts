// `npm run bench -- --store postgres`: plans in PostgreSQL with very many projects, loaded, opened and asked as copies do.
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { loadPlans } from '../src/plans-postgres/load/load-plans.ts';
import { openStore } from '../src/stores/open-store.ts';
import { postgresBinaries, startPostgres } from '../test/support/postgres.ts';
import { manyPlans } from './many-plans.ts';
import type { CopyMeasures } from './postgres-copy.ts';
import { serverSpent } from './server-spent.ts';
import { table } from './table.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Everything measured at one size. */
export interface PostgresMeasures extends CopyMeasures {
  projects: number;
  plans: number;
  loadSeconds: number;
  /** Processor time of the loading process with its threads, and of the server. */
  loadCpuSeconds: number;
  loadServerSeconds: number;
  tablesMB: number;
}

/** Goals at a million, of the issue; `null`: none. */
const goals: Readonly<Record<string, number>> = {
  words: 60,
  conditions: 60,
  'words under a condition': 60,
  '4 clients, paced': 60,
  '4 clients, closed loop': 90,
};

/** Measures with `count` synthetic projects beside the seeds. */
export async function measurePostgres(count: number): Promise<PostgresMeasures> {
  const binaries = postgresBinaries();
  if (binaries === null) throw new Error('no PostgreSQL under /usr/lib/postgresql');
  const server = startPostgres(binaries);
  try {
    const databaseUrl = await server.createDatabase();
    const store = openStore({ databaseUrl, sqliteFile: '' });
    await store.entriesAfter(0);
    await store.close();
    const loaded = await load(databaseUrl, count);
    const args = ['--expose-gc', '--import', 'tsx', at('bench/postgres-copy.ts'), databaseUrl];
    const copy = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    ) as CopyMeasures;
    return { projects: count, ...loaded, ...copy };
  } finally {
    server.remove();
  }
}

async function load(databaseUrl: string, count: number) {
  const seeds = loadSeeds(at('seeds'));
  const tools = { tokenizer: await loadTokenizer(), wordLists: loadWordLists(at('index')) };
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
  const threads = availableParallelism() > 1 ? availableParallelism() : 0;
  const dictionary = { cacheFile: at('index/kuromoji.dict') };
  await loadPlans(databaseUrl, all(), {
    ...tools,
    municipalities: seeds.municipalities,
    threads,
    dictionary,
    heard: () => {
      plans += 1;
      if (plans % 100 === 0) process.stderr.write(`${plans} plans, ${Math.round(seconds())} s\n`);
    },
  });
  const loadSeconds = seconds();
  const { user, system } = process.cpuUsage(spent);
  const loadServerSeconds = serverSpent(databaseUrl) - server;
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  await client.end();
  return {
    plans,
    loadSeconds,
    loadCpuSeconds: (user + system) / 1e6,
    loadServerSeconds,
    tablesMB: Number(rows[0]?.bytes) / 2 ** 20,
  };
}

/** Rows of questions, then what it costs. */
export function postgresTable(all: readonly PostgresMeasures[]): string {
  return all
    .map((one) => {
      const asked = Object.entries(one.questions).map(([name, spread]) => [
        name,
        spread.p95 / (goals[name] ?? Number.NaN) || '',
        spread.p50,
        spread.p95,
        spread.worst,
        spread.cpu50,
        spread.cpu95,
        spread.server,
        spread.first,
        spread.asked,
      ]);
      const size = one.projects.toLocaleString('en');
      return [
        table(
          [
            `${size} projects in PostgreSQL, wall clock`,
            'p95 ÷ goal at a million',
            'p50 ms',
            'p95 ms',
            'slowest ms',
            'p50 ms, processor of the copy',
            'p95 ms, processor of the copy',
            'processor of the server, ms a question',
            'p95 ms when first asked',
            'questions',
          ],
          asked,
        ),
        table(
          [`${size} projects in ${one.plans} plans`, 'measured'],
          [
            ['a copy ready after, s', one.readySeconds],
            ['processor time of a copy until then, s', one.readyCpuSeconds],
            ['memory of a copy when ready, MB', one.readyMB],
            ['after all questions, MB', one.memoryMB],
            ['loaded, projects a second', one.projects / one.loadSeconds],
            [
              'processor time of the loading process, ms a project',
              (one.loadCpuSeconds * 1000) / one.projects,
            ],
            [
              'processor time of the server meanwhile, ms a project',
              (one.loadServerSeconds * 1000) / one.projects,
            ],
            ['tables, MB', one.tablesMB],
            ['share of the exact ranking’s score in the first ten', one.share],
          ],
        ),
      ].join('\n\n');
    })
    .join('\n\n');
}
