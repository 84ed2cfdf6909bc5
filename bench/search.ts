// `tsx bench/search.ts [--full] [--count N]`: build, memory and latency of the search beside MiniSearch over stock kuromoji in the same run.
import { fileURLToPath } from 'node:url';
import kuromoji from 'kuromoji';
import MiniSearch from 'minisearch';
import { Analyzer } from '../src/search/analyzer.ts';
import { buildIndex } from '../src/search/build-index.ts';
import type { SearchDocument } from '../src/search/index-options.ts';
import { PhraseTable } from '../src/search/phrase-table.ts';
import { searchOver } from '../src/search/search-index.ts';
import { loadTokenizer } from '../src/search/tokenizer.ts';
import { loadWordLists } from '../src/search/word-lists.ts';
import { syntheticDocuments, syntheticQueries } from './corpus.ts';

export interface SearchMeasures {
  documents: number;
  engine: 'hakaru' | 'MiniSearch + kuromoji';
  buildSeconds: number;
  /** Processor time of the build: tells more than the clock on a busy machine. */
  buildCpuSeconds: number;
  documentsPerSecond: number;
  /** Growth of the resident set, MB. */
  memory: number;
  p50: number;
  p95: number;
  hits: number;
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const cpuSeconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Milliseconds per question, each asked `rounds` times after a warm-up. */
function latency(ask: (query: string) => number, queries: readonly string[], rounds: number) {
  for (const query of queries.slice(0, 50)) ask(query);
  const times: number[] = [];
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const start = performance.now();
      hits += ask(query);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] as number;
  return { p50: at(0.5), p95: at(0.95), hits: Math.round(hits / times.length) };
}

async function measureOurs(documents: SearchDocument[], queries: string[]): Promise<SearchMeasures> {
  const wordLists = loadWordLists(fileURLToPath(new URL('../index', import.meta.url)));
  const phrases = new PhraseTable(wordLists);
  const analyzer = new Analyzer(await loadTokenizer(), phrases);
  const before = memory();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const data = buildIndex(documents, analyzer, phrases);
  const spent = { seconds: (performance.now() - start) / 1000, cpu: cpuSeconds(cpu) };
  const index = searchOver(data, documents, analyzer, wordLists);
  const grown = memory() - before;
  const ask = (query: string) => index.search(query, { kinds: ['kpi', 'project'] }).hits.length;
  return row('hakaru', documents.length, spent, grown, latency(ask, queries, 3));
}

/** What most would write: OR over all tokens, with prefix and fuzzy. */
async function measureReference(documents: SearchDocument[], queries: string[]): Promise<SearchMeasures> {
  const tokenizer = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    const dicPath = fileURLToPath(new URL('../node_modules/kuromoji/dict', import.meta.url));
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)));
  });
  const tokenize = (text: string) =>
    tokenizer.tokenize(text.normalize('NFKC')).map((token) => token.surface_form);
  const before = memory();
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
  const grown = memory() - before;
  const ask = (query: string) => index.search(query, { boost: { name: 2 }, prefix: true, fuzzy: 0.2 }).length;
  return row('MiniSearch + kuromoji', documents.length, spent, grown, latency(ask, queries, 1));
}

function row(
  engine: SearchMeasures['engine'],
  documents: number,
  spent: { seconds: number; cpu: number },
  grown: number,
  times: { p50: number; p95: number; hits: number },
): SearchMeasures {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    documents,
    engine,
    buildSeconds: round(spent.seconds),
    buildCpuSeconds: round(spent.cpu),
    documentsPerSecond: Math.round(documents / spent.seconds),
    memory: Math.round(grown),
    p50: round(times.p50),
    p95: round(times.p95),
    hits: times.hits,
  };
}

/** Ours at every size; the reference up to 10,000 unless `full` (it takes minutes and gigabytes at 100,000). */
export async function measureSearch(counts: readonly number[], full: boolean): Promise<SearchMeasures[]> {
  const queries = syntheticQueries(200);
  const rows: SearchMeasures[] = [];
  for (const count of counts) {
    const documents = syntheticDocuments(count);
    rows.push(await measureOurs(documents, queries));
    if (count <= 10_000 || full) rows.push(await measureReference(documents, queries.slice(0, 100)));
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = process.argv.indexOf('--count');
  const counts = count > 0 ? [Number(process.argv[count + 1])] : [1_000, 10_000, 100_000];
  console.table(await measureSearch(counts, process.argv.includes('--full')));
}
