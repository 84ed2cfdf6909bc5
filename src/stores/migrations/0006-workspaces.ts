// Every row names the workspace it belongs to; workspaces, their installations, and the plans they share.
import { type CreateTableBuilder, type Kysely, PostgresAdapter, sql } from 'kysely';
import { secureRows } from '../row-security.ts';

/** What stands in the store of a bot with one token until its workspace is known. */
const unnamed = 'home';

type Columns = readonly (readonly [
  name: string,
  type: 'text' | 'integer' | 'double',
  not?: 'null' | { defaultTo: string | number },
])[];

const text = (...names: string[]): Columns => names.map((name) => [name, 'text', 'null'] as const);

interface Table {
  columns: Columns;
  /** Behind `team`. */
  key: string[];
  unique?: string[];
}

/** The tables as they stood, which now begin with `team`. */
const tables: Record<string, Table> = {
  recordedEntries: {
    columns: [
      ['seq', 'integer', 'null'],
      ...text('id', 'kind', 'kpi', 'plan'),
      ['fy', 'integer', 'null'],
      ...text('typed'),
      ['value', 'double'],
      ['unit', 'text'],
      ['partly', 'integer', 'null'],
      ...text('comment', 'link', 'recordedBy', 'recordedAt'),
    ],
    key: ['seq'],
    unique: ['id'],
  },
  subscriptions: {
    columns: [
      ...text('id', 'channel', 'owner', 'filter', 'time', 'weekdays', 'state', 'stopReason'),
      ['refusals', 'integer', 'null'],
      ...text('createdAt'),
    ],
    key: ['id'],
  },
  digests: {
    columns: [
      ...text('subscription', 'day', 'state', 'claimedBy', 'claimedAt', 'payload'),
      ['ts', 'text'],
      ...text('error'),
      ['seq', 'integer', { defaultTo: 0 }],
    ],
    key: ['subscription', 'day'],
  },
  planVersions: {
    columns: [
      ['seq', 'integer', 'null'],
      ...text('plan'),
      ['version', 'integer', 'null'],
      ...text('kind', 'title', 'file', 'hash', 'mapping', 'broughtBy', 'broughtAt', 'content'),
    ],
    key: ['seq'],
    unique: ['plan', 'version'],
  },
  snoozes: {
    columns: [
      ...text('channel', 'kpi', 'statusThen', 'reason', 'by'),
      ['until', 'text'],
      ...text('createdAt'),
    ],
    key: ['channel', 'kpi'],
  },
  questions: {
    columns: text('id', 'message', 'state', 'claimedBy', 'claimedAt', 'askedAt'),
    key: ['id'],
  },
  duties: { columns: text('subject', 'person', 'role', 'by', 'at'), key: ['subject', 'person', 'role'] },
  seenEvents: { columns: text('eventId', 'at'), key: ['eventId'] },
  feedback: {
    columns: [
      ...text('id', 'question', 'verdict', 'comment', 'by', 'at'),
      ['about', 'text', { defaultTo: '' }],
      ['answer', 'text', { defaultTo: '' }],
    ],
    key: ['id'],
  },
  threadQuestions: {
    columns: [...text('thread', 'question', 'at'), ['queries', 'text', { defaultTo: '' }]],
    key: ['thread'],
  },
  preferences: { columns: text('person', 'name', 'value'), key: ['person', 'name'] },
};

/**
 * The keys change with it, which SQLite can do by a new table only. A copy of an older version that still runs gets errors
 * from then on: this step needs all copies stopped once (docs/workspaces.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await rebuild(db, name, table);
  await db.schema
    .createIndex('recordedEntriesTeamKpiFy')
    .on('recordedEntries')
    .columns(['team', 'kpi', 'fy', 'seq'])
    .execute();
  await db.schema
    .createTable('planShares')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('sharedWith', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('planSharesPrimary', ['team', 'plan', 'sharedWith'])
    .execute();
  await addWorkspaces(db);
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await secureRows(db, [...Object.keys(tables), 'planShares']);
}

async function rebuild(db: Kysely<unknown>, name: string, { columns, key, unique }: Table): Promise<void> {
  const old = `${name}Before`;
  await db.schema.alterTable(name).renameTo(old).execute();
  let made: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('team', 'text', (column) => column.notNull());
  for (const [column, type, not] of columns)
    made = made.addColumn(column, type === 'double' ? sql`double precision` : type, (built) => {
      if (not === undefined) return built;
      return not === 'null' ? built.notNull() : built.notNull().defaultTo(not.defaultTo);
    });
  made = made.addPrimaryKeyConstraint(`${name}OfTeam`, ['team', ...key]);
  if (unique) made = made.addUniqueConstraint(`${name}OnceInTeam`, ['team', ...unique]);
  await made.execute();
  const names = columns.map(([column]) => column);
  const selected = sql.join(names.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${sql.ref('team')}, ${selected})
    select ${sql.lit(unnamed)}, ${selected} from ${sql.table(old)}`.execute(db);
  await db.schema.dropTable(old).execute();
}

async function addWorkspaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workspaces')
    .addColumn('team', 'text', (column) => column.primaryKey())
    .addColumn('enterprise', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('goneAt', 'text', (column) => column.notNull())
    .addColumn('home', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('installations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('enterprise', 'text', (column) => column.notNull())
    .addColumn('orgWide', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('planMarks')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('mark', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into ${sql.table('planMarks')} (id, mark) values (1, 1)`.execute(db);
}
