// Where the embedded store lies: the one answer for the app and every terminal command.
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** `DATA_DIR`, else data/ beside the package. */
export function sqliteFileIn(dataDir: string | undefined): string {
  return join(dataDir ? dataDir : join(packageRoot(), 'data'), 'hakaru.sqlite');
}
