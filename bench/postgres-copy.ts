// A copy over loaded tables, bundled by `postgres.ts`: how soon it is ready, how long questions take, how much memory it holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { type FarBot, openFarBot } from '../src/plans-postgres/far-bot.ts';
import { syntheticQueries } from './corpus.ts';
import { forms } from './forms.ts';
import { quantile } from './median.ts';
import { serverSpent } from './server-spent.ts';

const [root = '', database = ''] = process.argv.slice(2);
const at = (path: string) => join(root, path);

/** Milliseconds by the clock, and of processor time. */
interface Spread {
  p50: number;
  p95: number;
  worst: number;
  /** Processor time of the copy; '' where several questions run at once. */
  cpu50: number | '';
  cpu95: number | '';
  /** Processor time of the server for a question, on average. */
  server: number;
  /** p95 of the first round: columns and masks are fetched. */
  first: number | '';
  asked: number;
}

/** What a copy measures. */
export interface CopyMeasures {
  questions: Record<string, Spread>;
  readySeconds: number;
  /** Processor time of the copy until it was ready. */
  readyCpuSeconds: number;
  readyMB: number;
  memoryMB: number;
  /** Of the score that the ten best of all records reach together. */
  share: number;
}

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
const ofSets = ['list', 'count', 'sum', 'extreme', 'condition', 'negation', 'group', 'status'] as const;
const ROUNDS = 3;
/** Up to so many projects the exact ranking is worked out as well. */
const mostExact = 200_000;

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
  const readyCpuSeconds = spentHere() / 1000;
  globalThis.gc?.();
  const readyMB = process.memoryUsage().rss / 2 ** 20;
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
  const questions: CopyMeasures['questions'] = {};
  const measured = async (name: string, spread: Promise<Spread>) => {
    questions[name] = await spread;
    process.stderr.write(`${name}: ${JSON.stringify(questions[name])}\n`);
  };
  await measured('words', asked(bot, words, databaseUrl));
  await measured('conditions', asked(bot, conditions, databaseUrl));
  await measured('words under a condition', asked(bot, both, databaseUrl));
  const mixed = [...words.slice(0, 60), ...conditions, ...both.slice(0, 20)];
  await measured('4 clients, paced', clients(bot, mixed, { pause: 125, databaseUrl }));
  await measured('4 clients, closed loop', clients(bot, mixed, { pause: 0, databaseUrl }));
  globalThis.gc?.();
  const memoryMB = process.memoryUsage().rss / 2 ** 20;
  // Among a million, ranking every record that holds a common word runs into the statement's time limit.
  const isSmall = bot.repository.projects.length <= mostExact;
  const share = isSmall
    ? await shareOf(bot, await openFarBot({ ...parts, exact: true }), words.slice(-40))
    : Number.NaN;
  await bot.close();
  return { questions, readySeconds, readyCpuSeconds, readyMB, memoryMB, share };
}

/** Milliseconds of processor time that this process has spent. */
function spentHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Timed {
  clock: number;
  cpu: number;
}

async function timed(bot: FarBot, question: string): Promise<Timed> {
  const [start, spent] = [performance.now(), spentHere()];
  try {
    await bot.ask(question);
  } catch (error) {
    process.stderr.write(`no answer (${(error as Error).message}): ${question}\n`);
  }
  return { clock: performance.now() - start, cpu: spentHere() - spent };
}

async function asked(bot: FarBot, all: readonly string[], databaseUrl: string): Promise<Spread> {
  const first: number[] = [];
  for (const question of all) first.push((await timed(bot, question)).clock);
  const times: Timed[] = [];
  const before = serverSpent(databaseUrl);
  for (let round = 0; round < ROUNDS; round++)
    for (const question of all) times.push(await timed(bot, question));
  const server = ((serverSpent(databaseUrl) - before) * 1000) / times.length;
  const cpu = times.map((one) => one.cpu);
  return {
    ...spreadOf(times),
    cpu50: quantile(cpu, 0.5),
    cpu95: quantile(cpu, 0.95),
    server,
    first: quantile(first, 0.95),
  };
}

function spreadOf(times: readonly Timed[]) {
  const clock = times.map((one) => one.clock);
  return {
    p50: quantile(clock, 0.5),
    p95: quantile(clock, 0.95),
    worst: quantile(clock, 1),
    asked: times.length,
  };
}

/** Four at once; each waits so many milliseconds after an answer. */
async function clients(
  bot: FarBot,
  all: readonly string[],
  { pause, databaseUrl }: { pause: number; databaseUrl: string },
): Promise<Spread> {
  const times: Timed[] = [];
  const before = serverSpent(databaseUrl);
  const client = async (of: number) => {
    for (let i = of; i < all.length; i += 4) {
      times.push(await timed(bot, all[i] as string));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  await Promise.all([0, 1, 2, 3].map(client));
  const server = ((serverSpent(databaseUrl) - before) * 1000) / times.length;
  return { ...spreadOf(times), cpu50: '', cpu95: '', server, first: '' };
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
  return own / best;
}

process.stdout.write(JSON.stringify(await measure(database)));
