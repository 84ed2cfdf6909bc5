// `npm run --silent digest`: the dry run as a process, in text and JSON, with its exit codes.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/digest.ts';

const root = join(import.meta.dirname, '../..');

function digest(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['bin/launch.js', 'cli', 'digest', ...args],
      { cwd: root },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

describe('the dry run', () => {
  test('prints what would be posted', async () => {
    const { code, out } = await digest('--as-of', '2026-11-24', '--since', '2026-11-20');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toContain(
      '11/24(火) 計画KPI　前回(11/20)から変化はありません　実績未登録 89件',
    );
  });

  test('as JSON it carries kind, items, counts and blocks', async () => {
    const { code, out } = await digest('--as-of', '2026-11-24', '--filter', '総務課', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'first',
      day: '2026-11-24',
      filter: '総務課',
      items: [
        { kpi: 'hyoka-kpi-bus-tour', tier: '遅れ', status: '遅れ', fy: 2021, who: '総務課' },
        // Only the document itself says that it lags.
        { tier: '公表評価と不一致', status: null, who: '総務課' },
      ],
      blocks: [{ type: 'rich_text' }, { type: 'context' }, { type: 'actions' }],
    });
  });

  test('on a holiday it says so and ends with 0', async () => {
    const { code, out } = await digest('--as-of', '2026-11-23', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'none', why: 'holiday', next: '2026-11-24', blocks: [] });
  });

  test('wrong usage ends with 2 and shows the right one', async () => {
    const { code, err } = await digest('--as-of', 'morgen');
    expect(code).toBe(2);
    expect(err).toContain('--as-of は 2026-11-24 の形で指定してください: morgen');
  });
});

test.each([
  [['--since', '2026-11-24', '--as-of', '2026-11-24'], '--since は --as-of より前の日'],
  [['--filter'], '--filter の値がありません'],
  [['--weekly'], '知らない指定です: --weekly'],
  [['--as-of', '2026-02-30'], '--as-of は 2026-11-24 の形で'],
])('%j is refused', (args, message) => {
  expect(() => readArguments(args, '2026-11-21')).toThrow(message);
});

test('without a day it is today', () => {
  expect(readArguments([], '2026-11-21')).toEqual({
    asOf: '2026-11-21',
    since: null,
    filter: '',
    json: false,
  });
});
