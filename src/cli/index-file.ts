// `index`: writes index/search-index.json from the seeds and word lists, and prepares the dictionary beside it.
import { join } from 'node:path';
import { loadSeeds } from '../data/load-seeds.ts';
import { createRepository } from '../data/repository.ts';
import { loadTokenizer } from '../language/tokenizer/tokenizer.ts';
import { loadWordLists } from '../language/words/word-lists.ts';
import { buildIndexFile } from '../search/build-index.ts';
import { dictionaryCacheFile } from '../start/open-bot.ts';
import { packageRoot } from '../start/package-root.ts';
import { UsageError } from './usage.ts';

/** How the command is called, shown after a wrong argument. */
export const usage = 'index [--dictionary-only]';

/** Rewrites the index; with `--dictionary-only` just the prepared dictionary, which makes the first start fast. */
export async function run(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--dictionary-only');
  if (unknown !== undefined) throw new UsageError(`知らない指定です: ${unknown}`);
  const root = packageRoot();
  const tokenizer = await loadTokenizer({ cacheFile: dictionaryCacheFile() });
  await tokenizer.cache;
  if (args.length > 0) return;
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
}
