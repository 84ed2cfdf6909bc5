// Loads at start what the running bot would otherwise load later: an update in place may take the files away meanwhile.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';

/** Packages of the bundle that wait in files of their own (bin/lazy-packages.js), by what needs them. */
function awaited({ slack, databaseUrl }: Config): string[] {
  return [
    ...(slack.mode === 'http' ? ['raw-body'] : []),
    ...(slack.mode === 'socket' ? ['undici'] : []),
    ...(databaseUrl ? ['pg'] : []),
  ];
}

/** Settles once nothing is left to be read from the program's own files. */
export async function loadWhole(config: Config): Promise<void> {
  await import('../present/export/workbook.ts');
  const require = createRequire(import.meta.url);
  for (const name of awaited(config)) {
    const file = fileURLToPath(new URL(`./lazy/${name}.cjs`, import.meta.url));
    // Run from the sources there are no such files: the packages are loaded with what uses them.
    if (existsSync(file)) require(file);
  }
}
