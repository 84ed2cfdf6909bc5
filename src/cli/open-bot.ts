// Puts a bot together from the files on disk: seeds, word lists, index, dictionary cache and recorded results.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Bot, createBot } from '../bot.ts';
import { loadSeeds } from '../data/load-seeds.ts';
import { createRepository } from '../data/repository.ts';
import type { Clock } from '../ports/clock.ts';
import { createSearchIndex } from '../search/search-index.ts';
import { loadTokenizer } from '../search/tokenizer.ts';
import { loadWordLists } from '../search/word-lists.ts';
import { packageRoot } from './package-root.ts';

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };

/** Where the prepared dictionary is kept: the user's cache folder. */
export function tokenizerCacheFile(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hakaru', 'dictionary.bin');
}

export interface OpenBotOptions {
  clock?: Clock;
  /** Hears in one sentence what did not fit: a stale index, an unreachable store. */
  warn?: (message: string) => void;
  /** Lay recorded results over the printed ones when a store exists; on unless told otherwise. */
  recorded?: boolean;
}

/** Opens everything a question needs. */
export async function openBot(options: OpenBotOptions = {}): Promise<Bot> {
  const root = packageRoot();
  const loading = loadTokenizer({ cacheFile: tokenizerCacheFile() });
  const repository = createRepository(loadSeeds(join(root, 'seeds')));
  const indexFile = join(root, 'index', 'search-index.json');
  const search = createSearchIndex({
    repository,
    tokenizer: await loading,
    wordLists: loadWordLists(join(root, 'index')),
    ...(existsSync(indexFile) ? { serialized: readFileSync(indexFile, 'utf8') } : {}),
    ...(options.warn ? { warn: options.warn } : {}),
  });
  return createBot({ repository, search, clock: options.clock ?? systemClock });
}
