// `npm run bench -- [--quick] [--count N] [--full] [--write] [--only PART] [--json]`: every measurement as a table, ratios first; `--write` puts them into bench/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contractOf } from './contract.ts';
import { measurePostgres, postgresTable } from './postgres.ts';
import { processTable } from './processes.ts';
import { measureQuestions, questionTable } from './questions.ts';
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
    /** One part: processes, questions, search, tokenising, dictionary; of `--store postgres`: contract. */
    only: { type: 'string' },
    /** Questions as JSON, nothing else. */
    json: { type: 'boolean', default: false },
    /** `postgres`: plans in PostgreSQL, nothing else; `--count` projects, a million where none is said. */
    store: { type: 'string' },
  },
});
if (options.store !== undefined) {
  if (options.store !== 'postgres') {
    process.stderr.write('--store: postgres\n');
    process.exit(2);
  }
  if (options.only === 'contract') {
    const contract = await contractOf(Number(options.count ?? 10_000));
    process.stdout.write(`${JSON.stringify(contract, null, 2)}\n`);
    process.exit(contract.differing.length === 0 ? 0 : 1);
  }
  const measured = [await measurePostgres(Number(options.count ?? 1_000_000))];
  process.stdout.write(
    `${options.json ? JSON.stringify({ postgres: measured }) : postgresTable(measured)}\n`,
  );
  process.exit(0);
}
const rounds = options.quick ? 3 : 9;
const counts = options.count
  ? [Number(options.count)]
  : options.quick
    ? [1_000, 10_000]
    : [1_000, 10_000, 100_000];
const sizes = [0, ...counts.filter((count) => count >= 10_000)];
const sections: Record<string, [string, () => string | Promise<string>]> = {
  processes: ['Whole processes', () => processTable(rounds)],
  questions: [
    'Whole questions',
    async () => {
      const measures = await measureQuestions(sizes);
      return questionTable(measures, measures[0]?.projects ?? 0);
    },
  ],
  search: ['Search index', () => searchTable(counts, options.full)],
  tokenising: ['Tokenising', tokenizeTable],
  dictionary: ['The tokenizer by itself', () => dictionaryTable(rounds)],
};
if (options.only !== undefined && !Object.hasOwn(sections, options.only)) {
  process.stderr.write(`--only: ${Object.keys(sections).join(', ')}\n`);
  process.exit(2);
}
if (options.json) {
  if (options.only !== 'questions') {
    process.stderr.write('--json needs --only questions\n');
    process.exit(2);
  }
  process.stdout.write(
    `${JSON.stringify({ questions: await measureQuestions(options.count ? counts : sizes) })}\n`,
  );
  process.exit(0);
}

const written = [
  `Measured on ${availableParallelism()} cores (${platform()}, ${arch()}), Node ${process.versions.node}, medians of ${rounds} rounds.`,
];
for (const [part, [title, measure]] of Object.entries(sections)) {
  if (options.only !== undefined && part !== options.only) continue;
  written.push(`### ${title}`, await measure());
  console.log(`\n${written.slice(-2).join('\n\n')}`);
}
// A part by itself would take the others' tables away.
if (options.write && options.only === undefined) {
  const between = /(?<=<!-- bench -->\n)[\s\S]*?(?=<!-- \/bench -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(between, () => `\n${written.join('\n\n')}\n\n`),
  );
}
