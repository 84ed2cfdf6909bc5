// `npm run bench -- --store postgres`: plans in PostgreSQL with very many projects, loaded, opened and asked as copies do.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openStore } from '../src/stores/open-store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../test/support/postgres.ts';
import { withBundled } from './bundled.ts';
import type { CopyMeasures } from './postgres-copy.ts';
import type { LoadMeasures } from './postgres-load.ts';
import { table } from './table.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Everything measured at one size. */
export interface PostgresMeasures extends CopyMeasures, LoadMeasures {
  projects: number;
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

/** Compiled once: sources would be compiled again by each process and thread while it is measured. */
const programs = {
  'postgres-load': 'bench/postgres-load.ts',
  'postgres-copy': 'bench/postgres-copy.ts',
  'plans-postgres/load/pack-worker': 'src/plans-postgres/load/pack-worker.ts',
};

/** Measures with `count` synthetic projects beside the seeds. */
export async function measurePostgres(count: number): Promise<PostgresMeasures> {
  const binaries = postgresBinaries();
  if (binaries === null) throw new Error('no PostgreSQL under /usr/lib/postgresql');
  const server = startPostgres(binaries);
  try {
    const databaseUrl = await tunedDatabase(server);
    const store = openStore({ databaseUrl, sqliteFile: '' });
    await store.entriesAfter(0);
    await store.close();
    return await withBundled(at(''), programs, async (folder) => {
      const loaded = run<LoadMeasures>([
        join(folder, 'postgres-load.js'),
        at(''),
        databaseUrl,
        String(count),
      ]);
      const tablesMB = await sizeOf(databaseUrl);
      const copy = run<CopyMeasures>(['--expose-gc', join(folder, 'postgres-copy.js'), at(''), databaseUrl]);
      return { projects: count, tablesMB, ...loaded, ...copy };
    });
  } finally {
    server.remove();
  }
}

/** Memory as a server for a million projects is given: by default it has 128 MB and writes all it holds to disk every gigabyte. */
const settings = { shared_buffers: '2GB', max_wal_size: '8GB', effective_cache_size: '8GB' } as const;

async function tunedDatabase(server: PostgresServer): Promise<string> {
  const address = new URL(await server.createDatabase());
  address.username = 'hakaru';
  const client = new pg.Client(address.href);
  await client.connect();
  for (const [name, value] of Object.entries(settings))
    await client.query(`alter system set ${name} = '${value}'`);
  await client.end();
  server.crash();
  server.start();
  return await server.createDatabase();
}

/** What a program prints as JSON. */
function run<T>(args: string[]): T {
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio })) as T;
}

async function sizeOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  await client.end();
  return Number(rows[0]?.bytes) / 2 ** 20;
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
