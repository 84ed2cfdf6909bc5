// Plans that people brought, each step of each plan.
import type { Kysely } from 'kysely';

/** Content is the plan as JSON; it may be large, lists of versions leave it out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('planVersions')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('mapping', 'text', (column) => column.notNull())
    .addColumn('broughtBy', 'text', (column) => column.notNull())
    .addColumn('broughtAt', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addUniqueConstraint('planVersionsOnce', ['plan', 'version'])
    .execute();
}
