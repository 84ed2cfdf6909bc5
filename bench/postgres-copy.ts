// A copy over loaded tables: how soon it is ready, how long questions take, how much memory it holds.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { type FarBot, openFarBot } from '../src/plans-postgres/far-bot.ts';
import { syntheticQueries } from './corpus.ts';
import { forms } from './forms.ts';
import { quantile } from './median.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Milliseconds by the clock. */
interface Spread {
  p50: number;
  p95: number;
  worst: number;
  /** p95 of the first round: columns and masks are fetched. */
  first: number | '';
  asked: number;
}

/** What a copy measures. */
export interface CopyMeasures {
  questions: Record<string, Spread>;
  readySeconds: number;
  memoryMB: number;
  /** Of the score that the ten best of all records reach together. */
  share: number;
}

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
const ofSets = ['list', 'count', 'sum', 'extreme', 'condition', 'negation', 'group', 'status'] as const;
const ROUNDS = 3;

async function measure(databaseUrl: string): Promise<CopyMeasures> {
  const start = performance.now();
  const lexicon = readLexicon(at('index'));
  const parts = {
    databaseUrl,
    clock,
    lexicon,
    tokenizer: await loadTokenizer({ cacheFile: at('index/kuromoji.dict') }),
    wordLists: loadWordLists(at('index')),
  };
  const bot = await openFarBot(parts);
  const readySeconds = (performance.now() - start) / 1000;
  const judged = readFileSync(at('test/relevance/queries.jsonl'), 'utf8').trim().split('\n');
  const words = [
    ...judged.slice(0, 80).map((line) => (JSON.parse(line) as { query: string }).query),
    ...syntheticQueries(120),
  ];
  const conditions = ofSets.flatMap((form) => forms[form]);
  const both = syntheticQueries(40).flatMap((query) => [
    `/jigyo ${query} 予算1億円以上`,
    `/yosan R5 ${query}`,
  ]);
  const questions: CopyMeasures['questions'] = {
    words: await asked(bot, words),
    conditions: await asked(bot, conditions),
    'words under a condition': await asked(bot, both),
  };
  const mixed = [...words.slice(0, 60), ...conditions, ...both.slice(0, 20)];
  questions['4 clients, paced'] = await clients(bot, mixed, 125);
  questions['4 clients, closed loop'] = await clients(bot, mixed, 0);
  globalThis.gc?.();
  const memoryMB = process.memoryUsage().rss / 2 ** 20;
  const share = await shareOf(bot, await openFarBot({ ...parts, exact: true }), words.slice(-40));
  return { questions, readySeconds, memoryMB, share };
}

async function timed(bot: FarBot, question: string): Promise<number> {
  const start = performance.now();
  try {
    await bot.ask(question);
  } catch (error) {
    process.stderr.write(`no answer (${(error as Error).message}): ${question}\n`);
  }
  return performance.now() - start;
}

async function asked(bot: FarBot, all: readonly string[]): Promise<Spread> {
  const first: number[] = [];
  for (const question of all) first.push(await timed(bot, question));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const question of all) times.push(await timed(bot, question));
  return { ...spreadOf(times), first: quantile(first, 0.95) };
}

const spreadOf = (times: readonly number[]) => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  worst: quantile(times, 1),
  asked: times.length,
});

/** Four at once; each waits so many milliseconds after an answer. */
async function clients(bot: FarBot, all: readonly string[], pause: number): Promise<Spread> {
  const times: number[] = [];
  const client = async (of: number) => {
    for (let i = of; i < all.length; i += 4) {
      times.push(await timed(bot, all[i] as string));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  await Promise.all([0, 1, 2, 3].map(client));
  return { ...spreadOf(times), first: '' };
}

/** Scores of the first ten, each ranked within its own set of records. */
async function shareOf(bot: FarBot, exact: FarBot, all: readonly string[]): Promise<number> {
  const total = async (one: FarBot, words: string) => {
    const { hits } = await one.through(() => one.search.search(words, { kinds: ['project', 'kpi'] }));
    return hits.slice(0, 10).reduce((sum, { score }) => sum + score, 0);
  };
  let [own, best] = [0, 0];
  for (const words of all) {
    // Ranking every record that holds a common word may take longer than a query may.
    const whole = await total(exact, words).catch(() => null);
    if (whole === null) continue;
    own += await total(bot, words);
    best += whole;
  }
  await exact.close();
  await bot.close();
  return own / best;
}

process.stdout.write(JSON.stringify(await measure(process.argv[2] as string)));
