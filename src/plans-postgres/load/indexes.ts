// Indexes that are made after the rows when tables are filled; their names are those that the migration's statements were given.
import pg from 'pg';

/** Partitions of the search; see the migration. */
const slots = Array.from({ length: 16 }, (_, slot) => slot);

const indexes: readonly [name: string, on: string][] = [
  ...slots.map((slot): [string, string] => [
    `shelf_search_${slot}_lex_idx`,
    // With a pending list every plan that is stored makes questions dearer until it is cleaned up.
    `shelf_search_${slot} using gin (lex) with (fastupdate = off)`,
  ]),
  ...slots.map((slot): [string, string] => [`shelf_search_${slot}_no_idx`, `shelf_search_${slot} (no)`]),
  ['shelf_record_id_idx', 'shelf_record (id)'],
  ['shelf_name_key_idx', 'shelf_name (key)'],
  ['shelf_name_no_idx', 'shelf_name (no)'],
  ['shelf_column_no_idx', 'shelf_column (no)'],
  ['shelf_mask_no_idx', 'shelf_mask (no)'],
  ['shelf_word_part_reading_idx', `shelf_word (part, reading) where reading <> ''`],
  ['shelf_word_part_records_idx', 'shelf_word (part, records)'],
];

/** Takes them away: rows come in several times faster without. */
export async function dropIndexes(client: pg.ClientBase): Promise<void> {
  await client.query(`drop index if exists ${indexes.map(([name]) => name).join()}`);
}

/** Makes those that are not there, two at a time. */
export async function makeIndexes(databaseUrl: string): Promise<void> {
  const left = [...indexes];
  await Promise.all([makeFrom(left, databaseUrl), makeFrom(left, databaseUrl)]);
}

async function makeFrom(left: [name: string, on: string][], databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '256MB'`);
    for (let next = left.shift(); next; next = left.shift())
      await client.query(`create index if not exists ${next[0]} on ${next[1]}`);
  } finally {
    await client.end();
  }
}
