// The second lock in PostgreSQL: a statement sees and writes the rows of the workspace that its connection names, and no others.
import { type Kysely, sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Tables } from './tables.ts';

/** The workspace a connection works for; unset or '' is none. */
const team = sql.raw(`nullif(current_setting('app.team', true), '')`);
/** Set to `yes` by the few works over all workspaces: naming one, forgetting one, backup. */
const every = sql.raw(`current_setting('app.every_team', true) = 'yes'`);

/** Secures tables with a `team`; the owner of the tables is bound by it as well, only BYPASSRLS and superusers are not. */
export async function secureRows(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    const table = sql.table(name);
    await sql`alter table ${table} enable row level security`.execute(db);
    await sql`alter table ${table} force row level security`.execute(db);
    await sql`create policy own_team on ${table}
      using (team = ${team} or ${every}) with check (team = ${team} or ${every})`.execute(db);
  }
  const shares = sql.table('planShares');
  await sql`create policy shared_with_team on ${shares} for select
    using (${team} is not null and shared_with in ('*', ${team}))`.execute(db);
  await sql`create policy shared_with_team on ${sql.table('planVersions')} for select
    using (${team} is not null and exists (select 1 from ${shares} as share
      where share.team = plan_versions.team and share.plan = plan_versions.plan
        and share.shared_with in ('*', ${team})))`.execute(db);
}

/** Names the workspace of a connection; '' for none. */
export async function workFor(client: Pick<PoolClient, 'query'>, team: string): Promise<void> {
  await client.query("select set_config('app.team', $1, false)", [team]);
}

/** Lifts the lock for the rest of the transaction. */
export async function workForEvery(db: Kysely<Tables>): Promise<void> {
  await sql`select set_config('app.every_team', 'yes', true)`.execute(db);
}
