// Brings a database to the newest tables; safe when several copies start at once.
import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely';
import * as firstTables from './0001-first-tables.ts';
import * as dailyWork from './0002-daily-work.ts';
import * as threadQueries from './0003-thread-queries.ts';
import * as planVersions from './0004-plan-versions.ts';
import * as workspaces from './0006-workspaces.ts';
import * as planShelf from './0007-adds-plan-shelf.ts';
import * as tierSearch from './0008-adds-tier-search.ts';

/** Names are stored in the database: never rename one that was released. */
const migrations = {
  '0001-first-tables': firstTables,
  '0002-daily-work': dailyWork,
  '0003-thread-queries': threadQueries,
  '0004-plan-versions': planVersions,
  '0006-workspaces': workspaces,
  '0007-adds-plan-shelf': planShelf,
  '0008-adds-tier-search': tierSearch,
};

/**
 * Migrations go forward only. One that merely adds (a table, a column with a default) is named `NNNN-adds-…`: copies of an
 * older version go on beside it, also when they start. Any other unknown one is refused.
 */
const onlyAdds = /^\d{4}-adds-/;

/** Runs what is missing, all or nothing; up to `last` for a database as an older version left it. */
export async function migrate<T>(db: Kysely<T>, last?: keyof typeof migrations): Promise<void> {
  const later = (await unknownMigrations(db)).filter((name) => onlyAdds.test(name));
  const nothing = { up: async () => undefined };
  const known = { ...migrations, ...Object.fromEntries(later.map((name) => [name, nothing])) };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (error) throw error;
}

/** Migrations of newer versions that a database has been through. */
export async function unknownMigrations<T>(db: Kysely<T>): Promise<string[]> {
  return (await executed(db)).filter((name) => !(name in migrations));
}

/** None for an empty database. */
async function executed<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
