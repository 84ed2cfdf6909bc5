// What a thread's last question was read as.
import type { Kysely } from 'kysely';

/** Threads kept before have their words only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('threadQuestions')
    .addColumn('queries', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}
