// Programs of the bench bundled as the product is: nothing is compiled while they are measured.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Programs by the names they are started under, without `.js`; hears the folder they lie in, which is gone afterwards. */
export async function withBundled<T>(
  root: string,
  programs: Readonly<Record<string, string>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bundle-'));
  try {
    await build({
      entryPoints: Object.fromEntries(
        Object.entries(programs).map(([name, file]) => [name, join(root, file)]),
      ),
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: {
        js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
      },
      external: ['libsql', 'pg-native', 'kuromoji'],
      logLevel: 'warning',
    });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
