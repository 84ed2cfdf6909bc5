// Rows of the search's table by the lexemes they hold. Lexemes belong to one part and kind, so nothing else is asked of a row.
import type { Part } from '../load/plan-words.ts';
import type { Reader } from './gaps.ts';

/** A record's row. */
export interface Row {
  kind: number;
  no: number;
  at: number;
  id: string;
  /** A `FoundBody` as JSON. */
  body: string;
  weights: Uint8Array;
}

/** Enough to rank. */
const enough = 300;

/** Hundreds of rows as one, each column in one text: to read them one by one takes twice as long. */
const packed = `string_agg(kind::text, ',') as kinds, string_agg(no::text, ',') as nos, string_agg(at::text, ',') as ats,
  string_agg(to_json(id)::text, ',') as ids, string_agg(body, E'\\n') as bodies,
  string_agg(length(weights)::text, ',') as sizes, encode(string_agg(weights, ''), 'base64') as weights`;

/** Columns of rows; null of none. */
type Packed = Record<'kinds' | 'nos' | 'ats' | 'ids' | 'bodies' | 'sizes' | 'weights', string | null>;

/** All that hold one of the lexemes. */
export async function fetchAll(client: Reader, lexemes: readonly number[]): Promise<Row[]> {
  const { rows } = await client.query<Packed>(`select ${packed} from shelf_search where lex && $1::int[]`, [
    lexemes,
  ]);
  return unpacked(rows);
}

/** Those with the ids, whatever they hold. */
export async function fetchOf(client: Reader, part: Part, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await client.query<Packed>(
    `select ${packed} from (
      select s.kind, s.no, s.at, s.id, s.body, s.weights
      from shelf_search s join shelf_record r on s.no = r.no and s.at = r.at and s.id = r.id
      where r.id = any($2) and s.part = $1) as found`,
    [part, ids],
  );
  return unpacked(rows);
}

/** Those that hold one of each list of a tier, tier after tier until there are enough; each once. */
export async function fetchTiers(
  client: Reader,
  tiers: readonly (readonly (readonly number[])[])[],
): Promise<Row[]> {
  const lists = tiers.flat();
  const { rows } = await client.query<Packed>(
    `select ${packed} from shelf_tiers($1::int[], $2::int[], $3::int[], $4::int)`,
    [tiers.map(({ length }) => length), lists.map(({ length }) => length), lists.flat(), enough],
  );
  return unpacked(rows);
}

function unpacked([row]: readonly Packed[]): Row[] {
  if (!row || row.nos === null) return [];
  const list = <T>(column: string | null) => JSON.parse(`[${column}]`) as T[];
  const [kinds, ats, sizes] = [list<number>(row.kinds), list<number>(row.ats), list<number>(row.sizes)];
  const ids = list<string>(row.ids);
  // JSON holds no line break.
  const bodies = row.bodies?.split('\n') ?? [];
  const all = Buffer.from(row.weights ?? '', 'base64');
  let end = 0;
  return list<number>(row.nos).map((no, i) => {
    const start = end;
    end += sizes[i] as number;
    return {
      kind: kinds[i] as number,
      no,
      at: ats[i] as number,
      id: ids[i] as string,
      body: bodies[i] as string,
      weights: all.subarray(start, end),
    };
  });
}
