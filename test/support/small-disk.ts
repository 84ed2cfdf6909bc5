// A disk of 500 kB that can be filled, where this machine lets us mount one.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Mounts it over an empty folder; null where that needs rights we do not have. */
export function smallDisk(folder: string): { fill(): void; unmount(): void } | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=500k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return {
    fill() {
      try {
        for (let n = 0; ; n += 1) writeFileSync(join(folder, `full-${n}`), Buffer.alloc(4096));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
