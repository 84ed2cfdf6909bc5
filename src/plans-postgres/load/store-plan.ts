// Puts one plan into the tables, all or nothing, beside or instead of its version before.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { classOf, foundKinds, lexeme, slotOf } from '../found.ts';
import { ownKinds } from '../kinds.ts';
import { packFigures, packWeights } from '../pack.ts';
import type { NameRow } from './name-rows.ts';
import type { PlanRows } from './plan-rows.ts';
import type { WordRow } from './word-rows.ts';

/** A plan worked out. */
export interface ReadyPlan {
  /** Orders the plans as memory does. */
  place: string;
  /** Of its file: what is stored already is not stored again. */
  hash: string;
  rows: PlanRows;
  names: NameRow[];
  words: WordRow[];
}

/** Any fixed number: one plan is stored at a time, whoever stores it. */
const STORE_LOCK = 4_869_007;

/** Name of the channel that copies listen on. */
const channel = 'shelf_version';

/** Runs the work in a transaction that holds the lock. */
export async function storing<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [STORE_LOCK]);
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Stores the plan and tells the copies; within `storing`. */
export async function storePlan(client: pg.ClientBase, plan: ReadyPlan): Promise<void> {
  const { rows, names, words } = plan;
  const { id } = rows.head.plan;
  await removePlan(client, id);
  const version = await nextVersion(client);
  const stored = await client.query<{ no: number }>(
    'insert into shelf_plan (id, place, hash, version, head) values ($1, $2, $3, $4, $5) returning no',
    [id, plan.place, plan.hash, version, JSON.stringify(rows.head)],
  );
  const no = stored.rows[0]?.no as number;
  await insert(client, { table: 'shelf_record', no }, rows.records, [
    ['kind', 'smallint', ({ kind }) => kindNumber(kind)],
    ['at', 'integer', ({ at }) => at],
    ['id', 'text', (row) => row.id],
    ['body', 'text', ({ body }) => body],
  ]);
  await insert(client, { table: 'shelf_column', no }, rows.columns, [
    ['kind', 'smallint', ({ kind }) => ownKinds.indexOf(kind)],
    ['topic', 'text', ({ topic }) => topic],
    ['fy', 'smallint', ({ fy }) => fy],
    ['figures', 'bytea', ({ figures }) => packFigures(figures)],
  ]);
  await insert(client, { table: 'shelf_mask', no }, rows.masks, [
    ['kind', 'smallint', ({ kind }) => ownKinds.indexOf(kind)],
    ['topic', 'text', ({ topic }) => topic],
    ['key', 'text', ({ key }) => keyOf(key)],
    ['fy', 'smallint', ({ fy }) => fy],
    ['yes', 'bytea', ({ yes }) => yes],
  ]);
  await insert(client, { table: 'shelf_status', no }, rows.statuses, [
    ['first_day', 'text', ({ firstDay }) => firstDay],
    ['last_day', 'text', ({ lastDay }) => lastDay],
    ['states', 'bytea', ({ states }) => states],
  ]);
  await insert(client, { table: 'shelf_name', no }, names, [
    ['key', 'text', ({ key }) => key],
    ['kind', 'smallint', ({ kind }) => ownKinds.indexOf(kind)],
    ['at', 'integer', ({ at }) => at],
    ['id', 'text', (row) => row.id],
    ['exact', 'boolean', ({ exact }) => exact],
  ]);
  await storeWords(client, no, words);
}

/** Statements stand behind the kinds that have columns. */
const kindNumber = (kind: 'project' | 'kpi' | 'statement') =>
  kind === 'statement' ? ownKinds.length : ownKinds.indexOf(kind);

/** An index entry has no room for a whole paragraph. */
export const keyOf = (key: string) =>
  key.length > 200 ? createHash('sha256').update(key).digest('hex') : key;

/** Takes a plan out; copies are told with the version that is raised. */
export async function removePlan(client: pg.ClientBase, id: string): Promise<boolean> {
  const { rows } = await client.query<{ no: number }>('delete from shelf_plan where id = $1 returning no', [
    id,
  ]);
  const no = rows[0]?.no;
  if (no === undefined) return false;
  await client.query(
    `update shelf_word as known set records = known.records - gone.records, said = known.said - gone.said
     from (select w.word, w.records, w.said from shelf_plan_words p,
       lateral unnest(p.words, p.records, p.said) as w (word, records, said) where p.no = $1 order by w.word) as gone
     where known.word = gone.word`,
    [no],
  );
  for (const table of ['record', 'column', 'mask', 'status', 'name', 'plan_words', 'search'])
    await client.query(`delete from shelf_${table} where no = $1`, [no]);
  return true;
}

