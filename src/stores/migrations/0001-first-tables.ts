// All tables of the first version.
import { type Kysely, sql } from 'kysely';

/** Plain types only: the same statements run on SQLite and PostgreSQL. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await results(db);
  await digests(db);
  await conversations(db);
}

/** What staff records. */
async function results(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recordedEntries')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('kpi', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('fy', 'integer', (column) => column.notNull())
    .addColumn('typed', 'text', (column) => column.notNull())
    .addColumn('value', sql`double precision`)
    .addColumn('unit', 'text')
    .addColumn('partly', 'integer', (column) => column.notNull())
    .addColumn('comment', 'text', (column) => column.notNull())
    .addColumn('link', 'text', (column) => column.notNull())
    .addColumn('recordedBy', 'text', (column) => column.notNull())
    .addColumn('recordedAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('recordedEntriesKpiFy')
    .on('recordedEntries')
    .columns(['kpi', 'fy', 'seq'])
    .execute();
}

/** What is posted, where, and what is not posted for a while. */
async function digests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('filter', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('weekdays', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('stopReason', 'text', (column) => column.notNull())
    .addColumn('refusals', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('digests')
    .addColumn('subscription', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claimedBy', 'text', (column) => column.notNull())
    .addColumn('claimedAt', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('ts', 'text')
    .addColumn('error', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digestsPrimary', ['subscription', 'day'])
    .execute();
  await db.schema
    .createTable('snoozes')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kpi', 'text', (column) => column.notNull())
    .addColumn('statusThen', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snoozesPrimary', ['channel', 'kpi'])
    .execute();
}

/** What is remembered of people who ask. */
async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seenEvents')
    .addColumn('eventId', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('comment', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('threadQuestions')
    .addColumn('thread', 'text', (column) => column.primaryKey())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('preferences')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('preferencesPrimary', ['person', 'name'])
    .execute();
}
