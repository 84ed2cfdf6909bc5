// `import FILE` at a terminal or in a script.
import { createInterface } from 'node:readline/promises';
import { existingStore } from '../../start/existing-store.ts';
import { openBotHere } from '../../start/open-bot-here.ts';
import { dataSettings } from '../../start/source-here.ts';
import { sqliteFileIn } from '../../start/sqlite-file.ts';
import { openStore } from '../../stores/open-store.ts';
import { systemClock } from '../system-clock.ts';
import { importFile } from './import-file.ts';

/** Runs the command over the store of the environment; its exit code becomes the process's. */
export async function runImport(args: readonly string[]): Promise<void> {
  const settings = dataSettings(process.env);
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = interactive ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const progress = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  try {
    process.exitCode = await importFile(args, {
      out: (text) => void process.stdout.write(text),
      progress,
      ask: lines ? (text) => lines.question(text) : null,
      now: systemClock.now,
      existingStore: () => existingStore(settings),
      openStore: async () =>
        openStore({ databaseUrl: settings.databaseUrl, sqliteFile: sqliteFileIn(settings.dataDir) }),
      async buildIndex() {
        progress('検索索引を作成しています…');
        await openBotHere(systemClock);
        progress('\r\u001b[K');
      },
    });
  } finally {
    lines?.close();
  }
}
