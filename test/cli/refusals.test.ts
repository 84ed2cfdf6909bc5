// What the terminal commands refuse, and how: one Japanese sentence, exit code 2, at once.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArguments as askArguments } from '../../src/cli/ask.ts';
import { readArguments as digestArguments } from '../../src/cli/digest.ts';
import { readArguments as exportArguments } from '../../src/cli/export.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cwd = join(import.meta.dirname, '../..');
const cli = (args: string[], input = '') =>
  spawnSync(process.execPath, ['bin/launch.js', 'cli', ...args], {
    cwd,
    encoding: 'utf8',
    input,
  });

describe('a day that does not exist', () => {
  test.each([
    ['ask', () => askArguments(['--as-of', '2026-02-30', '移住'])],
    ['export', () => exportArguments(['--json', '--as-of', '2026-02-30'])],
    ['digest', () => digestArguments(['--as-of', '2026-02-30'], '2026-11-24')],
    ['digest --since', () => digestArguments(['--since', '2027-02-29'], '2027-11-24')],
  ])('is refused by %s', (_, read) => {
    expect(read).toThrow('の形で指定してください');
  });
});

test('a question may begin with a sign, and stand after --', () => {
  expect(askArguments(['--json', '-5%以下']).text).toBe('-5%以下');
  expect(askArguments(['--', '--help', 'とは']).text).toBe('--help とは');
});

test('broken JSON is refused by judge with 2, as argument and from standard input', {
  timeout: 60_000,
}, () => {
  for (const { status, stdout, stderr } of [
    cli(['judge', '--json', '{"plan":']),
    cli(['judge', '--json'], '{"plan":'),
  ]) {
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('質問をJSONとして読めません: {"plan":');
  }
});

test('a place that cannot be written to is told before anything is read', { timeout: 60_000 }, () => {
  writeFileSync(join(folder, 'file'), '');
  // Below /proc nobody makes a folder, and Node's own way of making several never ends.
  for (const [place, code] of [
    [join(folder, 'file', 'below'), 'ENOTDIR'],
    ['/proc/none/below', 'ENOENT'],
  ] as const) {
    const { status, stdout, stderr } = cli(['export', '--csv', place]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`に書き込めません（${code}）`);
  }
});

test('digest warns of words it cannot use, and of those that no KPI holds all', {
  timeout: 60_000,
}, async () => {
  const warned = async (words: string) => {
    const args = ['bin/launch.js', 'cli', 'digest', '--as-of', '2026-11-24', '--filter', words];
    return (await promisify(execFile)(process.execPath, args, { cwd })).stderr;
  };
  const [none, near] = await Promise.all([warned('ぬるぽがっ'), warned('移住 ぬるぽがっ')]);
  expect(none).toContain('「ぬるぽがっ」に当てはまるKPIはありません');
  expect(near).toContain('をすべて満たすKPIはないため、言葉に近いものを対象にしています');
});

test('owners --import of a file that is not there is one sentence', { timeout: 60_000 }, () => {
  const { status, stderr } = cli(['owners', '--import', join(folder, 'none.csv')]);
  expect(status).toBe(2);
  expect(stderr).toContain('を読み込めません（ENOENT）');
});
