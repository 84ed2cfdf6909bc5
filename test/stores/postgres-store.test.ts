// The PostgreSQL store under the contract, and what is its own: a server that goes away and comes back.
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyone } from '../../src/ports/plan-version.ts';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { migrate } from '../../src/stores/migrations/migrate.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { ownedTables } from '../../src/stores/tables.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../support/postgres.ts';
import { describeStore, entry } from '../support/store-contract.ts';
import { describeYears } from '../support/store-contract-years.ts';

const binaries = postgresBinaries();

const plan = {
  plan: 'plan-a',
  kind: 'taken',
  title: '',
  file: '',
  hash: '',
  mapping: '',
  broughtBy: 'U1',
  broughtAt: '2026-11-24T00:00:00.000Z',
  content: '{}',
} as const;

describe.skipIf(binaries === null)(
  binaries === null ? 'PostgreSQL store (skipped: no server under /usr/lib/postgresql)' : 'with a server',
  () => {
    let server: PostgresServer;
    beforeAll(() => {
      server = startPostgres(binaries ?? '');
    });
    afterAll(() => server?.remove());

    describeStore('PostgreSQL store', async () => ({
      settings: { databaseUrl: await server.createDatabase(), sqliteFile: '' },
      remove: async () => undefined,
    }));

    describeYears(
      'PostgreSQL store',
      async () => ({ databaseUrl: await server.createDatabase(), sqliteFile: '' }),
      async ({ databaseUrl }, statements) => {
        const client = new pg.Client(databaseUrl);
        await client.connect();
        for (const statement of statements) await client.query(statement);
        await client.end();
      },
    );

    test('a server that crashes makes the store unavailable; when it is back everything confirmed is there', {
      timeout: 120_000,
    }, async () => {
      const store = openStore({ databaseUrl: await server.createDatabase(), sqliteFile: '' });
      await store.append(entry());
      server.crash();
      await expect(store.append(entry({ id: 'entry-2' }))).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.entriesAfter(0)).rejects.toBeInstanceOf(StoreUnavailable);
      server.start();
      expect(await store.entriesAfter(0)).toMatchObject([{ id: 'entry-1' }]);
      await expect(store.append(entry({ id: 'entry-2' }))).resolves.toMatchObject({ seq: 2 });
      await store.close();
    });

    test('a thread kept before queries were has its words', async () => {
      const databaseUrl = await server.createDatabase();
      const before = new Kysely<unknown>({
        dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl }) }),
        plugins: [new CamelCasePlugin()],
      });
      await migrate(before, '0002-daily-work');
      await sql`insert into thread_questions (thread, question, at) values ('C1:1', '移住', '2026-11-20T00:00:00.000Z')`.execute(
        before,
      );
      await before.destroy();
      const store = openStore({ databaseUrl, sqliteFile: '' });
      expect(await store.threadQuestion('C1:1')).toEqual({ question: '移住', queries: '' });
      await store.close();
    });

    test('a query that forgets the workspace finds nothing, and one workspace cannot write for another', async () => {
      const databaseUrl = await server.createDatabase();
      const store = openStore({ databaseUrl, sqliteFile: '' });
      for (const team of ['T1', 'T2']) {
        const own = store.ofTeam(team);
        await own.append(entry({ typed: team }));
        await own.savePreference('U1', 'department', team);
        await own.appendPlan({ ...plan, title: team });
        await own.sharePlan('plan-a', [everyone]);
      }
      await store.close();
      const client = new pg.Client(databaseUrl);
      await client.connect();
      const rows = async (text: string) => (await client.query(text)).rows;
      const tables = Object.keys(ownedTables).map((name) =>
        name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      );
      for (const table of tables) expect(await rows(`select * from ${table}`)).toEqual([]);
      await client.query("begin; select set_config('app.team', 'T1', true)");
      expect(await rows('select typed from recorded_entries')).toEqual([{ typed: 'T1' }]);
      expect(await rows("update preferences set value = 'x' where team = 'T2' returning 1")).toEqual([]);
      // A shared plan is read, never changed.
      expect(await rows('select title from plan_versions order by 1')).toEqual([
        { title: 'T1' },
        { title: 'T2' },
      ]);
      expect(await rows("update plan_versions set title = 'x' where team = 'T2' returning 1")).toEqual([]);
      expect(await rows("delete from plan_shares where team = 'T2' returning 1")).toEqual([]);
      await expect(
        client.query("insert into preferences (team, person, name, value) values ('T2', 'U2', 'n', 'v')"),
      ).rejects.toThrow(/row-level security/);
      await client.query('rollback');
      // The connection was used for a workspace before: the next one that forgets still finds nothing.
      for (const table of tables) expect(await rows(`select * from ${table}`)).toEqual([]);
      await client.end();
    });

    test('a database that lacks a table is unavailable', async () => {
      const databaseUrl = await server.createDatabase();
      const store = openStore({ databaseUrl, sqliteFile: '' });
      await store.entriesAfter(0);
      const client = new pg.Client(databaseUrl);
      await client.connect();
      await client.query('drop table questions');
      await client.end();
      await expect(store.unansweredQuestions(new Date(0))).rejects.toBeInstanceOf(StoreUnavailable);
      await store.close();
    });
  },
);

test('an address without a server is unavailable', async () => {
  const store = openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', sqliteFile: '' });
  await expect(store.entriesAfter(0)).rejects.toBeInstanceOf(StoreUnavailable);
  await store.close();
});
