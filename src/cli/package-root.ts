// Where seeds/ and index/ are: the same for the sources and for the bundle in dist/.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this file that holds seeds/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'seeds'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the folder seeds/ was not found');
    folder = above;
  }
  return folder;
}
