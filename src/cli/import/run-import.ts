// `import FILE` at a terminal or in a script.
import { createInterface } from 'node:readline/promises';
import { openBotHere } from '../../start/bot/here.ts';
import { dataSettings } from '../../start/plans/here.ts';
import { existingStore } from '../../start/store/existing.ts';
import { openStoreHere } from '../../start/store/here.ts';
import { systemClock } from '../system-clock.ts';
import { importFile } from './import-file.ts';
import { sweep } from './sweep.ts';

/** Runs the command over the store of the environment; its exit code becomes the process's. */
export async function runImport(args: readonly string[]): Promise<void> {
  const settings = dataSettings(process.env);
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = interactive ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const progress = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  try {
    const { code, taken } = await importFile(args, {
      out: (text) => void process.stdout.write(text),
      progress,
      ask: lines ? (text) => lines.question(text) : null,
      now: systemClock.now,
      existingStore: () => existingStore(settings),
      openStore: () => openStoreHere(settings),
    });
    process.exitCode = code;
    if (taken === null) return;
    // So that the first question need not wait for it. What was read is free again by now.
    progress('検索索引を作成しています…');
    sweep();
    await openBotHere(systemClock, console.warn, taken);
    progress('\r\u001b[K');
  } finally {
    lines?.close();
  }
}
