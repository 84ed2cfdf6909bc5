// Seeds, dictionary and search index put together into a bot.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../bot.ts';
import { createBot } from '../bot.ts';
import { loadSeeds } from '../data/load-seeds.ts';
import { createRepository } from '../data/repository.ts';
import type { Clock } from '../ports/clock.ts';
import { createSearchIndex } from '../search/search-index.ts';
import { loadTokenizer } from '../search/tokenizer.ts';
import { loadWordLists } from '../search/word-lists.ts';
import { packageRoot } from './package-root.ts';

/** The prepared dictionary lies beside the index, unknown to git; without write access the bot works without it. */
export function dictionaryCacheFile(): string {
  return join(packageRoot(), 'index', 'kuromoji.dict');
}

/**
 * `warn` hears of a stale index, which is rebuilt in memory (console.warn writes to standard error).
 * @throws SeedError and DictionaryError with the place of what is wrong.
 */
export async function openBot(clock: Clock, warn: (message: string) => void = console.warn): Promise<Bot> {
  const root = packageRoot();
  const loading = loadTokenizer({ cacheFile: dictionaryCacheFile() });
  const repository = createRepository(loadSeeds(join(root, 'seeds')));
  const search = createSearchIndex({
    repository,
    tokenizer: await loading,
    warn,
    wordLists: loadWordLists(join(root, 'index')),
    ...serializedIndex(join(root, 'index', 'search-index.json')),
  });
  return createBot({ repository, search, clock });
}

/** A missing index is rebuilt in memory by the search. */
function serializedIndex(file: string): { serialized?: string } {
  try {
    return { serialized: readFileSync(file, 'utf8') };
  } catch {
    return {};
  }
}
