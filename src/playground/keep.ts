// --keep: the workspace survives the process in one JSON file.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceState } from './workspace.ts';

const fileName = 'playground.json';

/** The workspace kept in `folder`, or null when there is none that can be read. */
export function readKept(folder: string): WorkspaceState | null {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as WorkspaceState;
  } catch {
    return null;
  }
}

/** Writes the whole workspace; a crash leaves the earlier file or the new one, never half of one. */
export function writeKept(folder: string, state: WorkspaceState): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.tmp`);
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, join(folder, fileName));
}
