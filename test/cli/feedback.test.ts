// What people said of the answers comes out of the store as JSON or as a sheet.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/stores/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakaru-feedback-'));
const cli = (data: string, ...args: string[]) =>
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../../bin/launch.js'), 'cli', 'feedback', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: data, DATABASE_URL: '' },
    },
  );

beforeAll(async () => {
  const store = openStore({ databaseUrl: undefined, sqliteFile: join(folder, 'hakaru.sqlite') });
  await store.saveFeedback({
    id: 'f1',
    question: '/kpi 移住',
    verdict: 'bad',
    about: 'figure',
    comment: '=1+1',
    answer: '15件です。',
    by: 'U1',
    at: '2026-11-24T00:00:00.000Z',
  });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('as JSON, oldest first', () => {
  expect(JSON.parse(cli(folder))).toMatchObject([{ question: '/kpi 移住', verdict: 'bad', by: 'U1' }]);
});

test('as a sheet whose cells cannot run as formulas', () => {
  expect(cli(folder, '--csv')).toBe(
    "\uFEFF日時,評価,違っていたこと,質問,コメント,答え,利用者\r\n2026-11-24T00:00:00.000Z,違う,数字が違う,/kpi 移住,'=1+1,15件です。,U1\r\n",
  );
});

test('before anybody said anything it is an empty list', () => {
  expect(cli(join(folder, 'none'))).toBe('[]\n');
});
