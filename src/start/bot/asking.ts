// The bot of terminal questions: plans in memory, or in PostgreSQL where `PLANS=postgres` says so.
import { join } from 'node:path';
import type { Bot } from '../../bot.ts';
import { ConfigError } from '../../errors.ts';
import { loadTokenizer } from '../../language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../language/words/lexicon-texts.ts';
import { listsHash, listsOf, readListTexts } from '../../language/words/word-list-texts.ts';
import type { Clock } from '../../ports/clock.ts';
import { dictionaryCacheFile } from '../open-bot.ts';
import { packageRoot } from '../package-root.ts';
import { openBotHere } from './here.ts';

/** The database that answers; undefined where memory does. */
function plansIn(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.PLANS !== 'postgres') return undefined;
  const address = environment.READ_DATABASE_URL || environment.DATABASE_URL;
  if (!address)
    throw new ConfigError(
      'PLANS=postgres には、計画を入れた PostgreSQL のURLを DATABASE_URL に設定してください。',
    );
  return address;
}

/** What cuts text into words, and the word lists. */
export async function wordTools() {
  const texts = readListTexts(join(packageRoot(), 'index'));
  const tokenizer = await loadTokenizer({ cacheFile: dictionaryCacheFile() });
  return { tokenizer, wordLists: { ...listsOf(texts), hash: listsHash(texts) } };
}

/** Opens it. @throws ConfigError where the tables are not there */
export async function askingBot(clock: Clock): Promise<Bot> {
  const databaseUrl = plansIn(process.env);
  if (databaseUrl === undefined) return await openBotHere(clock);
  return await farBot(databaseUrl, clock);
}

/** Its driver is loaded only then. One that stays follows the database that plans are stored in. */
export async function farBot(databaseUrl: string, clock: Clock, follow?: string): Promise<Bot> {
  const { openFarBot } = await import('../../plans-postgres/far-bot.ts');
  const lexicon = readLexicon(join(packageRoot(), 'index'));
  try {
    return await openFarBot({
      databaseUrl,
      clock,
      lexicon,
      ...(follow === undefined ? {} : { follow }),
      ...(await wordTools()),
    });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (code === 'shelf-not-ready') throw new ConfigError(message);
    // No such table: nothing was ever stored.
    if (code === '42P01')
      throw new ConfigError('計画の表がまだありません。「npm run plans -- shelve」で計画を入れてください。');
    throw error;
  }
}
