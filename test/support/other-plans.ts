// Two plans of invented towns of `test/fixtures/plans`, alone or beside the seeds, and a bot that knows them.
import { join } from 'node:path';
import { type Bot, createBot } from '../../src/bot.ts';
import { parseSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type Repository } from '../../src/data/repository.ts';
import { readSeedTexts, type SeedText, townsFile } from '../../src/data/seed-texts.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { noon } from './seeded-bot.ts';

const root = join(import.meta.dirname, '../..');

/** Every plan of an invented town. */
export const inventedTexts = () => readSeedTexts(join(root, 'test/fixtures/plans'));

/** The two that tests count and ask in: another file beside them changes no result. */
const counted = [townsFile, 'hoshimi-senryaku.json', 'minasato-hyoka.json'];
export const ownTexts = () => inventedTexts().filter(({ name }) => counted.includes(name));
export const seedTexts = () => readSeedTexts(join(root, 'seeds'));

/** Through the one door. @throws SeedError */
export const open = (texts: SeedText[]): Repository => createRepository(parseSeeds(texts));

/** Several folders as one, their towns together. */
export function together(...folders: SeedText[][]): SeedText[] {
  const towns = folders.flatMap((texts) => {
    const file = texts.find(({ name }) => name === townsFile);
    return JSON.parse(String(file?.text)).municipalities;
  });
  return [
    { name: townsFile, text: JSON.stringify({ municipalities: towns }) },
    ...folders.flat().filter(({ name }) => name !== townsFile),
  ];
}

/** A bot over any plans, its index built in memory. */
export async function botWith(repository: Repository): Promise<Bot> {
  const tokenizer = await loadTokenizer();
  const wordLists = loadWordLists(join(root, 'index'));
  const search = createSearchIndex({ repository, tokenizer, wordLists });
  const lexicon = readLexicon(join(root, 'index'));
  return createBot({ repository, search, clock: noon, tokenizer, lexicon, wordLists });
}
