// The page's own files, found from the sources as well as from the bundle in dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The folder that holds package.json, walking up from this file. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json was not found above the playground');
    folder = parent;
  }
  return folder;
}

/** A file of the page with its content type, or null. */
export function pageFile(path: string): { body: Buffer; type: string } | null {
  const name = path === '/' ? 'index.html' : path.slice(1);
  // Plain names only: no folder, nothing above.
  const type = types[/^[a-z-]+\.(html|css|js|svg)$/.exec(name)?.[1] ?? ''];
  if (!type) return null;
  const file = join(packageRoot(), 'src', 'playground', 'page', name);
  return existsSync(file) ? { body: readFileSync(file), type } : null;
}
