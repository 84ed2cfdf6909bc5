// Brings a database to the newest tables; safe when several copies start at once.
import { type Kysely, Migrator } from 'kysely';
import * as firstTables from './0001-first-tables.ts';
import * as dailyWork from './0002-daily-work.ts';
import * as threadQueries from './0003-thread-queries.ts';
import * as planVersions from './0004-plan-versions.ts';
import * as workspaces from './0006-workspaces.ts';

/** Names are stored in the database: never rename one that was released. */
const migrations = {
  '0001-first-tables': firstTables,
  '0002-daily-work': dailyWork,
  '0003-thread-queries': threadQueries,
  '0004-plan-versions': planVersions,
  '0006-workspaces': workspaces,
};

/** Runs what is missing, all or nothing; up to `last` for a database as an older version left it. */
export async function migrate<T>(db: Kysely<T>, last?: keyof typeof migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (error) throw error;
}
