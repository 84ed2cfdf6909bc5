// Writes a plan file whole or not at all, and keeps the one before it for undo.
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanFile } from '../data/schemas/plan.ts';

/** Text of a seed file as it is kept in the repository. */
export function planText(file: PlanFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Replaces `<plan id>.json`; the old one becomes `<plan id>.json.bak`. */
export function writePlan(directory: string, file: PlanFile): void {
  const path = planPath(directory, file.plan.id);
  if (existsSync(path)) copyFileSync(path, `${path}.bak`);
  // A rename on the same disk is all or nothing; a crash leaves the old file.
  writeFileSync(`${path}.new`, planText(file), { flush: true });
  renameSync(`${path}.new`, path);
}

/** Puts the file before the last import back; false when there is none. */
export function undoImport(directory: string, plan: string): boolean {
  const path = planPath(directory, plan);
  if (!existsSync(`${path}.bak`)) return false;
  copyFileSync(`${path}.bak`, `${path}.new`);
  renameSync(`${path}.new`, path);
  rmSync(`${path}.bak`);
  return true;
}

function planPath(directory: string, plan: string): string {
  return join(directory, `${plan}.json`);
}
