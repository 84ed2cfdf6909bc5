// The embedded store under the contract, and what is its own: files, folders, durability settings.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CamelCasePlugin, Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { migrate } from '../../src/stores/migrations/migrate.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { smallDisk } from '../support/small-disk.ts';
import { describeStore, entry } from '../support/store-contract.ts';
import { describeYears } from '../support/store-contract-years.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-sqlite-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describeStore('SQLite store', async () => {
  const folder = newFolder();
  return {
    settings: { sqliteFile: join(folder, 'data', 'hakaru.sqlite') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

describeYears(
  'SQLite store',
  async () => ({ sqliteFile: join(newFolder(), 'hakaru.sqlite') }),
  async ({ sqliteFile }, statements) => {
    const database = new Database(sqliteFile);
    for (const statement of statements) database.exec(statement);
    database.close();
  },
);

test('file and folder appear with the first use, not before', async () => {
  const file = join(newFolder(), 'deep', 'data', 'hakaru.sqlite');
  const store = openStore({ databaseUrl: '', sqliteFile: file });
  expect(existsSync(file)).toBe(false);
  await store.entriesAfter(0);
  expect(existsSync(file)).toBe(true);
  await store.close();
});

test('the file is in WAL mode', async () => {
  const file = join(newFolder(), 'hakaru.sqlite');
  const store = openStore({ sqliteFile: file });
  await store.entriesAfter(0);
  const database = new Database(file);
  expect(database.prepare('PRAGMA journal_mode').all()).toEqual([{ journal_mode: 'wal' }]);
  database.close();
  await store.close();
});

test('a place that cannot be used is unavailable until it is mended, then works without a restart', async () => {
  const folder = newFolder();
  const obstacle = join(folder, 'data');
  writeFileSync(obstacle, 'a file where the folder should be');
  const store = openStore({ sqliteFile: join(obstacle, 'hakaru.sqlite') });
  await expect(store.append(entry())).rejects.toBeInstanceOf(StoreUnavailable);
  rmSync(obstacle);
  await expect(store.append(entry())).resolves.toMatchObject({ seq: 1 });
  await store.close();
});

test('a file that is no database is unavailable and left as it is', async () => {
  const file = join(newFolder(), 'hakaru.sqlite');
  writeFileSync(file, 'this is a letter, not a database, and longer than any header. '.repeat(20));
  const store = openStore({ sqliteFile: file });
  await expect(store.entriesAfter(0)).rejects.toBeInstanceOf(StoreUnavailable);
  await store.close();
});

test('after a clean stop the file alone holds everything', async () => {
  const folder = newFolder();
  const file = join(folder, 'hakaru.sqlite');
  const store = openStore({ sqliteFile: file });
  await store.append(entry());
  await store.close();
  const alone = join(folder, 'copied.sqlite');
  copyFileSync(file, alone);
  const copied = openStore({ sqliteFile: alone });
  expect(await copied.entriesAfter(0)).toHaveLength(1);
  await copied.close();
});

test("folder and files are their owner's alone, also files that were open to all before", async () => {
  const folder = join(newFolder(), 'data');
  const file = join(folder, 'hakaru.sqlite');
  const store = openStore({ sqliteFile: file });
  await store.append(entry());
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(path).mode & 0o777).toBe(0o600);
  await store.close();
  execFileSync('chmod', ['644', file]);
  const again = openStore({ sqliteFile: file });
  await again.append(entry({ id: 'entry-2' }));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await again.close();
});

test('a thread kept before queries were has its words, and takes queries from then on', async () => {
  const file = join(newFolder(), 'hakaru.sqlite');
  const before = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: new Database(file) }),
    plugins: [new CamelCasePlugin()],
  });
  await migrate(before, '0002-daily-work');
  await sql`insert into thread_questions (thread, question, at) values ('C1:1', '移住', '2026-11-20T00:00:00.000Z')`.execute(
    before,
  );
  await before.destroy();
  const store = openStore({ sqliteFile: file });
  expect(await store.threadQuestion('C1:1')).toEqual({ question: '移住', queries: '' });
  await store.saveThreadQuestion('C1:1', { question: '移住', queries: '[]' }, new Date());
  expect(await store.threadQuestion('C1:1')).toEqual({ question: '移住', queries: '[]' });
  await store.close();
});

test('a database of a newer version and one that lacks a table are unavailable', async () => {
  const file = join(newFolder(), 'hakaru.sqlite');
  const store = openStore({ sqliteFile: file });
  await store.entriesAfter(0);
  const database = new Database(file);
  database.exec('drop table questions');
  await expect(store.unansweredQuestions(new Date(0))).rejects.toBeInstanceOf(StoreUnavailable);
  await store.close();
  database.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
  database.close();
  const older = openStore({ sqliteFile: file });
  await expect(older.entriesAfter(0)).rejects.toBeInstanceOf(StoreUnavailable);
  await older.close();
});

test('a full disk is unavailable at once, and what was confirmed is there', async ({ skip }) => {
  const folder = newFolder();
  const disk = smallDisk(folder);
  if (!disk) return skip('mounting a small disk needs root');
  try {
    const store = openStore({ sqliteFile: join(folder, 'hakaru.sqlite') });
    let confirmed = 0;
    const fill = async () => {
      for (let n = 0; n < 400; n += 1) {
        await store.append(entry({ id: `e${n}`, comment: 'あ'.repeat(1000) }));
        confirmed = n + 1;
      }
    };
    await expect(fill()).rejects.toBeInstanceOf(StoreUnavailable);
    expect(confirmed).toBeGreaterThan(3);
    expect(await store.entriesAfter(0)).toHaveLength(confirmed);
    await store.close();
  } finally {
    disk.unmount();
  }
});
