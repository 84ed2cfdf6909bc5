// The page's own files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** From the sources, and from the bundle in dist/. */
const folder = ['./page', '../src/playground/page']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync);

/** A file of the page with its content type, or null. */
export function pageFile(path: string): { body: Buffer; type: string } | null {
  const name = path === '/' ? 'index.html' : path.slice(1);
  // Plain names only: no folder, nothing above.
  const type = types[/^[a-z-]+\.(html|css|js|svg)$/.exec(name)?.[1] ?? ''];
  if (!type || folder === undefined) return null;
  const file = join(folder, name);
  return existsSync(file) ? { body: readFileSync(file), type } : null;
}
