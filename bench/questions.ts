// Whole questions: parsing, search, conditions and answer over the seeds, and over many more projects; each size as a process of its own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createBot } from '../src/bot.ts';
import { loadSeeds } from '../src/data/load-seeds.ts';
import { createRepository } from '../src/data/repository.ts';
import { toBlocks } from '../src/present/blocks.ts';
import { toText } from '../src/present/text.ts';
import { createSearchIndex } from '../src/search/search-index.ts';
import { loadTokenizer } from '../src/search/tokenizer.ts';
import { loadWordLists } from '../src/search/word-lists.ts';
import { syntheticQueries, withSynthetic } from './corpus.ts';
import { quantile } from './median.ts';
import { table } from './table.ts';

const ROUNDS = 5;
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Questions with conditions, sums, comparisons and names, beside the judged ones of test/relevance. */
const asked = [
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

interface QuestionMeasures {
  projects: number;
  kpis: number;
  questions: number;
  answer: { p50: number; p95: number; worst: number };
  drawn: { p50: number; p95: number; worst: number };
  memory: number;
}

/** `0` more projects: the seeds alone. */
export function questionTable(counts: readonly number[]): string {
  const rows = counts.map((count): [string, ...number[]] => {
    const args = [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
    ];
    const { projects, kpis, questions, answer, drawn, memory }: QuestionMeasures = JSON.parse(
      execFileSync(process.execPath, [...args, String(count)], { encoding: 'utf8' }),
    );
    const name = `${count === 0 ? 'the seeds' : 'seeds and synthetic ones'}: ${projects.toLocaleString('en')} projects, ${kpis.toLocaleString('en')} KPIs`;
    return [
      name,
      answer.p95 / (count === 0 ? 5 : 30),
      answer.p50,
      answer.p95,
      answer.worst,
      drawn.p50,
      drawn.p95,
      memory,
      questions,
    ];
  });
  return table(
    [
      'whole questions, warm',
      'p95 ÷ goal (5 ms, 30 ms)',
      'p50 ms',
      'p95 ms',
      'slowest ms',
      'p50 with text and blocks',
      'p95 with text and blocks',
      'process MB',
      'questions',
    ],
    rows,
  );
}

async function measure(count: number): Promise<QuestionMeasures> {
  const seeds = loadSeeds(at('seeds'));
  const repository = createRepository(count === 0 ? seeds : withSynthetic(seeds, count));
  const search = createSearchIndex({
    repository,
    tokenizer: await loadTokenizer(),
    wordLists: loadWordLists(at('index')),
  });
  const bot = createBot({ repository, search, clock: { now: () => new Date('2026-11-21T03:00:00Z') } });
  const judged = readFileSync(at('test/relevance/queries.jsonl'), 'utf8').trim().split('\n');
  const questions = [
    ...asked,
    ...judged.map((line) => (JSON.parse(line) as { query: string }).query),
    ...(count === 0 ? [] : syntheticQueries(100)),
  ];
  const memory = () => {
    globalThis.gc?.();
    return process.memoryUsage().rss / 2 ** 20;
  };
  const times = { answer: [] as number[], drawn: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const question of questions) {
      const start = performance.now();
      const answer = bot.ask(question);
      const answered = performance.now();
      toText(answer);
      toBlocks(answer);
      // The first round warms up.
      if (round === 0) continue;
      times.answer.push(answered - start);
      times.drawn.push(performance.now() - start);
    }
  }
  const spread = (all: number[]) => ({
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    worst: quantile(all, 1),
  });
  return {
    projects: repository.projects.length,
    kpis: repository.kpis.length,
    questions: questions.length,
    answer: spread(times.answer),
    drawn: spread(times.drawn),
    memory: memory(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
