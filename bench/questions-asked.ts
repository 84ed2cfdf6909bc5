// Whole questions of one size in a process of its own, bundled by `questions.ts`: parsing, search, conditions and answer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bot, createBot } from '../src/bot.ts';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { createRepository, type ProjectRecord, type Repository } from '../src/data/repository.ts';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { toBlocks } from '../src/present/blocks.ts';
import { toText } from '../src/present/terminal/text.ts';
import { createSearchIndex } from '../src/search/search-index.ts';
import { syntheticQueries, withSynthetic } from './corpus.ts';
import { forms } from './forms.ts';
import { median, quantile } from './median.ts';
import type { QuestionMeasures, Spread } from './questions.ts';

/** Rounds before the ones that count. Over the seeds more: compiling the engine's code is no part of a question that is asked all day. */
const warmUp = (count: number) => (count === 0 ? 10 : 2);
const ROUNDS = 5;
const [root = '', size = ''] = process.argv.slice(2);
const at = (path: string) => join(root, path);

async function measure(count: number): Promise<QuestionMeasures> {
  const seeds = loadSeeds(at('seeds'));
  const repository = createRepository(count === 0 ? seeds : withSynthetic(seeds, count));
  // The prepared dictionary, as the product reads it: feature lines stay in the file.
  const tokenizer = await loadTokenizer({ cacheFile: at('index/kuromoji.dict') });
  const wordLists = loadWordLists(at('index'));
  const search = createSearchIndex({ repository, tokenizer, wordLists });
  const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
  const lexicon = readLexicon(at('index'));
  const bot = createBot({ repository, search, clock, tokenizer, lexicon, wordLists });
  const ready = process.cpuUsage();
  const judged = readFileSync(at('test/relevance/queries.jsonl'), 'utf8').trim().split('\n');
  const words = [
    ...judged.map((line) => (JSON.parse(line) as { query: string }).query),
    ...(count === 0 ? [] : syntheticQueries(200)),
  ];
  const each: number[] = [];
  const spreads: Record<string, Spread> = {};
  for (const [form, questions] of Object.entries({ ...forms, words })) {
    const { medians, spread } = await asked(bot, questions, warmUp(count));
    spreads[form] = spread;
    each.push(...medians);
  }
  // What a collection frees is given back a little later, on a busy machine much later.
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const memoryMB = process.memoryUsage().rss / 2 ** 20;
  return {
    projects: repository.projects.length,
    kpis: repository.kpis.length,
    forms: spreads,
    p50: quantile(each, 0.5),
    p95: quantile(each, 0.95),
    memoryMB,
    readySeconds: (ready.user + ready.system) / 1e6,
    walk: walkAll(repository),
  };
}

/** Processor milliseconds of this process: what else the machine does is no part of a question. */
function spentSoFar(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Lines of JSON that hold a word, parsed and sorted by their newest amount, as `grep` and `jq` would. */
function walkAll({ projects, kpis }: Repository): number {
  const lines = [...projects, ...kpis].map((record) => JSON.stringify(record));
  const times = ['移住', '子育て', '企画課', '直方市', '"fy":2023'].map((word) => {
    const start = spentSoFar();
    const found = lines
      .filter((line) => line.includes(word))
      .map((line) => JSON.parse(line) as ProjectRecord);
    found.sort((a, b) => (b.amounts?.at(-1)?.yen ?? 0) - (a.amounts?.at(-1)?.yen ?? 0));
    return spentSoFar() - start;
  });
  return median(times);
}

async function asked(
  bot: Bot,
  questions: readonly string[],
  before: number,
): Promise<{ medians: number[]; spread: Spread }> {
  const answered: number[][] = questions.map(() => []);
  const drawn: number[][] = questions.map(() => []);
  let first = 0;
  for (let round = -before; round < ROUNDS; round++) {
    for (const [i, question] of questions.entries()) {
      const start = spentSoFar();
      const answer = await bot.ask(question);
      const middle = spentSoFar();
      if (round === -before) first = Math.max(first, middle - start);
      toText(answer);
      toBlocks(answer);
      if (round < 0) continue;
      answered[i]?.push(middle - start);
      drawn[i]?.push(spentSoFar() - start);
    }
  }
  // A question takes the median of its rounds: a collection that falls into one of them is not part of it.
  const medians = answered.map(median);
  const spread = {
    questions: questions.length,
    p50: quantile(medians, 0.5),
    p95: quantile(medians, 0.95),
    worst: quantile(medians, 1),
    first,
    drawnP95: quantile(drawn.map(median), 0.95),
  };
  return { medians, spread };
}

process.stdout.write(JSON.stringify(await measure(Number(size))));
