// Starts `cli` or `app`: the bundle in dist/ when it is newer than every source, else the sources through tsx.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = process.argv[2];
process.argv.splice(2, 1);

/** Newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

const bundle = join(root, 'dist', `${program}.js`);
// Words that are part of the code.
const words = statSync(join(root, 'index/lexicon/messages.json')).mtimeMs;
if (existsSync(bundle) && statSync(bundle).mtimeMs >= Math.max(words, newest(join(root, 'src')))) {
  await import(pathToFileURL(bundle).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(root, 'src', `${program}.ts`)).href);
}
