// `judge` as a process: a query as JSON in, a verdict as JSON out, one line each.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function judge(args: string[], input = '') {
  return spawnSync(process.execPath, [join(root, 'bin/launch.js'), 'cli', 'judge', ...args], {
    encoding: 'utf8',
    input,
  });
}

const query = {
  plan: 'kitakyushu-hyoka',
  kpi: '著名な学術雑誌への論文掲載数',
  asOf: '2026-11-21',
  year: 2021,
};

test('a query as argument is answered with status, reason, flags and inputs', () => {
  const { status, stdout, stderr } = judge(['--json', JSON.stringify(query)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    status: '達成',
    reason: expect.stringContaining('5本'),
    flags: [],
    inputs: { fy: 2021, rate: 100, target: { value: 5 }, actual: { value: 5 } },
  });
});

test('a query over several lines may come from standard input', () => {
  const { stdout } = judge(['--json'], JSON.stringify(query, null, 2));
  expect(JSON.parse(stdout).status).toBe('達成');
});

test('--lines answers line by line, in order, also lines that are no query', () => {
  const lines = [
    JSON.stringify(query),
    JSON.stringify({ ...query, actuals: [{ fy: 2021, value: 3, text: '3本' }] }),
    '',
    'not JSON',
    JSON.stringify({ ...query, kpi: '空飛ぶ車' }),
  ];
  const { status, stdout } = judge(['--json', '--lines'], `${lines.join('\n')}\n`);
  expect(status).toBe(0);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map((answer) => answer.status ?? answer.error)).toEqual([
    '達成',
    '注意',
    'not valid JSON',
    'not valid JSON',
    'unknown KPI of kitakyushu-hyoka: 空飛ぶ車',
  ]);
});

test.each([
  [[], '--json を指定してください'],
  [['--json', '--lines', '{}'], '--lines では質問を標準入力から読みます'],
  [['--json', '--all'], '知らない指定です: --all'],
])('wrong usage %j ends with 2 and a sentence', (args, message) => {
  const { status, stdout, stderr } = judge(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(message);
});
