// `npm run mutate [folder …]`: puts one fault after the other into a copy of the sources and looks whether a test fails.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, FaultsOf } from './fault.ts';
import { allFaults } from './faults/index.ts';

const root = join(import.meta.dirname, '../..');
/** A fault that makes a test run for ever is noticed as well. */
const longestRun = 300_000;
const wantedShare = 85;

/** What the tests read; the packages are linked. */
const copied = ['src', 'test', 'seeds', 'index', 'bin', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'hakaru-mutate-'));
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** True when all tests pass. */
function passes(copy: string, tests: string): boolean {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const options = ['run', tests, '--bail=1', '--maxWorkers=1', '--reporter=dot', '--passWithNoTests'];
  const { status } = spawnSync(process.execPath, [vitest, ...options], {
    cwd: copy,
    stdio: 'ignore',
    timeout: longestRun,
    killSignal: 'SIGKILL',
  });
  return status === 0;
}

/** The tests that notice the fault; null when none does. */
function killerOf(copy: string, fault: Fault, tests: readonly string[]): string | null {
  const path = join(copy, fault.file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(fault.find).length !== 2)
    throw new Error(`${fault.file}: 「${fault.find}」 stands ${sound.split(fault.find).length - 1} times`);
  writeFileSync(
    path,
    sound.replace(fault.find, () => fault.replace),
  );
  try {
    return tests.find((one) => !passes(copy, one)) ?? null;
  } finally {
    writeFileSync(path, sound);
  }
}

/** Without a fault everything must pass, or every fault would look killed. */
function checkSound(copy: string, chosen: readonly FaultsOf[]): void {
  const tests = chosen.flatMap(({ tests: common, faults }) => [
    ...common,
    ...faults.flatMap((fault) => fault.tests ?? []),
  ]);
  const failing = [...new Set(tests)].filter((one) => !passes(copy, one));
  if (failing.length > 0) throw new Error(`fails without any fault: ${failing.join(', ')}`);
}

function run(folders: readonly string[]): boolean {
  const chosen = allFaults.filter(({ folder }) => folders.length === 0 || folders.includes(folder));
  const copy = makeCopy();
  const survived: string[] = [];
  let total = 0;
  try {
    checkSound(copy, chosen);
    for (const { folder, tests, faults } of chosen)
      for (const fault of faults) {
        total += 1;
        const killer = killerOf(copy, fault, fault.tests ?? tests);
        console.log(`${killer ? 'killed  ' : 'SURVIVED'} ${folder}: ${fault.why} (${killer ?? fault.file})`);
        if (!killer)
          survived.push(`${fault.file}: ${fault.why} — ${fault.survives ?? 'no reason written down'}`);
      }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const share = ((total - survived.length) / total) * 100;
  console.log(`\n${total - survived.length} of ${total} faults killed (${share.toFixed(1)}%)`);
  for (const line of survived) console.log(`  survived: ${line}`);
  return share >= wantedShare;
}

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;
