// The tables as they are written, and their rows on the way to the server by COPY: the quickest way in, and values need no parameters.
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ColumnType, copyHead, copyTail, RowWriter } from './row-writer.ts';

/** The columns of each table with their types, in the order in which rows hold them. */
const columns = {
  plan: { no: 'int4', id: 'text', place: 'text', hash: 'text', version: 'int8', head: 'text' },
  record: { no: 'int4', kind: 'int2', at: 'int4', id: 'text', body: 'text' },
  column: { no: 'int4', kind: 'int2', topic: 'text', fy: 'int2', figures: 'bytea' },
  mask: { no: 'int4', kind: 'int2', topic: 'text', key: 'text', fy: 'int2', yes: 'bytea' },
  status: { no: 'int4', first_day: 'text', last_day: 'text', states: 'bytea' },
  name: { no: 'int4', key: 'text', kind: 'int2', at: 'int4', id: 'text', exact: 'bool' },
  word: {
    word: 'int4',
    part: 'int2',
    term: 'text',
    text: 'text',
    reading: 'text',
    records: 'int4',
    said: 'int4',
    strongest: 'int2',
  },
  plan_words: { no: 'int4', part: 'int2', words: 'int4s', records: 'int4s', said: 'int4s' },
  search: {
    slot: 'int2',
    part: 'int2',
    kind: 'int2',
    no: 'int4',
    at: 'int4',
    id: 'text',
    body: 'text',
    lex: 'int4s',
    weights: 'bytea',
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnType>>>;
export type Table = keyof typeof columns;
const tables = Object.keys(columns) as Table[];

/** Rows of several tables, as bytes: they may come from another thread without being copied. */
export type Rows = Partial<Record<Table, Uint8Array[]>>;

/** Collects rows of the table. */
export const writerOf = (table: Table) => new RowWriter(Object.values(columns[table]));

/** Rows of the table from the values of each. */
export function rowsFrom(table: Table, all: Iterable<Parameters<RowWriter['add']>[0]>): Uint8Array[] {
  const writer = writerOf(table);
  for (const values of all) writer.add(values);
  return writer.take();
}

/** Writes the rows, table by table. */
export async function copyRows(
  client: pg.ClientBase,
  rows: Partial<Record<Table, Iterable<Uint8Array>>>,
): Promise<void> {
  for (const table of tables) {
    const own = rows[table];
    if (!own || (Array.isArray(own) && own.length === 0)) continue;
    const names = Object.keys(columns[table]).join();
    const into = client.query(copyFrom(`copy shelf_${table} (${names}) from stdin (format binary)`));
    await pipeline(framed(own), into);
  }
}

function* framed(rows: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield copyHead;
  yield* rows;
  yield copyTail;
}
