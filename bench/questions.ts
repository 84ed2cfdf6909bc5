// Whole questions: parsing, search, conditions and answer over the seeds, and over many more projects; each size as a process of its own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bot, createBot } from '../src/bot.ts';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { createRepository } from '../src/data/repository.ts';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { toBlocks } from '../src/present/blocks.ts';
import { toText } from '../src/present/text.ts';
import { createSearchIndex } from '../src/search/search-index.ts';
import { syntheticQueries, withSynthetic } from './corpus.ts';
import { median, quantile } from './median.ts';
import { table } from './table.ts';

const WARM_UP = 2;
const ROUNDS = 5;
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Questions that count, sum or compare over everything, or name conditions. */
const conditional = [
  '/kpi 移住',
  '/jigyo 子育て',
  '/yosan R5 公共交通',
  '/machi U・Iターン応援プロジェクト',
  '直方市が参加している事業は？',
  '苅田町が入っていない事業は？',
  '令和5年度の予算が一番多い事業',
  'R4とR5の予算の差が大きい事業は',
  '遅れている事業はどれですか',
  '達成率100%未満のKPI',
  '久留米市の総合戦略のパッケージ3のKPIの数',
  'SDGs目標4の事業の予算の合計',
  '連携中枢ビジョンの事業はいくつ',
  '主要事務事業のR7予算',
  '今年度の目標が決まっていないKPI',
  '教育委員会の事業で増額のもの',
];

interface Spread {
  questions: number;
  p50: number;
  p95: number;
  worst: number;
  /** Text and Slack's blocks drawn as well. */
  drawnP95: number;
}

interface QuestionMeasures {
  projects: number;
  kpis: number;
  words: Spread;
  conditions: Spread;
  /** Processor seconds until the bot could answer, the index built anew. */
  ready: number;
  memory: number;
}

/** `0` more projects: the seeds alone. */
export function questionTable(counts: readonly number[]): string {
  const rows = counts.flatMap((count) => {
    const args = [
      '--expose-gc',
      '--max-old-space-size=8000',
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
    ];
    const measures: QuestionMeasures = JSON.parse(
      execFileSync(process.execPath, [...args, String(count)], { encoding: 'utf8' }),
    );
    const { projects, kpis, ready, memory } = measures;
    const size = `${projects.toLocaleString('en')} projects, ${kpis.toLocaleString('en')} KPIs${count === 0 ? ' (the seeds)' : ''}`;
    return (['words', 'conditions'] as const).map((form) => {
      const { p50, p95, worst, drawnP95, questions } = measures[form];
      const goal = count === 0 ? 5 : 30;
      return [`${size} · ${form}`, p95 / goal, p50, p95, worst, drawnP95, questions, ready, memory];
    });
  });
  return table(
    [
      'whole questions, warm',
      'p95 ÷ goal (5 ms, 30 ms)',
      'p50 ms',
      'p95 ms',
      'slowest ms',
      'p95 ms with text and blocks',
      'questions',
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
  const bot = createBot({
    repository,
    search,
    clock,
    tokenizer,
    lexicon: readLexicon(at('index')),
    wordLists,
  });
  const judged = readFileSync(at('test/relevance/queries.jsonl'), 'utf8').trim().split('\n');
  const ready = process.cpuUsage();
  const words = [
    ...judged.map((line) => (JSON.parse(line) as { query: string }).query),
    ...(count === 0 ? [] : syntheticQueries(200)),
  ];
  const memory = () => {
    globalThis.gc?.();
    return process.memoryUsage().rss / 2 ** 20;
  };
  return {
    projects: repository.projects.length,
    kpis: repository.kpis.length,
    words: await asked(bot, words),
    conditions: await asked(bot, conditional),
    ready: (ready.user + ready.system) / 1e6,
    memory: memory(),
  };
}

async function asked(bot: Bot, questions: readonly string[]): Promise<Spread> {
  const answered: number[][] = questions.map(() => []);
  const drawn: number[][] = questions.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, question] of questions.entries()) {
      const start = performance.now();
      const answer = await bot.ask(question);
      const middle = performance.now();
      toText(answer);
      toBlocks(answer);
      if (round < 0) continue;
      answered[i]?.push(middle - start);
      drawn[i]?.push(performance.now() - start);
    }
  }
  // A question takes the median of its rounds: what else the machine does is not part of it.
  const each = answered.map(median);
  return {
    questions: questions.length,
    p50: quantile(each, 0.5),
    p95: quantile(each, 0.95),
    worst: quantile(each, 1),
    drawnP95: quantile(drawn.map(median), 0.95),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
