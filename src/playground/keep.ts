// --keep: the workspace survives the process in one JSON file.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObj } from './json.ts';
import type { WorkspaceState } from './workspace.ts';

const fileName = 'playground.json';

/** The workspace kept in `folder`, or null when there is none that can be read. */
export function readKept(folder: string): WorkspaceState | null {
  try {
    const state = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as WorkspaceState;
    // A file of another shape (an older version's) is started afresh.
    const lists = [state.people, state.channels, state.messages];
    return lists.every(Array.isArray) && isObj(state.views) && isObj(state.homes) ? state : null;
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
