// Whole questions: parsing, search, conditions and answer over the seeds, and over many more projects; each size as a process of its own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bot, createBot } from '../src/bot.ts';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { createRepository, type ProjectRecord, type Repository } from '../src/data/repository.ts';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { toBlocks } from '../src/present/blocks.ts';
import { toText } from '../src/present/text.ts';
import { createSearchIndex } from '../src/search/search-index.ts';
import { syntheticQueries, withSynthetic } from './corpus.ts';
import { forms } from './forms.ts';
import { median, quantile } from './median.ts';
import { table } from './table.ts';

const WARM_UP = 2;
const ROUNDS = 5;
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Of one form, processor milliseconds. */
interface Spread {
  questions: number;
  p50: number;
  p95: number;
  worst: number;
  /** The slowest when asked for the first time: columns are made, KPIs judged for the day. */
  first: number;
  /** Text and Slack's blocks drawn as well. */
  drawnP95: number;
}

/** One size, as `--json` prints it. */
export interface QuestionMeasures {
  projects: number;
  kpis: number;
  forms: Record<string, Spread>;
  /** Over the questions of all forms. */
  p50: number;
  p95: number;
  /** After a collection, with the index built in the process. */
  memoryMB: number;
  /** Processor seconds until the bot could answer, the index built anew. */
  readySeconds: number;
  /** What a user could do without Hakaru: all records as lines of JSON, filtered by a word, those left parsed and sorted; median milliseconds. */
  walk: number;
}

/** `0` more projects: the seeds alone. */
export function measureQuestions(counts: readonly number[]): QuestionMeasures[] {
  return counts.map((count) => {
    const args = [
      '--expose-gc',
      '--max-old-space-size=2500',
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
    ];
    return JSON.parse(
      execFileSync(process.execPath, [...args, String(count)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  });
}

/** Goals of p95 over the seeds, and beyond. */
const goals = { seeds: 3, beyond: 30 } as const;

/** A row a form, ratios first. */
export function questionTable(measures: readonly QuestionMeasures[], seeds: number): string {
  const rows = measures.flatMap(({ projects, kpis, forms: of, p50, p95, memoryMB, readySeconds, walk }) => {
    const size = `${projects.toLocaleString('en')} projects, ${kpis.toLocaleString('en')} KPIs`;
    const goal = projects <= seeds ? goals.seeds : goals.beyond;
    const all = { p50, p95, worst: '', first: '', drawnP95: '', questions: '' };
    return Object.entries({ ...of, 'all forms': all }).map(([form, each]) => [
      `${size} · ${form}`,
      each.p95 / goal,
      each.p50 / walk,
      ...[each.p50, each.p95, each.worst, each.first, each.drawnP95, each.questions],
      ...(form === 'all forms' ? [walk, readySeconds, memoryMB] : ['', '', '']),
    ]);
  });
  return table(
    [
      'whole questions, warm',
      'p95 ÷ goal (3 ms, 30 ms)',
      'p50 ÷ walk',
      'p50 ms',
      'p95 ms',
      'slowest ms',
      'slowest first ms',
      'p95 ms with text and blocks',
      'questions',
      'walk ms',
      'made ready, CPU s',
      'process MB',
    ],
    rows,
  );
}

async function measure(count: number): Promise<QuestionMeasures> {
  const seeds = loadSeeds(at('seeds'));
  const repository = createRepository(count === 0 ? seeds : withSynthetic(seeds, count));
  const tokenizer = await loadTokenizer();
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
    const { medians, spread } = await asked(bot, questions);
    spreads[form] = spread;
    each.push(...medians);
  }
  globalThis.gc?.();
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

async function asked(bot: Bot, questions: readonly string[]): Promise<{ medians: number[]; spread: Spread }> {
  const answered: number[][] = questions.map(() => []);
  const drawn: number[][] = questions.map(() => []);
  let first = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, question] of questions.entries()) {
      const start = spentSoFar();
      const answer = await bot.ask(question);
      const middle = spentSoFar();
      if (round === -WARM_UP) first = Math.max(first, middle - start);
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

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
