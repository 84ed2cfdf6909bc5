// Questions on their way, who answers for what, the order of digests, and what was wrong with an answer.
import type { Kysely } from 'kysely';

/** Columns added to filled tables have a default: what stands there stays readable. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claimedBy', 'text', (column) => column.notNull())
    .addColumn('claimedAt', 'text', (column) => column.notNull())
    .addColumn('askedAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('duties')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('dutiesPrimary', ['subject', 'person', 'role'])
    .execute();
  await db.schema
    .alterTable('digests')
    .addColumn('seq', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const name of ['about', 'answer'])
    await db.schema
      .alterTable('feedback')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
      .execute();
}
