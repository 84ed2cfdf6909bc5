// The search over the committed seeds and word lists, as tests and measurements use it.
import { fileURLToPath } from 'node:url';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export async function openSearch(serialized?: string) {
  const repository = createRepository(loadSeeds(folder('seeds')));
  const tokenizer = await loadTokenizer();
  const wordLists = loadWordLists(folder('index'));
  const index = createSearchIndex({
    repository,
    tokenizer,
    wordLists,
    ...(serialized === undefined ? {} : { serialized }),
  });
  return { repository, tokenizer, wordLists, index };
}
