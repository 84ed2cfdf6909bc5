// The embedded store under the contract, and what is its own: files, folders, durability settings.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { describeStore, entry } from '../support/store-contract.ts';

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
