// `ask` as a process: text, JSON, lines, wrong usage, closed pipes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function run(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: root });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

describe('ask', () => {
  test('prints an answer and ends with 0, also when nothing is found', async () => {
    const found = await run(['ask', '/kpi', '待機児童数', '目標']);
    expect(found.code).toBe(0);
    expect(found.out).toContain('「待機児童数」の目標値は0人（令和6年度）です。');
    expect((await run(['ask', '/kpi', 'ぬるぽがっ'])).code).toBe(0);
  });

  test('--json prints one object, judged as of the day given', async () => {
    const { out } = await run(['ask', '--json', '--as-of', '2024-05-01', '/kpi 待機児童数 目標']);
    const json = JSON.parse(out) as { hits: { status: string }[]; blocks: unknown[] };
    expect(json.hits.map(({ status }) => status)).toEqual(['実績待ち']);
    expect(json.blocks.length).toBeGreaterThan(0);
  });

  test('--lines answers one line for each line', async () => {
    const asked = ['/kpi 待機児童数 目標', '', '大阪市の事業を教えて'];
    const text = await run(['ask', '--lines'], `${asked.join('\n')}\n`);
    expect(text.out.trimEnd().split('\n')).toHaveLength(3);
    const json = await run(['ask', '--lines', '--json'], `${asked.join('\n')}\n`);
    const questions = json.out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { question: string }).question);
    expect(questions).toEqual(asked);
  });

  test.each([
    ['no question', ['ask']],
    ['an unknown option', ['ask', '--wat', '移住']],
    ['a day that is none', ['ask', '--as-of', '2026-13-45', '移住']],
    ['an unknown command', ['wat']],
  ])('%s is wrong usage: exit 2 and a hint', async (_, args) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain('使い方');
  });
});
