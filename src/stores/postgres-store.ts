// The store in PostgreSQL (`DATABASE_URL`), for several copies of the bot on several machines.
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { StoreHouse } from '../ports/workspaces.ts';
import { type Backend, createKyselyStore } from './kysely-store.ts';
import { workFor, workForEvery } from './row-security.ts';
import type { Tables } from './tables.ts';

/** Any fixed number does: it names the lock that lets one append at a time go on. */
const APPEND_LOCK = 4_869_001;

/** SQLSTATE classes that speak of the server, the way to it or tables that are not ours, not of our statement. */
const SERVER_TROUBLE = /^(08|28|3D|53|57|58|XX|42P01|42703)/;

/** A store in the database at that address (`postgres://…`). */
export function createPostgresStore(databaseUrl: string): StoreHouse {
  return createKyselyStore(postgresBackend(databaseUrl));
}

/** The database at that address. */
export function postgresBackend(databaseUrl: string): Backend {
  let pool: pg.Pool;
  const views = new Map<string, Kysely<Tables>>();
  return {
    connect() {
      views.clear();
      pool = new pg.Pool({
        connectionString: databaseUrl,
        max: 5,
        connectionTimeoutMillis: 5_000,
        query_timeout: 10_000,
        keepAlive: true,
        // An append is confirmed only when it is on disk, whatever the server's default.
        options: '-c synchronous_commit=on',
      });
      // A server that goes away ends connections, idle or in use. Each reports it as an event, which unheard would end
      // the process; the query itself fails as well, and the next one opens a new connection.
      pool.on('error', () => undefined);
      pool.on('connect', (client) => client.on('error', () => undefined));
      return viewOver(pool, '');
    },
    // Numbers are then given out in the order in which entries become visible: a reader never misses one.
    async lockAppends(transaction) {
      await sql`select pg_advisory_xact_lock(${APPEND_LOCK})`.execute(transaction);
    },
    inTeam(_, team, work) {
      const view = views.get(team) ?? viewOver(pool, team);
      views.set(team, view);
      return work(view);
    },
    overEvery: (db, work) =>
      db.transaction().execute(async (transaction) => {
        await workForEvery(transaction);
        return await work(transaction);
      }),
    mustReopen: () => false,
    isUnavailable(error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (typeof code === 'string') return SERVER_TROUBLE.test(code) || /^E[A-Z_]{3,}$/.test(code);
      // pg's own errors carry no code: "Connection terminated unexpectedly", "timeout exceeded when trying to connect".
      return /connect|terminat|timeout|ended|closed/i.test(String(message));
    },
  };
}

/** The workspace a connection works for; a connection that is not known works for none. */
const worksFor = new WeakMap<pg.PoolClient, string>();

/**
 * The database as one workspace sees it ('' for none): whoever takes a connection from the pool names it first, so that no
 * statement runs under the name left by another one. Naming it for each transaction would cost three more round trips a call.
 */
function viewOver(pool: pg.Pool, team: string): Kysely<Tables> {
  const named = {
    async connect() {
      const client = await pool.connect();
      if ((worksFor.get(client) ?? '') === team) return client;
      try {
        await workFor(client, team);
        worksFor.set(client, team);
        return client;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    end: () => pool.end(),
  };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: named }),
    plugins: [new CamelCasePlugin()],
  });
}
