// Every command explains itself and ends well; days that do not exist are refused everywhere alike.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readDay } from '../../src/cli/day.ts';

const cwd = join(import.meta.dirname, '../..');
/** What it prints; a process that does not end with 0 fails the test. Side by side, as most of their time is starting. */
const run = async (...args: string[]) => (await promisify(execFile)(process.execPath, args, { cwd })).stdout;

const commands = 'ask export judge digest import feedback owners backup restore index plans workspaces'.split(
  ' ',
);

test.concurrent.each(commands)('%s --help', { timeout: 60_000 }, async (name) => {
  const stdout = await run('bin/launch.js', 'cli', name, '--help');
  expect(stdout).toContain(`使い方: npm run --silent ${name} -- `);
  expect(stdout).toMatch(/例:\n {2}npm run --silent /);
});

test('every command of package.json is among them', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const ours = Object.values(scripts as Record<string, string>).flatMap(
    (script) => /^node bin\/launch\.js cli (\S+)/.exec(script)?.[1] ?? [],
  );
  expect(ours.sort()).toEqual([...commands].sort());
});

test.concurrent.each([
  ['npm start', ['bin/launch.js', 'app']],
  // From the sources, as `npm run dev` runs them.
  ['npm run dev', ['--import', 'tsx', 'src/app.ts']],
])('%s -- --help starts nothing', { timeout: 60_000 }, async (_, args) => {
  const stdout = await run(...args, '--help');
  expect(stdout).toContain('--terminal');
});

test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', 'today', ''])('%s is no day', (text) => {
  expect(() => readDay('--as-of', text)).toThrow('--as-of');
});

test('2028-02-29 is one', () => {
  expect(readDay('--as-of', '2028-02-29')).toBe('2028-02-29');
});
