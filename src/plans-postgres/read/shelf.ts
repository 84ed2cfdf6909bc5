// The tables of one database as a copy reads them: which version, what is fetched, what is kept.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanHead } from '../head.ts';
import { Missing, type Need, type Reader, ShelfNotReady, TooWide } from './gaps.ts';
import { type Layout, layoutOf, type Shelved } from './layout.ts';
import { TogetherSocket } from './together-socket.ts';

/** Rounds a question may take; most need two to four. */
const mostRounds = 40;

/** A shelf that is read. */
export class Shelf {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    /** What this copy cuts words with. */
    private readonly analyzer: string,
  ) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 4,
      connectionTimeoutMillis: 5_000,
      query_timeout: 20_000,
      keepAlive: true,
      // Statements are sent without waiting for what came of those before.
      pipeline: true,
      stream: () => new TogetherSocket(),
      // Statements are planned anew on every connection, those of the search for tens of milliseconds.
      idleTimeoutMillis: 300_000,
      // A terminal command ends when it has answered.
      allowExitOnIdle: true,
      // A scan of all records is never what is wanted, and two processes more help none of four questions at once.
      options:
        '-c enable_seqscan=off -c max_parallel_workers_per_gather=0 -c jit=off -c plan_cache_mode=force_generic_plan -c default_transaction_read_only=on -c bytea_output=hex',
    });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** All plans as they stand now; of `known` only what has changed is read. @throws ShelfNotReady */
  async layout(known?: Layout): Promise<Layout> {
    return await this.snapshot(async (client) => {
      const state = await tablesNow(client);
      if (state.analyzer !== this.analyzer)
        throw new ShelfNotReady(
          '計画の表がまだできていないか、別の版の語で作られています。「npm run plans -- shelve」で入れ直してください。',
        );
      const before = new Map((known?.plans ?? []).map((plan) => [plan.no, plan]));
      const { rows } = await client.query<{ no: number; id: string; place: string; version: string }>(
        'select no, id, place, version from shelf_plan',
      );
      const fresh = rows.flatMap(({ no }) => (before.has(no) ? [] : [no]));
      const heads = await client.query<{ no: number; head: string }>(
        'select no, head from shelf_plan where no = any($1)',
        [fresh],
      );
      const headOf = new Map(heads.rows.map(({ no, head }) => [no, JSON.parse(head) as PlanHead]));
      const plans = rows.map(
        ({ no, id, place, version }): Shelved =>
          before.get(no) ?? { no, id, place, version: Number(version), head: headOf.get(no) as PlanHead },
      );
      return layoutOf(state.version, state.municipalities, plans);
    });
  }

  /**
   * Fetches what a run lacked; false when the tables have moved on and nothing was fetched. All that is lacking is asked for
   * before anything has come back: each way there and back waits for the other questions' turns of the event loop.
   */
  async fetch(needs: readonly Need[], layout: Layout): Promise<boolean> {
    return await this.inSnapshot(async (client, version) => {
      const same = version.then((now) => now === layout.version || Promise.reject(new MovedOn()));
      const reader = whileSame(client, same);
      const settled = await Promise.allSettled([same, ...needs.map((need) => need.fetch(reader))]);
      const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      if (failed.some((reason) => reason instanceof MovedOn)) return false;
      if (failed.length > 0) throw failed[0];
      return true;
    });
  }

  /** Asks for the version alone. */
  async version(): Promise<number> {
    const { rows } = await this.pool.query<{ version: string }>('select version from shelf_state');
    return Number(rows[0]?.version);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** Everything read in it is of one moment. */
  async snapshot<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return await this.inSnapshot(async (client, version) => {
      await version;
      return await work(client);
    });
  }

  /** `work` need not wait for the version before it asks for more. */
  private async inSnapshot<T>(
    work: (client: pg.PoolClient, version: Promise<number>) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    try {
      const done = await work(client, begin(client));
      // Nobody waits for the end of what only reads.
      client.query('commit').then(
        () => client.release(),
        () => client.release(true),
      );
      return done;
    } catch (error) {
      // A connection in the middle of something is not used again.
      client.release(true);
      throw error;
    }
  }
}

/** Version of the tables in the snapshot that it begins. */
async function begin(client: pg.PoolClient): Promise<number> {
  // What comes of two statements is a list.
  const began: unknown = await client.query(
    'begin isolation level repeatable read read only; select version from shelf_state',
  );
  const [, state] = began as pg.QueryResult<{ version: string }>[];
  return Number(state?.rows[0]?.version);
}

/** The tables hold another version than the one that is read. */
class MovedOn extends Error {}

/** Named after its text a statement is planned once on a connection. */
const nameOf = (text: string) => `shelf-${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;

/** A reader whose rows arrive only once `same` has. */
function whileSame(client: pg.ClientBase, same: Promise<unknown>): Reader {
  return {
    query: async <Row extends pg.QueryResultRow>(asked: string | pg.QueryConfig, values?: unknown[]) => {
      const statement = typeof asked === 'string' ? { text: asked, values: values ?? [] } : asked;
      const name = nameOf(statement.text);
      const [result] = await Promise.all([client.query<Row>({ ...statement, name }), same]);
      return result;
    },
  };
}

/** Version, analyzer and towns of the tables. @throws ShelfNotReady */
async function tablesNow(client: pg.ClientBase) {
  const { rows } = await client.query<{ version: string; analyzer: string; towns: string }>(
    'select version, analyzer, towns from shelf_state',
  );
  const [state] = rows;
  if (!state) throw new ShelfNotReady('計画の表がありません。');
  return {
    version: Number(state.version),
    analyzer: state.analyzer,
    municipalities: JSON.parse(state.towns) as Municipality[],
  };
}

/** Runs until nothing is lacking; `renew` gives the newest view when the tables have moved on. */
export async function untilWhole<View, T>(
  first: View,
  parts: {
    run(view: View): T;
    fetch(view: View, needs: readonly Need[]): Promise<boolean>;
    renew(): Promise<View>;
  },
): Promise<T> {
  let view = first;
  for (let round = 1; ; round++) {
    try {
      return parts.run(view);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      if (round > mostRounds) throw new TooWide(`${round} rounds`);
      if (!(await parts.fetch(view, error.needs))) view = await parts.renew();
    }
  }
}
