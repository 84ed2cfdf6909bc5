// Copies every row of the store's tables from one database into another, in batches; names are those of the database.
import { type Kysely, PostgresAdapter, sql, type TableMetadata, type Transaction } from 'kysely';

/** Few enough that a batch of brought plans, each with its whole content, stays small. */
const batch = 50;

/** A database whose tables are asked for by name. */
type Db = Kysely<never>;
type Row = Record<string, unknown>;
interface Columns {
  table: string;
  columns: string[];
}

/** Tables and columns are read from the database and named as they are there, of whatever version: no type knows them. */
const plain = <T>(db: Kysely<T>) => db.withoutPlugins() as unknown as Db;
const isPostgres = <T>(db: Kysely<T>) => db.getExecutor().adapter instanceof PostgresAdapter;

/** Lets a transaction see and write the rows of every workspace, where the database holds it to one. */
export async function overEveryRow<T>(db: Transaction<T>): Promise<void> {
  if (isPostgres(db)) await sql`select set_config('app.every_team', 'yes', true)`.execute(db);
}

/** Tables of the store; kysely's own are not among them, nor those that are made anew of the plans. */
async function tablesOf(db: Db): Promise<TableMetadata[]> {
  const tables = await db.introspection.getTables();
  return tables.filter(({ isView, name }) => !isView && !name.startsWith('shelf_'));
}

async function countOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Whether a table holds more rows than in `fresh`, a database as its migrations leave it. */
export async function holdsMore<T>(db: Kysely<T>, fresh: Kysely<T>): Promise<boolean> {
  for (const { name } of await tablesOf(plain(fresh)))
    if ((await countOf(plain(db), name)) > (await countOf(plain(fresh), name))) return true;
  return false;
}

/** Empties the tables that the other database has as well. */
export async function removeRows<T>(db: Transaction<T>, like: Kysely<T>): Promise<void> {
  for (const { name } of await tablesOf(plain(like)))
    await sql`delete from ${sql.table(name)}`.execute(plain(db));
}

/** Copies what both databases have: tables and columns; others keep their defaults. */
export async function copyRows<T>(from: Kysely<T>, to: Transaction<T>): Promise<void> {
  const there = new Map((await tablesOf(plain(to))).map((table) => [table.name, table]));
  for (const { name: table, columns: all } of await tablesOf(plain(from))) {
    const known = new Set(there.get(table)?.columns.map(({ name }) => name));
    const columns = all.map(({ name }) => name).filter((name) => known.has(name));
    if (columns.length === 0) continue;
    const read = isPostgres(from) ? postgresRows : sqliteRows;
    for await (const rows of read(plain(from), { table, columns }))
      await insert(plain(to), { table, columns }, rows);
  }
}

const list = (columns: string[]) => sql.join(columns.map((column) => sql.ref(column)));

async function insert(db: Db, { table, columns }: Columns, rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table)} (${list(columns)}) values ${sql.join(values)}`.execute(db);
}

/** Needs a transaction: a cursor lives in one. */
async function* postgresRows(db: Db, { table, columns }: Columns): AsyncGenerator<Row[]> {
  await sql`declare copied cursor for select ${list(columns)} from ${sql.table(table)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(batch)} from copied`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) break;
  }
  await sql`close copied`.execute(db);
}

async function* sqliteRows(db: Db, { table, columns }: Columns): AsyncGenerator<Row[]> {
  for (let after = -1; ; ) {
    const { rows } = await sql<Row & { copiedAt: number }>`
      select rowid as "copiedAt", ${list(columns)} from ${sql.table(table)}
      where rowid > ${sql.lit(after)} order by rowid limit ${sql.lit(batch)}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = Number(rows.at(-1)?.copiedAt);
  }
}