/** Raises the version and tells it to those who listen once the transaction stands. */
export async function nextVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    'update shelf_state set version = version + 1 returning version',
  );
  const version = rows[0]?.version as string;
  await client.query('select pg_notify($1, $2)', [channel, version]);
  return version;
}

/** What a word of a plan comes to. */
interface Counted {
  text: string;
  reading: string;
  records: number;
  said: number;
  strongest: number;
}

async function storeWords(client: pg.ClientBase, no: number, all: readonly WordRow[]): Promise<void> {
  for (const part of [0, 1, 2] as const) {
    const rows = all.filter((row) => row.part === part);
    if (rows.length === 0) continue;
    const counted = countedWords(rows);
    const terms = [...counted.keys()].sort();
    const of = (pick: (word: Counted) => unknown) => terms.map((term) => pick(counted.get(term) as Counted));
    const known = await client.query<{ word: number; term: string }>(
      `insert into shelf_word as known (part, term, text, reading, records, said, strongest)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::smallint[])
       on conflict (part, term) do update set records = known.records + excluded.records,
         said = known.said + excluded.said, strongest = greatest(known.strongest, excluded.strongest),
         reading = case when known.reading = '' then excluded.reading else known.reading end
       returning word, term`,
      [
        part,
        terms,
        of(({ text }) => text),
        of(({ reading }) => reading),
        of(({ records }) => records),
        of(({ said }) => said),
        of(({ strongest }) => strongest),
      ],
    );
    const numbers = new Map(known.rows.map(({ term, word }) => [term, word]));
    await client.query(
      'insert into shelf_plan_words (no, part, words, records, said) values ($1, $2, $3, $4, $5)',
      [
        no,
        part,
        terms.map((term) => numbers.get(term)),
        of(({ records }) => records),
        of(({ said }) => said),
      ],
    );
    await storeDocuments(client, no, rows, numbers);
  }
}

function countedWords(rows: readonly WordRow[]): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const { words } of rows)
    for (const { word, weight } of words) {
      const known = counted.get(word.term) ?? {
        text: word.text,
        reading: word.reading,
        records: 0,
        said: 0,
        strongest: 0,
      };
      counted.set(word.term, known);
      if (known.reading === '') known.reading = word.reading;
      known.records += 1;
      if (weight >= 128) known.said += 1;
      known.strongest = Math.max(known.strongest, weight);
    }
  return counted;
}

async function storeDocuments(
  client: pg.ClientBase,
  no: number,
  rows: readonly WordRow[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const ready = rows.map(({ part, kind, at, id, body, words }) => {
    const weights = words
      .map(({ word, weight }) => [numbers.get(word.term) as number, weight] as const)
      .sort((a, b) => a[0] - b[0]);
    const lex = weights.map(([word, weight]) => lexeme(word, classOf(weight)));
    const [name, aliases] = body;
    return {
      part,
      kind: foundKinds.indexOf(kind),
      at,
      id,
      slot: slotOf([name, ...aliases]),
      body: JSON.stringify(body),
      lex: `{${lex.join()}}`,
      weights: packWeights(weights),
    };
  });
  await insert(client, { table: 'shelf_search', no }, ready, [
    ['slot', 'smallint', ({ slot }) => slot],
    ['part', 'smallint', ({ part }) => part],
    ['kind', 'smallint', ({ kind }) => kind],
    ['at', 'integer', ({ at }) => at],
    ['id', 'text', (row) => row.id],
    ['body', 'text', ({ body }) => body],
    // An array in an array must be as long as its neighbours: as text it need not.
    ['lex', 'text', ({ lex }) => lex, '::integer[]'],
    ['weights', 'bytea', ({ weights }) => weights],
  ]);
}

/** A column of a table: name, type, value, cast. */
type Column<Row> = [name: string, type: string, value: (row: Row) => unknown, cast?: string];

/** Rows of one statement at most: a parameter is held whole. */
const mostRows = 5000;

async function insert<Row>(
  client: pg.ClientBase,
  { table, no }: { table: string; no: number },
  all: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  const names = columns.map(([name]) => name);
  const cast = columns.map(([name, , , as = '']) => `given.${name}${as}`);
  const lists = columns.map(([, type], i) => `$${i + 2}::${type}[]`);
  const text = `insert into ${table} (no, ${names.join()}) select $1, ${cast.join()} from unnest(${lists.join()}) as given (${names.join()})`;
  for (let from = 0; from < all.length; from += mostRows) {
    const rows = all.slice(from, from + mostRows);
    await client.query(text, [no, ...columns.map(([, , value]) => rows.map(value))]);
  }
}
