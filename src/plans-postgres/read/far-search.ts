// The search over the tables: words are read here, candidates fetched, and ranked by the ranking that memory uses.
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../../language/words/phrase-table.ts';
import { Synonyms } from '../../language/words/synonyms.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { Analyses } from '../../search/analyses.ts';
import { Analyzer } from '../../search/analyzer.ts';
import type { IndexData } from '../../search/index-data.ts';
import { type Concept, Meanings, type ReadQuery, type WordWeights } from '../../search/meanings.ts';
import { Neighbours } from '../../search/neighbours.ts';
import { ENOUGH_RECORDS, type Ranked, Ranker } from '../../search/rank.ts';
import { readyRecords } from '../../search/ranked-records.ts';
import { QueryReader } from '../../search/read-query.ts';
import type { RecordKind, SearchIndex, SearchOptions, SearchResult } from '../../search/search.ts';
import { acceptable, resultOf } from '../../search/search-index.ts';
import { LEAST_MATCH } from '../../search/sought.ts';
import type { FoundKind } from '../found.ts';
import { type Part, parts } from '../load/plan-words.ts';
import { wantedWeights } from '../pack.ts';
import { bringing, type Candidate, fetchByIds, fetchCandidates, type PlaceOf } from './candidates.ts';
import { type FarIndexWords, readIndexWords } from './far-index-words.ts';
import { Missing, type Need, type Reader } from './gaps.ts';
import { Kept } from './kept.ts';
import type { Layout } from './layout.ts';
import type { Records, Run } from './records.ts';

/** What the search is made from. */
export interface SearchParts {
  layout: Layout;
  records: Records;
  vocabulary: FarIndexWords;
  tools: SearchTools;
}

/** Word lists as they are looked up; the same for every layout. */
export interface SearchTools {
  analyzer: Pick<Analyzer, 'analyze'>;
  synonyms: Synonyms;
  wordLists: WordLists;
  /** All records that hold a word are ranked, however many there are: what the limits cost is measured so. */
  exact?: boolean;
}

export function searchTools(tokenizer: Tokenizer, wordLists: WordLists): SearchTools {
  return {
    analyzer: new Analyses(new Analyzer(tokenizer, new PhraseTable(wordLists))),
    synonyms: new Synonyms(wordLists),
    wordLists,
  };
}

/** A search that tells what it will lack. */
export interface FarSearch extends SearchIndex {
  /** What a search for records by these words would have to fetch first. */
  lacking(words: string): readonly Need[];
}

/** Search over one layout. */
export function farSearch({ vocabulary, ...rest }: SearchParts): FarSearch {
  const records = new PartSearch(parts.records, vocabulary, rest);
  const others = new Map<Part, PartSearch>();
  // Words of statements and policies are read when they are first searched.
  const other = (part: Part): PartSearch => {
    const known = others.get(part);
    if (known) return known;
    throw new Missing([
      {
        fetch: async (client) => {
          others.set(part, new PartSearch(part, await readIndexWords(client, part, rest.layout), rest));
        },
      },
    ]);
  };
  return {
    readings: () => vocabulary.readings(),
    lacking: (words) => records.lacking(words),
    search(words, options) {
      const kinds: readonly RecordKind[] = options.kinds;
      const own = kinds.includes('statement')
        ? other(parts.statements)
        : kinds.includes('policy')
          ? other(parts.policies)
          : records;
      return own.search(words, options);
    },
  };
}

/** What each part holds, and is fetched of. */
const partKinds: Readonly<Record<Part, readonly FoundKind[]>> = {
  [parts.records]: ['project', 'kpi'],
  [parts.statements]: ['statement'],
  [parts.policies]: ['policy'],
};

/** Candidates that outlive their question, in lists of hundreds: the next one of a thread looks for the same words. */
const mostKept = 60_000;
/** What a list takes besides. */
const ofList = 16;

/** Texts whose meaning is kept. */
const mostRead = 32;

/** What a question has gathered; nobody else waits for it to be collected. */
class Gathered {
  readonly lists = new Map<string, readonly Candidate[]>();
  /** Each candidate once, by its key: the lists have most of theirs in common. */
  readonly known = new Map<number, Candidate>();
  readonly results = new Map<string, SearchResult<RecordKind>>();
}

class PartSearch {
  private readonly reader: QueryReader;
  private readonly weights: WordWeights;
  private readonly found = new Kept<readonly Candidate[]>(mostKept, ({ length }) => length + ofList);
  /** A question is run several times and looks for the same words each time. */
  private readonly gathered = new WeakMap<Run, Gathered>();
  /** What the last texts mean: a question looks for several, one kind after the other, and is run again. */
  private readonly reads = new Kept<ReadQuery>(mostRead, () => 1);
  /** `vocabulary.forgotten` when they were read. */
  private readSince = 0;

