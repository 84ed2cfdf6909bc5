// `export` as a process: JSON on standard output, CSV files in a folder, exit codes, quiet ends.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function cli(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'bin/launch.js'), 'cli', 'export', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('--json', () => {
  test('prints one object with the stable fields and nothing else', () => {
    const { status, stdout, stderr } = cli('--json', '--as-of', '2026-11-21');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const all = JSON.parse(stdout);
    expect(all.projects).toHaveLength(148);
    expect(all.projects.find((one: { id: string }) => one.id === 'renkei-ui-turn')).toMatchObject({
      plan: 'kitakyushu-renkei',
      name: '北九州市U・Iターン応援プロジェクト',
      department: null,
      participants: { scope: 'listed', towns: expect.arrayContaining(['直方市']) },
      budgets: expect.arrayContaining([
        expect.objectContaining({ fy: 2026, thousandYen: 34507, text: '34,507' }),
      ]),
      kpis: ['renkei-kpi-ui-turn-shushoku'],
      sources: expect.arrayContaining([
        { document: '000', place: 'card: 北九州市U・Iターン応援プロジェクト' },
      ]),
    });
    expect(
      all.kpis.find((one: { id: string }) => one.id === 'renkei-kpi-ui-turn-shushoku').status,
    ).toMatchObject({
      now: '実績待ち',
      year: 2026,
      reason: expect.stringContaining('400人'),
    });
  });

  test('a day long past the due dates judges otherwise', () => {
    const { stdout } = cli('--json', '--as-of', '2027-10-01');
    const all = JSON.parse(stdout);
    expect(all.asOf).toBe('2027-10-01');
    expect(all.kpis.find((one: { id: string }) => one.id === 'renkei-kpi-ui-turn-shushoku').status.now).toBe(
      '期限超過・実績未登録',
    );
  });

  test('piped into head it ends without a word', () => {
    const command = `"${process.execPath}" "${join(root, 'bin/launch.js')}" cli export --json | head -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });
});

describe('--csv', () => {
  test('makes the folder and writes three tables with BOM and CR LF', () => {
    const target = join(folder, 'out/of/excel');
    expect(cli('--csv', target).status).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['budgets.csv', 'kpis.csv', 'projects.csv']);
    for (const name of readdirSync(target)) {
      const bytes = readFileSync(join(target, name));
      expect([...bytes.subarray(0, 3)], name).toEqual([0xef, 0xbb, 0xbf]);
      expect(bytes.toString('utf8').endsWith('\r\n'), name).toBe(true);
      expect(/(^|[^\r])\n/.test(bytes.toString('utf8')), name).toBe(false);
    }
    expect(readFileSync(join(target, 'budgets.csv'), 'utf8')).toContain(
      '定住・移住促進事業,企画課,令和5年度,2023,44090,"44,090",',
    );
  });

  test('overwrites its own files and leaves others alone', () => {
    writeFileSync(join(folder, 'budgets.csv'), 'old');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(cli('--csv', '.').status).toBe(0);
    expect(readFileSync(join(folder, 'budgets.csv'), 'utf8')).toContain('予算額（千円）');
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('a folder that cannot be made is told, with exit code 2', () => {
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = cli('--csv', join(folder, 'file/below'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/に書き込めません（ENOTDIR）/);
  });
});

describe('wrong usage ends with 2 and a sentence', () => {
  test.each([
    [[], '--json か --csv フォルダ のどちらか1つを指定してください'],
    [['--json', '--csv', 'x'], '--json か --csv フォルダ のどちらか1つを指定してください'],
    [['--csv'], '--csv の値がありません'],
    [['--json', '--as-of', '2026-02-30'], '--as-of は 2026-11-24 の形で指定してください: 2026-02-30'],
    [['--jsn'], '知らない指定です: --jsn'],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = cli(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(message);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});
