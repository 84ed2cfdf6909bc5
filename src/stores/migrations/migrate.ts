// Brings a database to the newest tables; safe when several copies start at once.
import { type Kysely, Migrator } from 'kysely';
import * as firstTables from './0001-first-tables.ts';
import * as dailyWork from './0002-daily-work.ts';
import * as threadQueries from './0003-thread-queries.ts';
import * as planVersions from './0004-plan-versions.ts';

/** Names are stored in the database: never rename one that was released. */
const migrations = {
  '0001-first-tables': firstTables,
  '0002-daily-work': dailyWork,
  '0003-thread-queries': threadQueries,
  '0004-plan-versions': planVersions,
};

/** Runs what is missing, all or nothing. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
