// The search over projects and KPIs: reads the question, ranks the records, says how words were read.
//
// Why the postings are our own: MiniSearch builds an object for every hit and sorts them all before the first ten can
// be taken, so its time grows with the hits of a common word. 100,000 records within 30 ms need typed postings that
// are gathered strongest first and cut without sorting (rank.ts). MiniSearch's radix tree, SearchableMap, still finds
// readings by prefix and slip (sounds.ts), and the benchmarks measure this search beside MiniSearch itself.
import type { Repository } from '../data/repository.ts';
import { spellingKey } from '../language/kana.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import { PhraseTable, type PreparedPhrases, preparePhrases } from '../language/words/phrase-table.ts';
import { prepareSynonyms, type SynonymKeys, Synonyms } from '../language/words/synonyms.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import { Analyses } from './analyses.ts';
import { Analyzer } from './analyzer.ts';
import { buildIndex, indexHash, phrasesOf } from './build-index.ts';
import { type Apart, apart, type IndexData, type Indexes, parseIndex } from './index-data.ts';
import {
  documentRecords,
  documentsApart,
  type Searched,
  searchDocuments,
  searchRecords,
} from './index-options.ts';
import { IndexWords } from './index-words.ts';
import { Meanings, type ReadQuery, type WordWeights } from './meanings.ts';
import { Neighbours } from './neighbours.ts';
import { type Accept, type Ranked, Ranker, type Stretch } from './rank.ts';
import type { RankedRecords } from './ranked-records.ts';
import { QueryReader } from './read-query.ts';
import type { RecordKind, SearchHit, SearchIndex, SearchOptions, SearchResult } from './search.ts';

const MOST_SUGGESTIONS = 5;
/** So many texts stay read. */
const MOST_READ = 16;

/** What a search is made from. */
export interface SearchIndexOptions {
  repository: Repository;
  tokenizer: Tokenizer;
  wordLists: WordLists;
  /** Content of index/search-index.json; absent, broken or stale: the index is built in memory. */
  serialized?: string;
  /** Hears in one sentence why the index was built anew. */
  warn?: (message: string) => void;
  /** Of the same word lists; absent: worked out anew. */
  prepared?: PreparedWords | undefined;
}

/** The word lists as they are looked up, as plain data. */
export interface PreparedWords {
  phrases: PreparedPhrases;
  synonyms: SynonymKeys;
}

/** Works out what a later start with the same lists may take as it is. */
export function prepareWords(lists: WordLists): PreparedWords {
  return { phrases: preparePhrases(lists), synonyms: prepareSynonyms(lists) };
}

/** A search index that tells whether its file was of use. */
export interface BuiltSearchIndex extends SearchIndex {
  /** The serialized index was missing or did not fit; this one was built in memory. */
  stale: boolean;
}

/** Takes the index of the file when it fits the seeds and lists, else builds one in memory and says so. */
export function createSearchIndex(options: SearchIndexOptions): BuiltSearchIndex {
  const { repository, tokenizer, wordLists, serialized, warn } = options;
  const phrases = new PhraseTable(wordLists, options.prepared?.phrases);
  const synonyms = new Synonyms(wordLists, options.prepared?.synonyms);
  const analyzer = new Analyzer(tokenizer, phrases);
  const hash = indexHash(repository.seedsHash, wordLists);
  const known = serialized === undefined ? null : parseIndex(serialized, hash);
  const stale = known === null;
  if (known === null) {
    warn?.(
      serialized === undefined
        ? 'index/search-index.json is missing; the index was built in memory (npm run index writes it).'
        : 'index/search-index.json does not fit the seeds or word lists, or is damaged; the index was built in memory (npm run index renews it).',
    );
  }
  const { records: data, ...others } = known ?? builtNow(repository, analyzer, phrases);
  const tools = { analyzer: new Analyses(analyzer), wordLists };
  const records = searchOver(data, searchRecords(repository), tools, { synonyms });
  const opened: Partial<Record<Apart, SearchIndex>> = {};
  // Their scores do not compare with those of projects and KPIs.
  const open = (name: Apart) => {
    opened[name] ??= searchOver(
      others[name]?.() ?? NOTHING,
      documentRecords(documentsApart[name](repository)),
      tools,
      {
        fillUp: false,
        synonyms,
      },
    );
    return opened[name];
  };
  return {
    stale,
    readings: () => records.readings(),
    search: (words, options) => {
      const kinds: readonly RecordKind[] = options.kinds;
      const from = kinds.includes('statement') ? 'statements' : kinds.includes('policy') ? 'policies' : null;
      return (from === null ? records : open(from)).search(words, options);
    },
  };
}

const NOTHING: IndexData = { documents: [], terms: [], texts: [], readings: [], postings: [] };

/** All indexes, those apart when they are first asked for. */
function builtNow(repository: Repository, analyzer: Analyzer, phrases: PhraseTable): Indexes {
  const built: Indexes = { records: buildIndex(searchDocuments(repository), analyzer, phrases) };
  for (const name of apart)
    built[name] = () => buildIndex(documentsApart[name](repository), analyzer, phrasesOf(name, phrases));
  return built;
}

/** What reads the words of a question. */
export interface WordTools {
  analyzer: Pick<Analyzer, 'analyze'>;
  wordLists: WordLists;
}

/** How far a search goes. */
export interface Reach {
  /** Short lists are filled up with neighbours of the best hits. */
  fillUp?: boolean;
  /** How many records are held against their names; absent: enough for the first ten. */
  mostNamed?: number;
  /** Of the same lists, where they are there already. */
  synonyms?: Synonyms;
}

