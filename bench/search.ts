// Build, memory and latency of the search beside MiniSearch over stock kuromoji; each engine and size as a process of its own.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import kuromoji from 'kuromoji';
import MiniSearch from 'minisearch';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../src/language/words/phrase-table.ts';
import { loadWordLists } from '../src/language/words/word-lists.ts';
import { Analyzer } from '../src/search/analyzer.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { documentRecords, type SearchDocument } from '../src/search/index-options.ts';
import type { SearchIndex } from '../src/search/search.ts';
import { searchOver } from '../src/search/search-index.ts';
import { syntheticDocuments, syntheticQueries } from './corpus.ts';
import { median, quantile } from './median.ts';
import { table } from './table.ts';

const engines = { hakaru: measureOurs, 'MiniSearch + kuromoji': measureReference };
type Engine = keyof typeof engines;

interface SearchMeasures {
  documents: number;
  engine: Engine;
  buildSeconds: number;
  /** Processor time of the build: tells more than the clock on a busy machine. */
  buildCpuSeconds: number;
  documentsPerSecond: number;
  /** What the index holds, heap and typed arrays, MB. */
  memory: number;
  p50: number;
  p95: number;
  hits: number;
  /** Share of the first ten that score at least what the tenth does when every record is held against its name; ours only. */
  exact?: number;
}

/** Heap and typed arrays in use; what the load left behind is given back in two steps. */
async function memory(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

const cpuSeconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const ROUNDS = 3;

/** Milliseconds a question: the median of its rounds after a warm-up, so that what else the machine does is not part of it. */
function latency(ask: (query: string) => number, queries: readonly string[]) {
  for (const query of queries.slice(0, 50)) ask(query);
  let hits = 0;
  const times: number[][] = queries.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    queries.forEach((query, i) => {
      const start = performance.now();
      hits += ask(query);
      times[i]?.push(performance.now() - start);
    });
  }
  const each = times.map(median);
  return {
    p50: quantile(each, 0.5),
    p95: quantile(each, 0.95),
    hits: hits / queries.length / ROUNDS,
  };
}

async function measureOurs(documents: SearchDocument[], queries: string[]): Promise<SearchMeasures> {
  const wordLists = loadWordLists(fileURLToPath(new URL('../index', import.meta.url)));
  const phrases = new PhraseTable(wordLists);
  const analyzer = new Analyzer(await loadTokenizer(), phrases);
  const before = await memory();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const data = buildIndex(documents, analyzer, phrases);
  const spent = { seconds: (performance.now() - start) / 1000, cpu: cpuSeconds(cpu) };
  const index = searchOver(data, documentRecords(documents), { analyzer, wordLists });
  const grown = (await memory()) - before;
  const ask = (query: string) => index.search(query, { kinds: ['kpi', 'project'] }).hits.length;
  const times = latency(ask, queries);
  const exhaustive = searchOver(
    data,
    documentRecords(documents),
    { analyzer, wordLists },
    {
      mostNamed: Number.POSITIVE_INFINITY,
    },
  );
  return {
    ...row('hakaru', documents.length, spent, grown, times),
    exact: exactShare(index, exhaustive, queries),
  };
}

/** Whether leaving work out costs anything: the scores of the first ten against those of a search that leaves none out. */
function exactShare(index: SearchIndex, exhaustive: SearchIndex, queries: readonly string[]): number {
  let reached = 0;
  let all = 0;
  const firstTen = (search: SearchIndex, query: string) =>
    search
      .search(query, { kinds: ['kpi', 'project'] })
      .hits.slice(0, 10)
      .map(({ score }) => score);
  for (const query of queries) {
    const wanted = firstTen(exhaustive, query);
    const got = firstTen(index, query);
    const tenth = wanted.at(-1) ?? 0;
    all += wanted.length;
    reached += wanted.filter((_, i) => (got[i] ?? 0) >= tenth).length;
  }
  return all === 0 ? 1 : reached / all;
}

/** What most would write: OR over all tokens, with prefix and fuzzy. */
async function measureReference(documents: SearchDocument[], queries: string[]): Promise<SearchMeasures> {
  const tokenizer = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    const dicPath = fileURLToPath(new URL('../node_modules/kuromoji/dict', import.meta.url));
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)));
  });
  const tokenize = (text: string) =>
    tokenizer.tokenize(text.normalize('NFKC')).map((token) => token.surface_form);
  const before = await memory();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const index = new MiniSearch({ fields: ['name', 'text'], tokenize, searchOptions: { tokenize } });
  index.addAll(
    documents.map(({ id, name, fields }) => ({
      id,
      name,
      text: fields
        .slice(1)
        .map((field) => field.text)
        .join('\n'),
    })),
  );
  const spent = { seconds: (performance.now() - start) / 1000, cpu: cpuSeconds(cpu) };
  const grown = (await memory()) - before;
  const ask = (query: string) => index.search(query, { boost: { name: 2 }, prefix: true, fuzzy: 0.2 }).length;
  return row('MiniSearch + kuromoji', documents.length, spent, grown, latency(ask, queries.slice(0, 100)));
}

function row(
  engine: Engine,
  documents: number,
  spent: { seconds: number; cpu: number },
  grown: number,
  times: { p50: number; p95: number; hits: number },
): SearchMeasures {
  return {
    documents,
    engine,
    buildSeconds: spent.seconds,
    buildCpuSeconds: spent.cpu,
    documentsPerSecond: documents / spent.seconds,
    memory: grown,
    ...times,
  };
}

/** Ours at every size; the reference up to 10,000 unless `full` (it takes minutes and gigabytes at 100,000). */
export function searchTable(counts: readonly number[], full: boolean): string {
  const rows = counts.flatMap((count) => {
    const ours = measured('hakaru', count);
    const reference = count <= 10_000 || full ? measured('MiniSearch + kuromoji', count) : undefined;
    return [ours, ...(reference ? [reference] : [])].map((each) => {
      const ratio = (of: 'p50' | 'p95' | 'buildCpuSeconds') =>
        each === reference || !reference ? '' : each[of] / reference[of];
      const { documents, engine, p50, p95, buildSeconds, buildCpuSeconds, documentsPerSecond, memory, hits } =
        each;
      const exact = each.exact === undefined ? '' : 100 * each.exact;
      return [
        `${documents.toLocaleString('en')} · ${engine}`,
        ...[ratio('p50'), ratio('p95'), ratio('buildCpuSeconds')],
        ...[p50, p95, buildSeconds, buildCpuSeconds, documentsPerSecond, memory, hits, exact],
      ];
    });
  });
  return table(
    [
      'projects · engine',
      'p50 ÷ ref.',
      'p95 ÷ ref.',
      'build ÷ ref.',
      'p50 ms',
      'p95 ms',
      'build s',
      'build CPU s',
      'projects/s',
      'memory MB',
      'hits a question',
      'first ten exact %',
    ],
    rows,
  );
}

function measured(engine: Engine, count: number): SearchMeasures {
  const args = ['--expose-gc', '--max-old-space-size=6000', '--import', 'tsx'];
  const self = fileURLToPath(import.meta.url);
  return JSON.parse(
    execFileSync(process.execPath, [...args, self, engine, String(count)], { encoding: 'utf8' }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [engine, count] = process.argv.slice(2);
  const documents = syntheticDocuments(Number(count));
  const queries = syntheticQueries(200);
  process.stdout.write(JSON.stringify(await engines[engine as Engine](documents, queries)));
}
