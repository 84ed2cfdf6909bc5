// The words of a part of the search: frequent ones here, rare ones looked up exactly, by spelling or by sound.
import { IndexWords } from '../../search/index-words.ts';
import type { Part } from '../load/plan-words.ts';
import { Missing, type Reader } from './gaps.ts';
import type { Layout } from './layout.ts';

/** A vocabulary of so many words is held whole. */
const mostWhole = 100_000;
/** In a larger one a word that fewer records hold is looked up. */
const leastRecords = 10;
/** Rare words a copy remembers. */
const mostRare = 50_000;

/** A word as the table has it. */
interface StoredWord {
  word: number;
  term: string;
  text: string;
  reading: string;
  records: number;
  said: number;
  strongest: number;
}

const fields = 'word, term, text, reading, records, said, strongest';

/** Reads the frequent words. */
export async function readIndexWords(
  client: Reader,
  part: Part,
  { plans }: Pick<Layout, 'plans'>,
): Promise<FarIndexWords> {
  // Of a large vocabulary nobody needs to know how large it is.
  const { rows: counted } = await client.query<{ words: string }>(
    `select count(*) as words from (select 1 from shelf_word where part = $1 limit ${mostWhole + 1}) as counted`,
    [part],
  );
  const whole = Number(counted[0]?.words) <= mostWhole;
  const { rows } = await client.query<StoredWord>(
    `select ${fields} from shelf_word
     where part = $1${whole ? '' : ` and (records >= ${leastRecords} or records = 0)`} order by term collate "C"`,
    [part],
  );
  // In the order of memory, where equally near words stand in the order of their numbers; the server's is nearly that.
  rows.sort((a, b) => (a.term < b.term ? -1 : 1));
  const documents = plans.reduce((sum, { head }) => sum + head.documents[part], 0);
  return new FarIndexWords(part, rows, { whole, documents });
}

/** A `IndexWords` whose postings are elsewhere. */
export class FarIndexWords extends IndexWords {
  private readonly rare: StoredWord[] = [];
  private readonly rareNumbers = new Map<string, number | undefined>();
  private readonly rareReadings = new Map<string, number[]>();
  private readonly byStored = new Map<number, number>();
  private readonly counts: {
    records: Int32Array;
    said: Int32Array;
    strongest: Uint8Array;
    stored: Int32Array;
  };
  private readonly size: number;
  private lacking: { terms: Set<string>; readings: Set<string> } | undefined;
  /** How often rare words were forgotten: their numbers are given to others. */
  forgotten = 0;
  /** All words are here. */
  readonly whole: boolean;
  /** Number of documents of the part. */
  readonly documents: number;

  constructor(
    private readonly part: Part,
    words: readonly StoredWord[],
    { whole, documents }: { whole: boolean; documents: number },
  ) {
    super({
      documents: [],
      terms: words.map(({ term }) => term),
      texts: words.map(({ term, text }) => (text === term ? term : text)),
      readings: words.map(({ reading }) => reading),
      postings: [],
    });
    this.whole = whole;
    this.documents = documents;
    this.size = words.length;
    this.counts = {
      records: Int32Array.from(words, ({ records }) => records),
      said: Int32Array.from(words, ({ said }) => said),
      strongest: Uint8Array.from(words, ({ strongest }) => strongest),
      stored: Int32Array.from(words, ({ word }) => word),
    };
    words.forEach(({ word }, number) => {
      this.byStored.set(word, number);
    });
  }

  /** Runs the work; what it looked up and is not here is fetched first. @throws Missing */
  complete<T>(work: () => T): T {
    const lacking = { terms: new Set<string>(), readings: new Set<string>() };
    this.lacking = lacking;
    try {
      const done = work();
      if (lacking.terms.size + lacking.readings.size === 0) return done;
    } finally {
      this.lacking = undefined;
    }
    throw new Missing([{ fetch: (client) => this.fetch(lacking, client) }]);
  }

  override number(term: string): number | undefined {
    const own = super.number(term);
    if (own !== undefined || this.whole) return own;
    if (!this.rareNumbers.has(term)) this.lacking?.terms.add(term);
    return this.rareNumbers.get(term);
  }

  override sameReading(reading: string): number[] {
    const own = super.sameReading(reading);
    if (this.whole) return own;
    const rare = this.rareReadings.get(reading);
    if (rare === undefined) this.lacking?.readings.add(reading);
    return rare && rare.length > 0 ? [...own, ...rare] : own;
  }

  /** Of words that are elsewhere nobody knows how long they are. */
  override reach(text: string, at: number): number {
    return this.whole ? super.reach(text, at) : Number.POSITIVE_INFINITY;
  }

  override soundReach(reading: string, at: number): number {
    return this.whole ? super.soundReach(reading, at) : Number.POSITIVE_INFINITY;
  }

  override text(word: number): string {
    return word < this.size ? super.text(word) : (this.rareAt(word)?.text ?? '');
  }

  override frequency(word: number | undefined): number {
    if (word === undefined) return 0;
    return word < this.size ? (this.counts.records[word] as number) : (this.rareAt(word)?.records ?? 0);
  }

  override strength(word: number): number {
    return word < this.size ? (this.counts.strongest[word] as number) : (this.rareAt(word)?.strongest ?? 0);
  }

  /** Number of records that speak of the word themselves. */
  said(word: number): number {
    return word < this.size ? (this.counts.said[word] as number) : (this.rareAt(word)?.said ?? 0);
  }

  /** As the tables number it. */
  stored(word: number): number {
    return word < this.size ? (this.counts.stored[word] as number) : (this.rareAt(word)?.word ?? -1);
  }

  private rareAt(word: number): StoredWord | undefined {
    return this.rare[word - this.size];
  }

  private async fetch(lacking: { terms: Set<string>; readings: Set<string> }, client: Reader) {
    if (this.rare.length > mostRare) {
      this.forgotten += 1;
      this.rare.length = 0;
      this.rareNumbers.clear();
      this.rareReadings.clear();
    }
    const { rows } = await client.query<StoredWord>(
      `select ${fields} from shelf_word where part = $1 and term = any($2) union
       select ${fields} from shelf_word where part = $1 and reading = any($3) and reading <> '' order by term`,
      [this.part, [...lacking.terms], [...lacking.readings]],
    );
    for (const term of lacking.terms) this.rareNumbers.set(term, undefined);
    for (const reading of lacking.readings) this.rareReadings.set(reading, []);
    for (const row of rows) {
      if (this.byStored.has(row.word)) continue;
      const known = this.rareNumbers.get(row.term);
      const number = known ?? this.size + this.rare.push(row) - 1;
      this.rareNumbers.set(row.term, number);
      const alike = this.rareReadings.get(row.reading);
      if (alike && /^[ァ-ヺー]+$/.test(row.reading) && !alike.includes(number)) alike.push(number);
    }
  }
}
