// The PostgreSQL store under the contract, and what is its own: a server that goes away and comes back.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../support/postgres.ts';
import { describeStore, entry } from '../support/store-contract.ts';
import { describeYears } from '../support/store-contract-years.ts';

const binaries = postgresBinaries();

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
      const before = openStore({ databaseUrl, sqliteFile: '' });
      await before.entriesAfter(0);
      await before.close();
      const client = new pg.Client(databaseUrl);
      await client.connect();
      await client.query('alter table thread_questions drop column queries');
      await client.query('drop table plan_versions');
      await client.query("delete from kysely_migration where name >= '0003'");
      await client.query(
        "insert into thread_questions (thread, question, at) values ('C1:1', '移住', '2026-11-20T00:00:00.000Z')",
      );
      await client.end();
      const store = openStore({ databaseUrl, sqliteFile: '' });
      expect(await store.threadQuestion('C1:1')).toEqual({ question: '移住', queries: '' });
      await store.close();
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
