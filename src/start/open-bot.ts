// Seeds, dictionary and search index put together into a bot.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../bot.ts';
import { createBot, prepareSounds, prepareVocabulary } from '../bot.ts';
import { createRepository, type Seeds } from '../data/repository.ts';
import { checkedBefore, seedsHash } from '../data/seed-texts.ts';
import { createFacts } from '../facts/facts.ts';
import { type KeptTokenizer, keepTokenizer } from '../language/tokenizer/tokenizer.ts';
import { readLexicon } from '../language/words/lexicon-texts.ts';
import { listsHash, listsOf, readListTexts, type WordLists } from '../language/words/word-list-texts.ts';
import type { Clock } from '../ports/clock.ts';
import { buildIndexText, indexHash } from '../search/build-index.ts';
import { isBuiltFrom } from '../search/index-data.ts';
import { createSearchIndex, prepareWords } from '../search/search-index.ts';
import { bundledCode, preparedHash, readPrepared, writePrepared } from './bot/prepared.ts';
import { readIndex, writeIndex } from './index/store.ts';
import { packageRoot } from './package-root.ts';
import { type PlanSource, seedsOnly, textsOf } from './plans/source.ts';

/** The prepared dictionary lies beside the index, unknown to git; without write access the bot works without it. */
export function dictionaryCacheFile(): string {
  return join(packageRoot(), 'index', 'kuromoji.dict');
}

/** The tokenizer of an app, over the prepared dictionary. */
export function appTokenizer(): KeptTokenizer {
  return keepTokenizer({ cacheFile: dictionaryCacheFile() });
}

/** What a start takes as it is, beside the index and unknown to git as well. */
export function preparedFile(): string {
  return join(packageRoot(), 'index', 'prepared.dict');
}

/**
 * `warn` hears of a stale index, which is rebuilt in memory (console.warn writes to standard error). Who opens several
 * bots gives them one tokenizer.
 * @throws SeedError and DictionaryError with the place of what is wrong.
 */
export async function openBot(
  clock: Clock,
  warn: (message: string) => void = console.warn,
  source: PlanSource = seedsOnly,
  tokenizerOf: KeptTokenizer = appTokenizer(),
): Promise<Bot> {
  const root = packageRoot();
  const prepared = existsSync(dictionaryCacheFile());
  const loading = tokenizerOf();
  // Preparing the dictionary takes 90 MB for a moment: the rest waits until they are free again.
  if (!prepared) await (await loading).cache;
  const { seeds, hash, ...rest } = await readData(root, source);
  const lexicon = readLexicon(join(root, 'index'));
  const code = bundledCode(import.meta.url);
  const file = preparedFileOf(source);
  const madeFrom = code && file && preparedHash(code, hash, lexicon);
  const known = madeFrom ? readPrepared(file, madeFrom) : undefined;
  const repository = createRepository(seeds);
  const tokenizer = await loading;
  const { wordLists } = rest;
  const folder = isSeedsAlone(source) ? null : source.indexFolder;
  if (folder !== null && rest.serialized === undefined) {
    rest.serialized = buildIndexText({ repository, tokenizer, wordLists }).json;
    writeIndex(folder, hash, rest.serialized);
  }
  const words = known?.words ?? prepareWords(wordLists);
  const search = createSearchIndex({ repository, tokenizer, warn, prepared: words, ...rest });
  const parts = { repository, search, tokenizer, lexicon, wordLists };
  const vocabulary = known?.vocabulary ?? prepareVocabulary({ ...parts, facts: createFacts(repository) });
  if (madeFrom && !known) {
    const facts = createFacts(repository);
    const sounds = prepareSounds({ ...parts, facts, prepared: vocabulary });
    writePrepared(file, madeFrom, { words, vocabulary: { ...vocabulary, sounds } });
  }
  return createBot({ ...parts, clock, prepared: vocabulary });
}

/** The index in the repository serves the seeds alone. */
const isSeedsAlone = ({ seeds, brought }: PlanSource) => seeds && brought.length === 0;

/** Brought plans have a preparation of their own, beside their index. */
function preparedFileOf(source: PlanSource): string | null {
  if (isSeedsAlone(source)) return preparedFile();
  return source.indexFolder === null ? null : join(source.indexFolder, 'prepared.dict');
}

interface Data {
  seeds: Seeds;
  wordLists: WordLists;
  serialized?: string;
  /** Of plans and word lists. */
  hash: string;
}

/** Plans and word lists are checked before their index is written: files an index was built from need no second check. */
async function readData(root: string, source: PlanSource): Promise<Data> {
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
