// Start and peak memory of the tokenizer beside stock kuromoji, each as a process of its own, in the same run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { median } from './median.ts';
import { spentSoFar } from './spent.ts';
import { table } from './table.ts';

const kuromoji = dirname(createRequire(import.meta.url).resolve('kuromoji/package.json'));
const dictionaryFolder = join(kuromoji, 'dict');
const report = `process.stdout.write(JSON.stringify({ ready: performance.now(), ...JSON.parse(${spentSoFar}) }))`;

/** What one process says of itself: milliseconds from its start until a first sentence was cut, peak kilobytes. */
interface Start {
  ready: number;
  peak: number;
  whole: number;
}

/** The tokenizer's own start; ratios to stock first. */
export async function dictionaryTable(runs: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  try {
    return await measure(folder, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, runs: number): Promise<string> {
  await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), '../src/language/tokenizer/tokenizer.ts')],
    outfile: join(folder, 'tokenizer.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const cacheFile = join(folder, 'cache', 'dictionary.bin');
  const ours = (options: object) => `import { loadTokenizer } from './tokenizer.mjs';
const tokenizer = await loadTokenizer(${JSON.stringify(options)});
tokenizer.tokenize('移住者を増やす取組はどれですか');
${report};`;
  const programs = {
    stock: `import kuromoji from ${JSON.stringify(join(kuromoji, 'src/kuromoji.js'))};
kuromoji.builder({ dicPath: ${JSON.stringify(dictionaryFolder)} }).build((error, tokenizer) => {
  if (error) throw error;
  tokenizer.tokenize('移住者を増やす取組はどれですか');
  ${report};
});`,
    'no cache file': ours({ dictionaryFolder }),
    'first start, writing the cache': ours({ dictionaryFolder, cacheFile }),
    'with cache': ours({ dictionaryFolder, cacheFile }),
    'node alone': report,
  };
  const starts = Object.fromEntries(Object.keys(programs).map((name) => [name, [] as Start[]]));
  for (const [name, code] of Object.entries(programs)) writeFileSync(join(folder, `${name}.mjs`), code);
  // By turns, so that what else the machine does falls on all alike.
  for (let run = 0; run < runs; run++) {
    for (const name of Object.keys(programs)) {
      if (name.startsWith('first')) rmSync(dirname(cacheFile), { recursive: true, force: true });
      const before = performance.now();
      const said = JSON.parse(
        execFileSync(process.execPath, [join(folder, `${name}.mjs`)], { encoding: 'utf8' }),
      );
      starts[name]?.push({ ...said, whole: performance.now() - before });
    }
  }
  const stock = summary(starts.stock ?? []);
  return table(
    [
      'the tokenizer alone, as a process',
      'ready ÷ stock',
      'peak ÷ stock',
      'ready ms',
      'process ms',
      'peak MB',
    ],
    Object.entries(starts).map(([name, all]) => {
      const { ready, peak, whole } = summary(all);
      return [name, ready / stock.ready, peak / stock.peak, ready, whole, peak / 1024];
    }),
  );
}

/** Medians; the greatest peak. */
function summary(starts: readonly Start[]): Start {
  return {
    ready: median(starts.map(({ ready }) => ready)),
    whole: median(starts.map(({ whole }) => whole)),
    peak: Math.max(...starts.map(({ peak }) => peak)),
  };
}
