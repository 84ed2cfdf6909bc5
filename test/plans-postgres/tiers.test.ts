// What is looked for tier after tier within the server.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchTiers } from '../../src/plans-postgres/read/candidate-rows.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../support/postgres.ts';

const binaries = postgresBinaries();

describe.skipIf(binaries === null)('candidates from the server', { timeout: 120_000 }, () => {
  let server: PostgresServer;
  let client: pg.Client;
  beforeAll(async () => {
    server = startPostgres(binaries ?? '');
    const databaseUrl = await server.createDatabase();
    const store = openStore({ databaseUrl, sqliteFile: '' });
    await store.entriesAfter(0);
    await store.close();
    client = new pg.Client(databaseUrl);
    await client.connect();
  }, 120_000);
  afterAll(async () => {
    await client?.end();
    server?.remove();
  });

  /** Records from a number on, which hold all these lexemes. */
  async function holding(lexemes: number[], { from, count }: { from: number; count: number }) {
    await client.query(
      `insert into shelf_search (slot, part, kind, no, at, id, body, lex, weights)
       select $3 % 16, 0, 0, 7, n, 'r' || n, '["a\\nb"]', $1, decode(repeat('ab', n % 3 + 1), 'hex')
       from generate_series($2::int, $2 + $3::int - 1) as n`,
      [lexemes, from, count],
    );
  }
  const placesOf = async (tiers: number[][][]) => (await fetchTiers(client, tiers)).map(({ at }) => at);
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

  test('a record of two tiers comes once, with what the first one has found', async () => {
    await holding([10, 20], { from: 0, count: 2 });
    await holding([10], { from: 2, count: 3 });
    expect(await placesOf([[[10], [20, 21]], [[10]]])).toEqual(numbers(0, 5));
  });

  test('the bytes and lines of each row are its own', async () => {
    await holding([30], { from: 100, count: 4 });
    const rows = await fetchTiers(client, [[[30]]]);
    expect(rows.map(({ at, id, body, weights }) => [at, id, JSON.parse(body), weights.length])).toEqual(
      [100, 101, 102, 103].map((at) => [at, `r${at}`, ['a\nb'], (at % 3) + 1]),
    );
  });

  test('nobody holds it', async () => {
    expect(await fetchTiers(client, [[[999_999]]])).toEqual([]);
  });

  test('of eight lists each has to be held', async () => {
    const eight = numbers(40, 8);
    await holding(eight, { from: 200, count: 1 });
    await holding(eight.slice(1), { from: 201, count: 1 });
    expect(await placesOf([eight.map((lexeme) => [lexeme, 998])])).toEqual([200]);
    expect(await placesOf([[[999_999]], eight.map((lexeme) => [lexeme, 998]), [[41]]])).toEqual([200, 201]);
  });

  test('once there are enough, no further tiers are looked at', async () => {
    await holding([50], { from: 1000, count: 400 });
    await holding([60], { from: 2000, count: 400 });
    const found = await placesOf([[[50]], [[60]], [[999_999]], [[60], [60]]]);
    // 300 of the first, half as many of the next.
    expect([found.filter((at) => at < 2000).length, found.filter((at) => at >= 2000).length]).toEqual([
      300, 150,
    ]);
    expect(await placesOf([[[10]], [[999_999]], [[999_998]], [[50]]])).toHaveLength(305);
  });
});
