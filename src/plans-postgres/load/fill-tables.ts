// Fills empty tables: words are counted here and written once, indexes are made when everything is in.
import type pg from 'pg';
import type { Word } from '../../search/analyzer.ts';
import { bytesOf, copyLines, type Lines, lineOf, type Table } from './copy-lines.ts';
import { dropIndexes, makeIndexes } from './indexes.ts';
import type { PackedPlan } from './pack-plan.ts';
import { type PackedWords, searchLines } from './packed-words.ts';
import { planLine, planWordsLine } from './store-plan.ts';
import { type Part, parts } from './word-rows.ts';

/** Bytes that are written in one transaction. */
const mostBytes = 24 << 20;

/** A word of a part with its counts over all plans. */
interface Counted {
  number: number;
  text: string;
  reading: string;
  records: number;
  said: number;
  strongest: number;
}

/** Holds the words of all plans until the end. */
export class TableFiller {
  private readonly words: Record<Part, Map<string, Counted>> = { 0: new Map(), 1: new Map(), 2: new Map() };
  private numbered = 0;
  private lines: Lines = {};
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

  /** Takes a plan in; waits only while the one before last is written. */
  async add(plan: PackedPlan): Promise<void> {
    const numbered = plan.words.map((packed) => ({ packed, numbers: this.count(packed) }));
    const own: Lines = {
      ...plan.lines,
      plan: bytesOf([planLine(plan, this.version)]),
      plan_words: bytesOf(numbered.map(({ packed, numbers }) => planWordsLine(plan.no, packed, numbers))),
      search: numbered.flatMap(({ packed, numbers }) => bytesOf(searchLines(packed, numbers))),
    };
    for (const [table, pieces] of Object.entries(own) as [Table, Uint8Array[]][]) {
      const known = this.lines[table];
      if (known) known.push(...pieces);
      else this.lines[table] = [...pieces];
      for (const { length } of pieces) this.size += length;
    }
    if (this.size >= mostBytes) await this.write();
  }

  /** Writes what is left and makes the indexes. */
  async finish(databaseUrl: string): Promise<void> {
    await this.write();
    await this.writing;
    await copyLines(this.client, { word: this.wordLines() });
    await this.client.query(`select setval(pg_get_serial_sequence('shelf_word', 'word'), $1)`, [
      Math.max(1, this.numbered),
    ]);
    await makeIndexes(databaseUrl);
  }

  private async write(): Promise<void> {
    const { lines } = this;
    this.lines = {};
    this.size = 0;
    await this.writing;
    this.writing = inTransaction(this.client, () => copyLines(this.client, lines));
    // Whoever waits next hears of it.
    this.writing.catch(() => undefined);
  }

  private word(part: Part, term: string, text: string, reading: string): Counted {
    let known = this.words[part].get(term);
    if (!known) {
      this.numbered += 1;
      known = { number: this.numbered, text, reading, records: 0, said: 0, strongest: 0 };
      this.words[part].set(term, known);
    } else if (known.reading === '') known.reading = reading;
    return known;
  }

  /** Adds the plan's words to those of all plans; returns their numbers. */
  private count({ part, terms, texts, readings, records, said, strongest }: PackedWords): number[] {
    return terms.map((term, at) => {
      const word = this.word(part, term, texts[at] as string, readings[at] as string);
      word.records += records[at] as number;
      word.said += said[at] as number;
      word.strongest = Math.max(word.strongest, strongest[at] as number);
      return word.number;
    });
  }

  private *wordLines(): Generator<Uint8Array> {
    for (const part of Object.values(parts)) {
      let lines: string[] = [];
      for (const [term, { number, text, reading, records, said, strongest }] of this.words[part]) {
        lines.push(lineOf([number, part, term, text, reading, records, said, strongest]));
        if (lines.length < 10_000) continue;
        yield* bytesOf(lines);
        lines = [];
      }
      yield* bytesOf(lines);
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
