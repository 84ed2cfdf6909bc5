// Seeds, dictionary and search index put together into a bot.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../bot.ts';
import { createBot, prepareVocabulary } from '../bot.ts';
import { createRepository, type Seeds } from '../data/repository.ts';
import { checkedBefore, readSeedTexts, seedsHash } from '../data/seed-texts.ts';
import { createFacts } from '../facts/facts.ts';
import { loadTokenizer } from '../language/tokenizer/tokenizer.ts';
import { readLexicon } from '../language/words/lexicon-texts.ts';
import { listsHash, listsOf, readListTexts, type WordLists } from '../language/words/word-list-texts.ts';
import type { Clock } from '../ports/clock.ts';
import { indexHash } from '../search/build-index.ts';
import { isBuiltFrom } from '../search/index-data.ts';
import { createSearchIndex, prepareWords } from '../search/search-index.ts';
import { packageRoot } from './package-root.ts';
import { bundledCode, preparedHash, readPrepared, writePrepared } from './prepared.ts';

/** The prepared dictionary lies beside the index, unknown to git; without write access the bot works without it. */
export function dictionaryCacheFile(): string {
  return join(packageRoot(), 'index', 'kuromoji.dict');
}

/** What a start takes as it is, beside the index and unknown to git as well. */
export function preparedFile(): string {
  return join(packageRoot(), 'index', 'prepared.dict');
}

/**
 * `warn` hears of a stale index, which is rebuilt in memory (console.warn writes to standard error).
 * @throws SeedError and DictionaryError with the place of what is wrong.
 */
export async function openBot(clock: Clock, warn: (message: string) => void = console.warn): Promise<Bot> {
  const root = packageRoot();
  const cacheFile = dictionaryCacheFile();
  const prepared = existsSync(cacheFile);
  const loading = loadTokenizer({ cacheFile });
  // Preparing the dictionary takes 90 MB for a moment: the rest waits until they are free again.
  if (!prepared) await (await loading).cache;
  const { seeds, hash, ...rest } = await readData(root);
  const lexicon = readLexicon(join(root, 'index'));
  const code = bundledCode(import.meta.url);
  const madeFrom = code && preparedHash(code, hash, lexicon);
  const known = madeFrom ? readPrepared(preparedFile(), madeFrom) : undefined;
  const repository = createRepository(seeds);
  const tokenizer = await loading;
  const { wordLists } = rest;
  const words = known?.words ?? prepareWords(wordLists);
  const search = createSearchIndex({ repository, tokenizer, warn, prepared: words, ...rest });
  const parts = { repository, search, tokenizer, lexicon, wordLists };
  const vocabulary = known?.vocabulary ?? prepareVocabulary({ ...parts, facts: createFacts(repository) });
  if (madeFrom && !known) writePrepared(preparedFile(), madeFrom, { words, vocabulary });
  return createBot({ ...parts, clock, prepared: vocabulary });
}

interface Data {
  seeds: Seeds;
  wordLists: WordLists;
  serialized?: string;
  /** Of seeds and word lists. */
  hash: string;
}

/** Seeds and word lists are checked by `npm run index` before it writes: files the index was built from need no second check. */
async function readData(root: string): Promise<Data> {
  const seedTexts = readSeedTexts(join(root, 'seeds'));
  const listTexts = readListTexts(join(root, 'index'));
  const index = serializedIndex(join(root, 'index', 'search-index.json'));
  const hash = indexHash(seedsHash(seedTexts), { hash: listsHash(listTexts) });
  if (index.serialized !== undefined && isBuiltFrom(index.serialized, hash))
    return { seeds: checkedBefore(seedTexts), wordLists: listsOf(listTexts), hash, ...index };
  const [{ parseSeeds }, { parseWordLists }] = await Promise.all([
    import('../data/load-seeds.ts'),
    import('../language/words/word-lists.ts'),
  ]);
  return { seeds: parseSeeds(seedTexts), wordLists: parseWordLists(listTexts), hash, ...index };
}

/** A missing index is rebuilt in memory by the search. */
function serializedIndex(file: string): { serialized?: string } {
  try {
    return { serialized: readFileSync(file, 'utf8') };
  } catch {
    return {};
  }
}
