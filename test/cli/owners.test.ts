// The people in charge as a sheet: every line is checked before any is stored, and what is stored comes out again.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'hakaru-owners-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(import.meta.dirname, '../..');
const options = {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
} as const;
const command = ['bin/launch.js', 'cli', 'owners'];

test('a sheet is stored and printed; one with mistakes names each and stores nothing', {
  timeout: 60_000,
}, () => {
  const sheet = join(folder, 'owners.csv');
  writeFileSync(sheet, '\uFEFF対象,担当,副担当,月の集計\r\nどこにもない課,sato,,\r\n総務課,U0SATO,,\r\n');
  const wrong = spawnSync(process.execPath, [...command, '--import', sheet], options);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('2行目: 「どこにもない課」というKPIも課もありません');
  expect(wrong.stderr).toContain('2行目: 「sato」はSlackのユーザーIDではありません');
  writeFileSync(
    sheet,
    '対象,担当,副担当,月の集計\r\n総務課,U0SATO U0ABE,,U0KATO\r\njimu-kpi-boutsui,U0MORI,U0ABE,\r\n',
  );
  expect(execFileSync(process.execPath, [...command, '--import', sheet], options)).toContain('2件の担当');
  expect(execFileSync(process.execPath, command, options)).toBe(
    '\uFEFF対象,担当,副担当,月の集計\r\n総務課,U0ABE U0SATO,,U0KATO\r\njimu-kpi-boutsui,U0MORI,U0ABE,\r\n',
  );
});