  constructor(
    readonly part: Part,
    private readonly vocabulary: FarIndexWords,
    private readonly parts: Omit<SearchParts, 'vocabulary'>,
  ) {
    const { analyzer, synonyms, wordLists } = parts.tools;
    const towns = parts.layout.plans.map(({ head }) => head.plan.municipality).filter((town) => town !== '');
    this.weights = {
      silent: new Set(wordLists.stopwords.silent),
      weak: new Set(wordLists.stopwords.weak),
      places: new Set(towns.flatMap((town) => [town, town.replace(/[市町村]$/, '')])),
    };
    this.reader = new QueryReader(
      analyzer,
      vocabulary,
      new Meanings(analyzer, vocabulary, synonyms, this.weights),
    );
  }

  readonly placeOf: PlaceOf = (kind, no, at) => {
    const { layout, records } = this.parts;
    const plan = layout.order.get(no);
    if (plan === undefined) return undefined;
    return at + (kind === 'statement' ? records.statementsFrom(plan) : (layout.starts[kind][plan] as number));
  };

  search<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
    const result = options.keep ? this.look(words, options) : this.lookOnce(words, options);
    this.parts.records.found(result.hits);
    return result;
  }

  private lookOnce<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
    const { results } = this.own();
    const key = `${options.kinds.join()} ${words}`;
    const result = results.get(key) ?? this.look(words, options);
    results.set(key, result as SearchResult<RecordKind>);
    return result as SearchResult<Kind>;
  }

  /** @throws Missing */
  private look<Kind extends RecordKind>(words: string, options: SearchOptions<Kind>): SearchResult<Kind> {
    const { vocabulary } = this;
    const read = this.read(words);
    const pool: Candidate[] = [];
    const records = readyRecords(pool);
    const accept = acceptable(records, options);
    const ranker = {
      rank: (concepts: readonly Concept[], squeezed: string) => {
        this.gather(concepts, {
          pool,
          kinds: options.kinds,
          among: options.among,
          keeps: options.keep !== undefined,
          accepts: accept,
        });
        return this.rankerOf(pool, concepts).rank(concepts, squeezed, accept);
      },
      sort: (hits: Ranked[]) => this.rankerOf(pool, []).sort(hits),
    };
    const { analyzer } = this.parts.tools;
    const neighbours =
      this.part === parts.records
        ? new Neighbours(
            { analyzer, vocabulary, weights: this.weights },
            (record) => (pool[record] as Candidate).titled,
            ranker,
          )
        : null;
    return vocabulary.complete(() =>
      resultOf<Kind>(read, { records, ranker, neighbours, vocabulary, accept }),
    );
  }

  /** Words of the text that are not here. */
  lacking(words: string): readonly Need[] {
    try {
      this.read(words);
      return [];
    } catch (error) {
      if (error instanceof Missing) return error.needs;
      throw error;
    }
  }

  /** @throws Missing */
  private read(words: string): ReadQuery {
    const { vocabulary } = this;
    // Rare words have other numbers then.
    if (this.readSince !== vocabulary.forgotten) this.reads.clear();
    this.readSince = vocabulary.forgotten;
    const read = this.reads.get(words) ?? vocabulary.complete(() => this.reader.read(words));
    this.reads.set(words, read);
    return read;
  }

  /** Records whose names are known by now need not be read for them; a test that looks into them will look into them all. */
  private tell(candidates: readonly Candidate[], { keeps }: { keeps: boolean }): void {
    const { records } = this.parts;
    const places = { project: [] as number[], kpi: [] as number[] };
    for (const candidate of candidates) {
      const { kind, at } = candidate;
      if (kind !== 'project' && kind !== 'kpi') continue;
      records.name(kind, at, candidate);
      places[kind].push(at);
    }
    if (!keeps) return;
    for (const kind of ['project', 'kpi'] as const)
      if (places[kind].length > 0) records.expect(kind, (most) => places[kind].slice(0, most * 8));
  }

  /** Puts the candidates of the concepts into the pool. @throws Missing */
  private gather(
    concepts: readonly Concept[],
    to: {
      pool: Candidate[];
      kinds: readonly RecordKind[];
      among: readonly string[] | undefined;
      keeps: boolean;
      accepts(record: number): boolean;
    },
  ): void {
    const known = new Set(to.pool.map(({ key }) => key));
    const add = (candidates: readonly Candidate[]) => {
      for (const one of candidates) {
        if (known.has(one.key)) continue;
        known.add(one.key);
        to.pool.push(one);
      }
      this.tell(candidates, to);
      // A test of a statement looks into it.
      if (this.part === parts.statements) this.parts.records.all('statement', placesOf(candidates));
    };
    if (to.among) {
      add(this.candidatesAmong(to.among));
      return;
    }
    const brings = bringing(concepts);
    const lifting = concepts.filter(({ bonus, meanings }) => bonus && meanings.size > 0);
    if (brings.length > 0) add(this.candidates({ concepts: brings, lifting }, to.kinds));
    // Words that say little bring a record in while others have brought few.
    if (brings.length < concepts.length && this.brought(brings, to) < ENOUGH_RECORDS)
      add(this.candidates({ concepts, lifting: [] }, to.kinds));
  }

  /** Statements are looked into as soon as they are found: fetched along, they cost no round of their own. */
  private async readAlong(candidates: readonly Candidate[], client: Reader): Promise<void> {
    if (this.part === parts.statements)
      await this.parts.records.fetch('statement', placesOf(candidates), client);
  }

  private brought(
    brings: readonly Concept[],
    { pool, accepts }: { pool: readonly Candidate[]; accepts(record: number): boolean },
  ): number {
    const words = new Map<number, number>();
    for (const { meanings } of brings)
      for (const [word, weight] of meanings) {
        const stored = this.vocabulary.stored(word);
        words.set(stored, Math.max(weight, words.get(stored) ?? 0));
      }
    const wanted = Int32Array.from(words.keys()).sort();
    let brought = 0;
    pool.forEach((one, record) => {
      if (!accepts(record)) return;
      let most = 0;
      wantedWeights(one.words, wanted, (at, weight) => {
        most = Math.max(most, ((words.get(wanted[at] as number) as number) * weight) / 255);
      });
      if (most >= LEAST_MATCH) brought += 1;
    });
    return brought;
  }

  /** Of the question that is run. */
  private own(): Gathered {
    const { asked } = this.parts.records;
    const own = this.gathered.get(asked) ?? new Gathered();
    this.gathered.set(asked, own);
    return own;
  }

  /** A list that this question or one before it has gathered. */
  private listOf(key: string): readonly Candidate[] | undefined {
    const { lists } = this.own();
    const list = lists.get(key) ?? this.found.get(key);
    if (list) lists.set(key, list);
    return list;
  }

  private take(key: string, list: readonly Candidate[], { lists }: Gathered): void {
    lists.set(key, list);
    this.found.set(key, list);
  }

  /** Kinds are kept apart: a question asks for the one and then for both. @throws Missing */
  private candidates(
    asked: { concepts: readonly Concept[]; lifting: readonly Concept[] },
    kinds: readonly RecordKind[],
  ): readonly Candidate[] {
    const { vocabulary, part } = this;
    const words = asked.concepts.map(({ meanings }) =>
      [...meanings.keys()].map((word) => vocabulary.stored(word)).join(),
    );
    const own = partKinds[part];
    const keyOf = (kind: FoundKind) => `${kind} ${asked.lifting.length} ${words.join(' ')}`;
    const found = own.filter((kind) => kinds.includes(kind)).map((kind) => this.listOf(keyOf(kind)));
    if (found.every((one) => one !== undefined)) return found.flat();
    const { exact = false } = this.parts.tools;
    const gathered = this.own();
    throw new Missing(
      own
        .filter((kind) => !this.listOf(keyOf(kind)))
        .map((kind) => ({
          fetch: async (client) => {
            const { placeOf } = this;
            const { known } = gathered;
            const found = await fetchCandidates(client, asked, {
              part,
              kind,
              vocabulary,
              exact,
              known,
              placeOf,
            });
            await this.readAlong(found, client);
            this.take(keyOf(kind), found, gathered);
          },
        })),
    );
  }

  private candidatesAmong(ids: readonly string[]): readonly Candidate[] {
    const key = `ids ${ids.join()}`;
    const list = this.listOf(key);
    if (list) return list;
    const gathered = this.own();
    throw new Missing([
      {
        fetch: async (client) => {
          const { part, placeOf } = this;
          const found = await fetchByIds(client, { part, placeOf, known: gathered.known }, ids);
          await this.readAlong(found, client);
          this.take(key, found, gathered);
        },
      },
    ]);
  }

  /** The ranking of memory over the pool, with the frequencies of the whole. */
  private rankerOf(pool: readonly Candidate[], concepts: readonly Concept[]): Ranker {
    const { vocabulary } = this;
    const postings: Int32Array[] = [];
    const words = new Map<number, { word: number; own: number[] }>();
    for (const { meanings } of concepts)
      for (const word of meanings.keys()) words.set(vocabulary.stored(word), { word, own: [] });
    const wanted = Int32Array.from(words.keys()).sort();
    const lists = Array.from(wanted, (stored) => words.get(stored) as { word: number; own: number[] });
    pool.forEach((one, record) => {
      wantedWeights(one.words, wanted, (at, weight) => lists[at]?.own.push(record * 256 + weight));
    });
    for (const { word, own } of lists) postings[word] = Int32Array.from(own);
    const data: IndexData = {
      documents: [],
      terms: [],
      texts: [],
      readings: [],
      postings,
      whole: { records: vocabulary.documents, said: (word) => vocabulary.said(word) },
    };
    return new Ranker(data, readyRecords(pool));
  }
}

const placesOf = (candidates: readonly Candidate[]) => candidates.map(({ at }) => at);
