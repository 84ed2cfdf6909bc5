// `index`: writes index/search-index.json from the seeds and word lists, and prepares the dictionary beside it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeeds } from '../data/load-seeds.ts';
import { createRepository } from '../data/repository.ts';
import { loadWordLists } from '../language/words/word-lists.ts';
import { buildIndexFile } from '../search/build-index.ts';
import { appTokenizer, openBot, preparedFile } from '../start/open-bot.ts';
import { packageRoot } from '../start/package-root.ts';
import { seedsOnly } from '../start/plans/source.ts';
import { type CommandHelp, readArgs, withoutWords } from './read-args.ts';
import { systemClock } from './system-clock.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--dictionary-only]',
  about: '計画と語彙から検索の索引 index/search-index.json を作り直します。',
  examples: ['', '--dictionary-only'],
};

/** Rewrites the index; with `--dictionary-only` just the prepared dictionary, which makes the first start fast. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArgs(args, { 'dictionary-only': { type: 'boolean' } });
  withoutWords(positionals);
  const root = packageRoot();
  const keptTokenizer = appTokenizer();
  const tokenizer = await keptTokenizer();
  await tokenizer.cache;
  // What starts take as it is, is made by the next one: here, where nobody waits.
  rmSync(preparedFile(), { force: true });
  if (values['dictionary-only']) {
    // What is wrong with plans or lists is reported by `index` and by each start.
    await openBot(systemClock, () => {}, seedsOnly, keptTokenizer).catch(() => {});
    return;
  }
  const file = join(root, 'index', 'search-index.json');
  const written = buildIndexFile({
    repository: createRepository(loadSeeds(join(root, 'seeds'))),
    tokenizer,
    wordLists: loadWordLists(join(root, 'index')),
    file,
    progress: (done, total) => process.stderr.write(`\r索引を作成しています… ${done}/${total}`),
  });
  process.stderr.write('\n');
  process.stdout.write(
    `index/search-index.json: ${written.documents}件・${written.words}語・${Math.round(written.bytes / 1024)}KB\n`,
  );
  await openBot(systemClock, console.warn, seedsOnly, keptTokenizer);
}
