// Fills empty tables: words are counted here and written once, indexes are made when everything is in.
import type pg from 'pg';
import type { Word } from '../../search/analyzer.ts';
import { copyRows, type Rows, type Table, writerOf } from './copy-rows.ts';
import { dropIndexes, makeIndexes } from './indexes.ts';
import { type Part, parts } from './plan-words.ts';
import { planRow } from './store-plan.ts';
import type { FreshWords, NumberedRows } from './word-numbers.ts';

/** Bytes that are written in one transaction. */
const mostBytes = 24 << 20;

/** A word of a part; what is counted of it stands by its number. */
interface Known {
  number: number;
  text: string;
  reading: string;
}

/** Holds the words of all plans until the end. */
export class TableFiller {
  private readonly words: Record<Part, Map<string, Known>> = { 0: new Map(), 1: new Map(), 2: new Map() };
  private numbered = 0;
  /** Records, those that speak of the word, its greatest weight: three places a word. */
  private counts = new Int32Array(1 << 18);
  private rows: Rows = {};
  private size = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly version: string,
  ) {}

  /** The tables are empty, and nobody reads them. Synonyms and readings refer to the listed words, whether a record holds them or not. */
  async begin(listed: readonly Word[]): Promise<void> {
    await dropIndexes(this.client);
    for (const part of [parts.records, parts.statements])
      for (const { term, text, reading } of listed) this.word(part, term, text, reading);
  }

  /** Numbers of the words, in their order. */
  number({ parts: of, terms, texts, readings }: FreshWords): Int32Array {
    return Int32Array.from(terms, (term, at) =>
      this.word(of[at] as Part, term, texts[at] as string, readings[at] as string),
    );
  }

  /** Takes a plan in; waits only while the one before last is written. */
  async add(plan: NumberedRows): Promise<void> {
    const { counts } = this;
    for (const { numbers, records, said, strongest } of plan.counts)
      for (let at = 0; at < numbers.length; at++) {
        const word = (numbers[at] as number) * 3;
        (counts[word] as number) += records[at] as number;
        (counts[word + 1] as number) += said[at] as number;
        if ((strongest[at] as number) > (counts[word + 2] as number))
          counts[word + 2] = strongest[at] as number;
      }
    const own: Rows = { ...plan.rows, plan: planRow(plan, this.version) };
    for (const [table, pieces] of Object.entries(own) as [Table, Uint8Array[]][]) {
      const known = this.rows[table];
      if (known) known.push(...pieces);
      else this.rows[table] = [...pieces];
      for (const { length } of pieces) this.size += length;
    }
    if (this.size >= mostBytes) await this.write();
  }

  /** Writes what is left and makes the indexes. */
  async finish(databaseUrl: string): Promise<void> {
    await this.write();
    await this.writing;
    await copyRows(this.client, { word: this.wordRows() });
    await this.client.query(`select setval(pg_get_serial_sequence('shelf_word', 'word'), $1)`, [
      Math.max(1, this.numbered),
    ]);
    await makeIndexes(databaseUrl);
  }

  private async write(): Promise<void> {
    const { rows } = this;
    this.rows = {};
    this.size = 0;
    await this.writing;
    this.writing = inTransaction(this.client, () => copyRows(this.client, rows));
    // Whoever waits next hears of it.
    this.writing.catch(() => undefined);
  }

  /** The word's number; a new one if nobody has met it. */
  private word(part: Part, term: string, text: string, reading: string): number {
    const known = this.words[part].get(term);
    if (known) {
      if (known.reading === '') known.reading = reading;
      return known.number;
    }
    this.numbered += 1;
    this.words[part].set(term, { number: this.numbered, text, reading });
    if (this.numbered * 3 + 3 > this.counts.length) {
      const larger = new Int32Array(this.counts.length * 2);
      larger.set(this.counts);
      this.counts = larger;
    }
    return this.numbered;
  }

  private *wordRows(): Generator<Uint8Array> {
    for (const part of Object.values(parts)) {
      let rows = writerOf('word');
      let count = 0;
      for (const [term, { number, text, reading }] of this.words[part]) {
        rows.add([number, part, term, text, reading, ...this.counts.subarray(number * 3, number * 3 + 3)]);
        if (++count % 10_000 !== 0) continue;
        yield* rows.take();
        rows = writerOf('word');
      }
      yield* rows.take();
    }
  }
}

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
