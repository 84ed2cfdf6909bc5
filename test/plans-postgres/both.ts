// The same plans twice: a bot that has them in memory, and one that reads them from PostgreSQL; the bench asks them as well.
import { join } from 'node:path';
import pg from 'pg';
import { manyPlans } from '../../bench/many-plans.ts';
import type { AskOptions, Bot } from '../../src/bot.ts';
import { parseSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type Seeds } from '../../src/data/repository.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import { type FarBot, openFarBot } from '../../src/plans-postgres/far-bot.ts';
import { loadPlans } from '../../src/plans-postgres/load/load-plans.ts';
import { toBlocks } from '../../src/present/blocks.ts';
import { toJson } from '../../src/present/terminal/json.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { botWith, ownTexts, seedTexts, together } from '../support/other-plans.ts';
import { noon } from '../support/seeded-bot.ts';

const root = join(import.meta.dirname, '../..');

/** Seeds, the invented plans, and `count` synthetic projects in plans of 250. */
export function plansWith(count: number): Seeds {
  const seeds = parseSeeds(together(seedTexts(), ownTexts()));
  return { ...seeds, files: [...seeds.files, ...manyPlans(seeds, count, 250)] };
}

/** Words and what cuts them. */
const wordTools = async () => ({
  tokenizer: await loadTokenizer(),
  wordLists: loadWordLists(join(root, 'index')),
});

/** Brings the tables of a database to hold the plans; `threads` work them out where all are stored anew. */
export async function shelve(databaseUrl: string, { files, municipalities }: Seeds, threads = 0) {
  const store = openStore({ databaseUrl, sqliteFile: '' });
  await store.entriesAfter(0);
  await store.close();
  const plans = files.map((file, at) => ({
    place: String(at).padStart(6, '0'),
    file,
    hash: JSON.stringify([file.plan, file.projects.length, file.projects[0]?.amounts]),
  }));
  return await loadPlans(databaseUrl, plans, { ...(await wordTools()), municipalities, threads });
}

/** A bot over the tables; `follow` names the database that tells of new versions. */
export async function openCopy(databaseUrl: string, follow?: string): Promise<FarBot> {
  const lexicon = readLexicon(join(root, 'index'));
  const parts = { databaseUrl, clock: noon, lexicon, ...(await wordTools()) };
  return await openFarBot({ ...parts, ...(follow === undefined ? {} : { follow }) });
}

export interface TwoBots {
  near: Bot;
  far: FarBot;
}

export async function twoBots(databaseUrl: string, seeds: Seeds): Promise<TwoBots> {
  await shelve(databaseUrl, seeds);
  const far = await openCopy(databaseUrl);
  return { near: await botWith(createRepository(seeds)), far };
}

/** Everything that is said and drawn; of the hits the first ten, of which nobody reads more. */
export async function told(bot: Bot, question: string, options: AskOptions) {
  const answer = await bot.ask(question, options);
  const drawn = await bot.through(() => toJson(answer, toBlocks(answer)), answer);
  return { ...drawn, hits: drawn.hits.slice(0, 10) };
}

/** A statement of its own in the database. */
export async function inDatabase<T extends pg.QueryResultRow>(
  databaseUrl: string,
  text: string,
): Promise<T[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
}
