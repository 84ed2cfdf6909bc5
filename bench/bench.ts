// `npm run bench -- [--quick] [--count N] [--full] [--write]`: every measurement as a table, ratios first; `--write` puts them into bench/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { processTable } from './processes.ts';
import { questionTable } from './questions.ts';
import { searchTable } from './search.ts';
import { dictionaryTable } from './start.ts';
import { tokenizeTable } from './tokenize.ts';

const readme = fileURLToPath(new URL('README.md', import.meta.url));
const { values: options } = parseArgs({
  options: {
    /** Fewer rounds, no 100,000. */
    quick: { type: 'boolean', default: false },
    /** Only this number of projects. */
    count: { type: 'string' },
    /** The reference at 100,000 as well: minutes, gigabytes. */
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const rounds = options.quick ? 3 : 9;
const counts = options.count
  ? [Number(options.count)]
  : options.quick
    ? [1_000, 10_000]
    : [1_000, 10_000, 100_000];
const sections: Record<string, () => string | Promise<string>> = {
  'Whole processes': () => processTable(rounds),
  'Whole questions': () => questionTable([0, ...counts.filter((count) => count >= 10_000)]),
  'Search index': () => searchTable(counts, options.full),
  Tokenising: tokenizeTable,
  'The tokenizer by itself': () => dictionaryTable(rounds),
};

const written = [
  `Measured on ${availableParallelism()} cores (${platform()}, ${arch()}), Node ${process.versions.node}, medians of ${rounds} rounds.`,
];
for (const [title, measure] of Object.entries(sections)) {
  written.push(`### ${title}`, await measure());
  console.log(`\n${written.slice(-2).join('\n\n')}`);
}
if (options.write) {
  const between = /(?<=<!-- bench -->\n)[\s\S]*?(?=<!-- \/bench -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(between, () => `\n${written.join('\n\n')}\n\n`),
  );
}
