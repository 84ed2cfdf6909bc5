// Seeds, dictionary and search index put together into a bot.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../bot.ts';
import { createBot } from '../bot.ts';
import { createRepository, type Seeds } from '../data/repository.ts';
import { checkedBefore, seedsHash } from '../data/seed-texts.ts';
import { loadTokenizer } from '../language/tokenizer/tokenizer.ts';
import { readLexicon } from '../language/words/lexicon-texts.ts';
import { listsHash, listsOf, readListTexts, type WordLists } from '../language/words/word-list-texts.ts';
import type { Clock } from '../ports/clock.ts';
import { buildIndexText, indexHash } from '../search/build-index.ts';
import { isBuiltFrom } from '../search/index-data.ts';
import { createSearchIndex } from '../search/search-index.ts';
import { readIndex, writeIndex } from './index-store.ts';
import { packageRoot } from './package-root.ts';
import { type PlanSource, seedsOnly, textsOf } from './plan-source.ts';

/** The prepared dictionary lies beside the index, unknown to git; without write access the bot works without it. */
export function dictionaryCacheFile(): string {
  return join(packageRoot(), 'index', 'kuromoji.dict');
}

/**
 * `warn` hears of a stale index, which is rebuilt in memory (console.warn writes to standard error).
 * @throws SeedError and DictionaryError with the place of what is wrong.
 */
export async function openBot(
  clock: Clock,
  warn: (message: string) => void = console.warn,
  source: PlanSource = seedsOnly,
): Promise<Bot> {
  const root = packageRoot();
  const cacheFile = dictionaryCacheFile();
  const prepared = existsSync(cacheFile);
  const loading = loadTokenizer({ cacheFile });
  // Preparing the dictionary takes 90 MB for a moment: the rest waits until they are free again.
  if (!prepared) await (await loading).cache;
  const { seeds, hash, ...rest } = await readData(root, source);
  const repository = createRepository(seeds);
  const tokenizer = await loading;
  const folder = isSeedsAlone(source) ? null : source.indexFolder;
  if (folder !== null && rest.serialized === undefined) {
    rest.serialized = buildIndexText({ repository, tokenizer, wordLists: rest.wordLists }).json;
    writeIndex(folder, hash, rest.serialized);
  }
  const search = createSearchIndex({ repository, tokenizer, warn, ...rest });
  const lexicon = readLexicon(join(root, 'index'));
  return createBot({ repository, search, clock, tokenizer, lexicon, wordLists: rest.wordLists });
}

/** The index in the repository serves the seeds alone. */
const isSeedsAlone = ({ seeds, brought }: PlanSource) => seeds && brought.length === 0;

/** Plans and word lists are checked before their index is written: files an index was built from need no second check. */
async function readData(
  root: string,
  source: PlanSource,
): Promise<{ seeds: Seeds; wordLists: WordLists; hash: string; serialized?: string }> {
  const texts = textsOf(source, root);
  const listTexts = readListTexts(join(root, 'index'));
  const hash = indexHash(seedsHash(texts), { hash: listsHash(listTexts) });
  const index = serializedIndex(root, source, hash);
  if (index.serialized !== undefined && isBuiltFrom(index.serialized, hash))
    return { seeds: checkedBefore(texts), wordLists: listsOf(listTexts), hash, ...index };
  const [{ parseSeeds }, { parseWordLists }] = await Promise.all([
    import('../data/load-seeds.ts'),
    import('../language/words/word-lists.ts'),
  ]);
  return { seeds: parseSeeds(texts), wordLists: parseWordLists(listTexts), hash, ...index };
}

/** A missing index is rebuilt by the search. */
function serializedIndex(root: string, source: PlanSource, hash: string): { serialized?: string } {
  if (!isSeedsAlone(source)) {
    const text = source.indexFolder === null ? undefined : readIndex(source.indexFolder, hash);
    return text === undefined ? {} : { serialized: text };
  }
  try {
    return { serialized: readFileSync(join(root, 'index', 'search-index.json'), 'utf8') };
  } catch {
    return {};
  }
}
