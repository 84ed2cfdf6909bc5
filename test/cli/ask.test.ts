// `ask` as a process: text, JSON, lines, wrong usage, closed pipes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function run(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/launch.js', 'cli', ...args], { cwd: root });
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

  test('--lines takes {"ask","context"?}; a line that is no such object is a question as typed', async () => {
    const lines = [
      '{"ask":"R7は？","context":"地域総括補助金のR6の予算"}',
      '{"ask":"地域総括補助金のR6の予算"}',
      '{"ask":',
      '{"asked":"移住"}',
      '{"ask":3}',
      '{}',
    ];
    const { code, out } = await run(['ask', '--lines', '--json'], `${lines.join('\n')}\n`);
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { question: string; lead: string });
    expect(answers.map(({ question }) => question)).toEqual([
      'R7は？',
      '地域総括補助金のR6の予算',
      '{"ask":',
      '{"asked":"移住"}',
      '{"ask":3}',
      '{}',
    ]);
    expect(answers[0]?.lead).toBe('「地域総括補助金」の令和7年度の予算（事業費）は270,700千円です。');
    expect(answers[1]?.lead).toBe('「地域総括補助金」の令和6年度の予算（事業費）は269,870千円です。');
  });

  test('--explain prints cover, other readings, query and what was assumed above the answer', async () => {
    const { code, out } = await run(['ask', '--explain', '企画課の予算の合計は？']);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe('読んだ文　企画課の予算の合計は?');
    expect(lines[1]).toMatch(/^採った読み（計 \d/);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}「企画課」 entity department 企画課 \d\.\d\d$/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}「予算」 attribute .*budget/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}\{"ask":"sum","sets":\[\{"kind":"project"/));
    expect(lines).toContain('  年度の指定がないため、最新の令和5年度で計算しました。');
    expect(out).toContain(
      '\n\n「企画課」の事業の令和5年度の予算（事業費）の合計は1,901,379千円です（4事業）。',
    );
  });

  test('--explain --json adds the reading to the answer', async () => {
    const { out } = await run(['ask', '--explain', '--json', '--lines'], '企画課のR5予算の合計\n');
    const { explain, lead } = JSON.parse(out);
    expect(lead).toContain('1,901,379千円');
    expect(Object.keys(explain)).toEqual(['command', 'text', 'mentions', 'cover', 'queries', 'why']);
    expect(explain.cover.map(({ text }: { text: string }) => text).join('')).toContain('企画課');
    expect(explain.queries).toMatchObject([{ ask: 'sum', wanted: [{ attribute: 'budget', years: [2023] }] }]);
    expect(explain.why.unread).toEqual([]);
  });

  test.each([
    ['--explain with --lines alone', ['ask', '--explain', '--lines']],
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
