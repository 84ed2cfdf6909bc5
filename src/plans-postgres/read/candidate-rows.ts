// Rows of the search's table by the lexemes they hold. Lexemes belong to one part and kind, so nothing else is asked of a row.
import pg from 'pg';
import type { Part } from '../load/plan-words.ts';
import type { Reader } from './gaps.ts';

/** A record's row. */
export interface Row {
  kind: number;
  no: number;
  at: number;
  id: string;
  body: string;
  /** As the server writes bytes; most rows are known already, and theirs are never read. */
  weights: string;
}

/** Bytes of a row's weights. */
export const bytesOf = (weights: string): Buffer => Buffer.from(weights.slice(2), 'hex');

/** Bytes stay as the server writes them, a backslash, an x and digits. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.BYTEA ? String : pg.types.getTypeParser(oid, format),
};

/** Enough to rank. */
const enough = 300;
/** Tiers of one statement: the server stops within it as soon as there are enough. */
const atOnce = 3;

const fields = 'kind, no, at, id, body, weights';

/** All that hold one of the lexemes. */
export async function fetchAll(client: Reader, lexemes: readonly number[]): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    types,
    text: `select ${fields} from shelf_search where lex && $1::int[]`,
    values: [lexemes],
  });
  return rows;
}

/** Those with the ids, whatever they hold. */
export async function fetchOf(client: Reader, part: Part, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    text: `select s.kind, s.no, s.at, s.id, s.body, s.weights
      from shelf_search s join shelf_record r on s.no = r.no and s.at = r.at and s.id = r.id
      where r.id = any($2) and s.part = $1`,
    types,
    values: [part, ids],
  });
  return rows;
}

/** Those that hold one of each list of a tier, tier after tier until there are enough; each once. */
export async function fetchTiers(
  client: Reader,
  tiers: readonly (readonly (readonly number[])[])[],
): Promise<Row[]> {
  const found = new Map<string, Row>();
  for (let from = 0; from < tiers.length && found.size < enough; from += atOnce) {
    const some = tiers.slice(from, from + atOnce);
    for (const row of await rowsOf(client, some)) found.set(`${row.no} ${row.kind} ${row.at}`, row);
  }
  return [...found.values()];
}

/** A wider tier holds what a narrower one has found: what is found twice does not count twice. */
async function rowsOf(client: Reader, tiers: readonly (readonly (readonly number[])[])[]): Promise<Row[]> {
  let parameter = 0;
  const branches = tiers.map((lists) => {
    const conditions = lists.map(() => `lex && $${++parameter}::int[]`).join(' and ');
    return `(select ${fields} from shelf_search where ${conditions} limit ${enough})`;
  });
  const { rows } = await client.query<Row>({
    types,
    text: `select * from (${branches.join(' union all ')}) as tiers limit ${enough + enough / 2}`,
    values: tiers.flat(),
  });
  return rows;
}
