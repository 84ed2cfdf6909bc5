// Plans as questions are answered from in PostgreSQL (`PLANS=postgres`); an SQLite file has none of it.
import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Parts of `shelf_search`: by the length of the shortest name, so that a scan that stops early has met the likeliest. */
const slots = 16;

/** Everything of a plan's version hangs on its `no`, which no other version ever has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const statement of [...tables, ...searchTables()]) await sql.raw(statement).execute(db);
}

const tables = [
  // One line: raised by every plan that is stored or removed; the towns that 全市町 means.
  `create table shelf_state (
    one boolean primary key default true check (one), version bigint not null, analyzer text not null, towns text not null)`,
  `insert into shelf_state (version, analyzer, towns) values (0, '', '[]')`,
  // `place` orders the plans as memory does; `head` is what every copy keeps of a plan.
  `create table shelf_plan (
    no integer generated always as identity primary key, id text not null unique, place text collate "C" not null,
    hash text not null, version bigint not null, head text not null)`,
  `create table shelf_record (
    no integer not null, kind smallint not null, at integer not null, id text not null, body text not null,
    primary key (no, kind, at))`,
  'create index on shelf_record (id)',
  `create table shelf_column (
    kind smallint not null, topic text not null, fy smallint not null, no integer not null, figures bytea not null,
    primary key (kind, topic, fy, no))`,
  'create index on shelf_column (no)',
  `create table shelf_mask (
    kind smallint not null, topic text not null, key text not null, fy smallint not null, no integer not null,
    yes bytea not null, primary key (kind, topic, key, fy, no))`,
  'create index on shelf_mask (no)',
  `create table shelf_status (
    no integer not null, first_day text collate "C" not null, last_day text collate "C" not null, states bytea not null,
    primary key (no, first_day))`,
  `create table shelf_name (
    key text not null, no integer not null, kind smallint not null, at integer not null, id text not null,
    exact boolean not null)`,
  'create index on shelf_name (key)',
  'create index on shelf_name (no)',
];

function searchTables(): string[] {
  return [
    // 0 projects and KPIs, 1 statements, 2 policies: each counts its words by itself.
    `create table shelf_word (
      word integer generated always as identity primary key, part smallint not null, term text not null,
      text text not null, reading text not null, records integer not null, said integer not null,
      strongest smallint not null, unique (part, term))`,
    `create index on shelf_word (part, reading) where reading <> ''`,
    'create index on shelf_word (part, records)',
    // What a plan added to the words, to be taken off when it goes.
    `create table shelf_plan_words (
      no integer not null, part smallint not null, words integer[] not null, records integer[] not null,
      said integer[] not null, primary key (no, part))`,
    `create table shelf_search (
      slot smallint not null, part smallint not null, kind smallint not null, no integer not null, at integer not null,
      id text not null, body text not null, lex integer[] not null, weights bytea not null) partition by list (slot)`,
    ...Array.from({ length: slots }, (_, slot) => [
      `create table shelf_search_${slot} partition of shelf_search for values in (${slot})`,
      // With a pending list every plan that is stored makes questions dearer until it is cleaned up.
      `create index on shelf_search_${slot} using gin (lex) with (fastupdate = off)`,
      `create index on shelf_search_${slot} (no)`,
    ]).flat(),
  ];
}
