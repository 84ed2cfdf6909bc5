// Bundles the programs into dist/, so that a start costs no compiling, and prepares the dictionary. Runs at `npm ci` (prepare).
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyPackages } from './lazy-packages.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The threads that read files and build indexes are programs of their own.
const entries = [
  'src/cli.ts',
  'src/app.ts',
  'src/plans/grid/grid-worker.ts',
  'src/start/index/worker.ts',
  'src/plans-postgres/load/pack-worker.ts',
]
  .map((entry) => join(root, entry))
  .filter((entry) => existsSync(entry));

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: entries,
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // A third less to read at each start; names stay for stack traces, and Node shows the line an error stands in.
  minifyWhitespace: true,
  lineLimit: 160,
  // CommonJS packages in the bundle call require for Node's own modules.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
  // The native driver and what is loaded from files stay in node_modules.
  external: ['libsql', 'pg-native', 'kuromoji'],
  // Bolt loads Express and its own sign-in for other ways to run it, undici for Socket Mode; pg is for PostgreSQL alone.
  // What the first request over HTTP needs (raw-body) is no file of its own: an update in place would take it away.
  plugins: [lazyPackages(['express', 'undici', 'jsonwebtoken', 'pg'])],
  logLevel: 'warning',
});

execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), 'index', '--dictionary-only'], {
  stdio: 'inherit',
});
