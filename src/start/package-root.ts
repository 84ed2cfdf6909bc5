// Where the product's own files lie: the folder of package.json above this code, be it src/ or the bundle in dist/.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json and seeds/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'seeds')))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('seeds/ and package.json are missing above the program');
    folder = above;
  }
  return folder;
}
