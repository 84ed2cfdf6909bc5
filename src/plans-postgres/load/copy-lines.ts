// Rows as PostgreSQL's COPY reads them: the quickest way in, and values need no parameters.
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The columns of each table, in the order in which lines hold them. */
const columns = {
  plan: ['no', 'id', 'place', 'hash', 'version', 'head'],
  record: ['no', 'kind', 'at', 'id', 'body'],
  column: ['no', 'kind', 'topic', 'fy', 'figures'],
  mask: ['no', 'kind', 'topic', 'key', 'fy', 'yes'],
  status: ['no', 'first_day', 'last_day', 'states'],
  name: ['no', 'key', 'kind', 'at', 'id', 'exact'],
  word: ['word', 'part', 'term', 'text', 'reading', 'records', 'said', 'strongest'],
  plan_words: ['no', 'part', 'words', 'records', 'said'],
  search: ['slot', 'part', 'kind', 'no', 'at', 'id', 'body', 'lex', 'weights'],
} as const;
export type Table = keyof typeof columns;
const tables = Object.keys(columns) as Table[];

/** Lines of several tables, as bytes: they may come from another thread without being copied. */
export type Lines = Partial<Record<Table, Uint8Array[]>>;

const encoder = new TextEncoder();

/** Lines as bytes. */
export const bytesOf = (lines: readonly string[]): Uint8Array[] =>
  lines.length === 0 ? [] : [encoder.encode(lines.join(''))];

/** A line of a table; bytes as they are, lists in braces. */
export function lineOf(values: readonly (string | number | boolean | Uint8Array)[]): string {
  return `${values.map(asText).join('\t')}\n`;
}

/** A list of numbers. */
export const listOf = (numbers: ArrayLike<number>) => `{${Array.prototype.join.call(numbers, ',')}}`;

function asText(value: string | number | boolean | Uint8Array): string {
  if (typeof value === 'string')
    return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, escaped) : value;
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return String(value);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (sign: string) => escapes[sign] as string;

/** Writes the lines, table by table. */
export async function copyLines(
  client: pg.ClientBase,
  lines: Partial<Record<Table, Iterable<Uint8Array>>>,
): Promise<void> {
  for (const table of tables) {
    const own = lines[table];
    if (!own || (Array.isArray(own) && own.length === 0)) continue;
    const into = client.query(copyFrom(`copy shelf_${table} (${columns[table].join()}) from stdin`));
    await pipeline(own, into);
  }
}
