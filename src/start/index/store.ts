// The search index over brought plans as a file of its own: built once for each state of the plans.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kept = 3;

/** The index built from `hash`; undefined when there is none. */
export function readIndex(folder: string, hash: string): string | undefined {
  try {
    return readFileSync(pathOf(folder, hash), 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes it whole or not at all, and forgets all but the last three. Without write access the index stays in memory. */
export function writeIndex(folder: string, hash: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = pathOf(folder, hash);
    const pending = `${path}.${process.pid}.tmp`;
    writeFileSync(pending, text, { mode: 0o600 });
    renameSync(pending, path);
    const old = readdirSync(folder)
      .filter((name) => name.startsWith('search-'))
      .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.at - a.at)
      .slice(kept);
    for (const { name } of old) rmSync(join(folder, name), { force: true });
  } catch {
    // The next start builds it again.
  }
}

function pathOf(folder: string, hash: string): string {
  return join(folder, `search-${hash.slice(0, 16)}.json`);
}