/** Search over any built index; `records` in the order they were indexed. */
export function searchOver(
  built: IndexData,
  { records, places }: Searched,
  { analyzer, wordLists }: WordTools,
  { fillUp = true, mostNamed, synonyms = new Synonyms(wordLists) }: Reach = {},
): SearchIndex {
  // Which records the postings number is known of the records themselves.
  const data = { ...built, documents: [] };
  const vocabulary = new IndexWords(data);
  const weights: WordWeights = {
    silent: new Set(wordLists.stopwords.silent),
    weak: new Set(wordLists.stopwords.weak),
    places,
  };
  const meanings = new Meanings(analyzer, vocabulary, synonyms, weights);
  const reader = new QueryReader(analyzer, vocabulary, meanings);
  const ranker = new Ranker(data, records, mostNamed);
  const described = (record: number) => records.titled(record);
  const neighbours = new Neighbours({ analyzer, vocabulary, weights }, described, ranker);

  const kindsAt = records.stretches();

  // One question looks for the same few words in one kind after the other.
  const read = new Map<string, ReadQuery>();

  return {
    readings: () => vocabulary.readings(),
    search<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
      const query = read.get(words) ?? reader.read(words, options.pieces?.of(reader));
      if (read.size >= MOST_READ) read.clear();
      read.set(words, query);
      return resultOf(query, {
        records,
        ranker,
        neighbours: fillUp && !options.only ? neighbours : null,
        vocabulary,
        accept: options.keep ? acceptable(records, options) : null,
        stretch: stretchOf(options.kinds, kindsAt),
        only: options.only,
      });
    },
  };
}

/** Whether a record counts; a common word and its synonyms meet it many times, a condition is held against it once. */
export function acceptable<Kind extends RecordKind>(
  records: RankedRecords,
  { keep, kinds }: SearchOptions<Kind>,
): (record: number) => boolean {
  const isAsked = (kind: RecordKind): kind is Kind => (kinds as readonly RecordKind[]).includes(kind);
  const accepted: Int8Array | number[] = records.length > 0 ? new Int8Array(records.length) : [];
  return (record) => {
    if (!accepted[record]) {
      const kind = records.kind(record);
      const isKept = () =>
        keep === undefined || keep(kind as Kind, records.id(record), records.place(record));
      accepted[record] = isAsked(kind) && isKept() ? 1 : -1;
    }
    return accepted[record] === 1;
  };
}

/** What ranks, and what is ranked. */
export interface Ranking {
  records: RankedRecords;
  ranker: Pick<Ranker, 'rank'> & Partial<Pick<Ranker, 'strong'>>;
  /** Null: short lists stay short. */
  neighbours: Neighbours | null;
  vocabulary: IndexWords;
  accept: Accept;
  /** Where the records asked for stand; absent: anywhere. */
  stretch?: Stretch;
  /** Others than strong hits may be left out. */
  only?: SearchOptions['only'];
}

/** The hits for words that were read. */
export function resultOf<Kind extends RecordKind>(
  { concepts, readAs, squeezed }: ReadQuery,
  { records, ranker, neighbours, vocabulary, accept, stretch, only }: Ranking,
): SearchResult<Kind> {
  const ranked =
    only && ranker.strong
      ? ranker.strong(concepts, squeezed, accept, stretch)
      : ranker.rank(concepts, squeezed, accept, stretch);
  const textsOf = matchedTexts(concepts);
  const hits = worthShowing(neighbours ? neighbours.extend(ranked, accept, stretch) : ranked).map(
    ({ record, score, matched, strong, share }): SearchHit<Kind> => {
      const kind = records.kind(record) as Kind;
      const [id, place] = [records.id(record), records.place(record)];
      const strength = strong ? 'strong' : 'related';
      return { kind, id, place, score, matched: textsOf(matched), strength, share };
    },
  );
  const asked = concepts.filter((concept) => !concept.bonus);
  const terms = [...new Set(asked.map((concept) => concept.text))];
  return {
    hits,
    terms,
    readAs,
    // Few look at them, and to find them takes longer than to find nothing.
    get suggestions() {
      if (hits.length > 0) return [];
      const near = asked.flatMap(({ text }) => vocabulary.similar(spellingKey(text), MOST_SUGGESTIONS));
      return [...new Set(near)].slice(0, MOST_SUGGESTIONS);
    },
  };
}

/** The words of the concepts a record matched; many records match the same. */
function matchedTexts(concepts: ReadQuery['concepts']): (matched: number) => string[] {
  const known = new Map<number, string[]>();
  return (matched) => {
    const texts = known.get(matched) ?? [
      ...new Set(concepts.filter((_, bit) => (matched >> bit) & 1).map(({ text }) => text)),
    ];
    known.set(matched, texts);
    return texts;
  };
}

function stretchOf(kinds: readonly RecordKind[], at: ReadonlyMap<RecordKind, Stretch>): Stretch {
  const asked = kinds.flatMap((kind) => at.get(kind) ?? []);
  return { from: Math.min(...asked.map(({ from }) => from)), to: Math.max(0, ...asked.map(({ to }) => to)) };
}

/** A related hit below this share of the best one says little about the question: more is asked of those past the first ten. */
const leastShares = { firstTen: 0.1, beyond: 0.3 } as const;

function worthShowing(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(
    ({ score, strong }, rank) =>
      strong || score >= best * (rank < 10 ? leastShares.firstTen : leastShares.beyond),
  );
}
