// Every command explains itself and ends well; days that do not exist are refused everywhere alike.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDay } from '../../src/cli/day.ts';

const run = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });

test.each(['ask', 'export', 'judge', 'digest', 'import', 'feedback', 'owners', 'backup', 'restore', 'index'])(
  '%s --help',
  { timeout: 60_000 },
  (name) => {
    const { status, stdout } = run('bin/launch.js', 'cli', name, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`使い方: npm run --silent ${name} -- `);
    expect(stdout).toMatch(/例:\n {2}npm run --silent /);
  },
);

// From the sources, as `npm run dev` runs them.
test('--help of the app starts nothing', { timeout: 60_000 }, () => {
  const { status, stdout } = run('--import', 'tsx', 'src/app.ts', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--terminal');
});

test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', 'today', ''])('%s is no day', (text) => {
  expect(() => readDay('--as-of', text)).toThrow('--as-of');
});

test('2028-02-29 is one', () => {
  expect(readDay('--as-of', '2028-02-29')).toBe('2028-02-29');
});
