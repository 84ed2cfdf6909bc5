// The workspaces of one bot and their installations; naming the single workspace, and forgetting one that left.
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { KeptInstallation, Workspace, Workspaces } from '../../ports/workspaces.ts';
import type { Backend } from '../kysely-store.ts';
import { ownedTables, type Tables, unnamedTeam } from '../tables.ts';
import { raiseMark } from './plan-versions.ts';
import { withoutNul } from './use.ts';

type UseDatabase = <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
type Everywhere = Pick<Backend, 'overEvery' | 'lockAppends'>;
const names = Object.keys(ownedTables) as (keyof typeof ownedTables)[];

/** Over all workspaces: what no single one may do. */
export function workspaces(use: UseDatabase, backend: Everywhere): Workspaces {
  return { ...installations(use), ...whereabouts(use, backend) };
}

function installations(
  use: UseDatabase,
): Pick<
  Workspaces,
  'saveInstallation' | 'installation' | 'installations' | 'removeInstallation' | 'takeOut'
> {
  return {
    saveInstallation: (installation) =>
      use((db) => db.transaction().execute((transaction) => save(transaction, installation))),
    installation: (id) =>
      use(async (db) => {
        const found = await db
          .selectFrom('installations')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        return found ? fromRow(found) : null;
      }),
    installations: () =>
      use(async (db) =>
        (await db.selectFrom('installations').selectAll().orderBy('id').execute()).map(fromRow),
      ),
    removeInstallation: (id, at) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          const gone = await transaction
            .deleteFrom('installations')
            .where('id', '=', id)
            .returning('id')
            .execute();
          await markGone(transaction, id, at);
          return gone.length > 0;
        }),
      ),
    takeOut: (team, at) => use((db) => takeOut(db, team, at)),
  };
}

/** Keeps an installation; the workspace it is of is one of the bot's from then on. */
async function save(transaction: Transaction<Tables>, installation: KeptInstallation): Promise<void> {
  const row = withoutNul({ ...installation, orgWide: installation.orgWide ? 1 : 0 });
  const { id, ...changed } = row;
  await transaction
    .insertInto('installations')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
  const { enterprise, name } = row;
  if (!installation.orgWide) await welcome(transaction, { team: id, enterprise, name });
}

/** A workspace that only its organisation's installation served; false where it has its own, or was gone. */
async function takeOut(db: Kysely<Tables>, team: string, at: Date): Promise<boolean> {
  const gone = await db
    .updateTable('workspaces')
    .set({ goneAt: at.toISOString() })
    .where('team', '=', team)
    .where('goneAt', '=', '')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('installations').select('id').where('id', '=', team))),
    )
    .returning('team')
    .execute();
  return gone.length > 0;
}

/** Those that no installation serves any more: neither their own nor that of their organisation. */
async function markGone(db: Kysely<Tables>, id: string, at: Date): Promise<void> {
  await db
    .updateTable('workspaces')
    .set({ goneAt: at.toISOString() })
    .where('goneAt', '=', '')
    .where(({ or, eb }) => or([eb('team', '=', id), eb('enterprise', '=', id)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('installations')
            .select('installations.id')
            .where(({ or, eb, and }) =>
              or([
                eb('installations.id', '=', eb.ref('workspaces.team')),
                and([
                  eb('installations.orgWide', '=', 1),
                  eb('installations.id', '=', eb.ref('workspaces.enterprise')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .execute();
}

function whereabouts(
  use: UseDatabase,
  backend: Everywhere,
): Pick<Workspaces, 'welcome' | 'workspaces' | 'forgetGone' | 'plansMark'> {
  return {
    welcome: (workspace) => use((db) => welcome(db, workspace)),
    workspaces: () =>
      use((db) =>
        db
          .selectFrom('workspaces')
          .select(['team', 'enterprise', 'name', 'goneAt'])
          .orderBy('team')
          .execute(),
      ),
    forgetGone: (before) =>
      use((db) =>
        backend.overEvery(db, async (transaction) => {
          const gone = await transaction
            .deleteFrom('workspaces')
            .where('goneAt', '!=', '')
            .where('goneAt', '<', before.toISOString())
            .returning('team')
            .execute();
          for (const { team } of gone) await forget(transaction, team);
          return gone.map(({ team }) => team);
        }),
      ),
    plansMark: () =>
      use(async (db) => {
        const found = await db.selectFrom('planMarks').select('mark').executeTakeFirst();
        return Number(found?.mark ?? 0);
      }),
  };
}

async function welcome(db: Kysely<Tables>, workspace: Omit<Workspace, 'goneAt'>): Promise<void> {
  const { team, ...changed } = withoutNul({ ...workspace, goneAt: '' });
  await db
    .insertInto('workspaces')
    .values({ team, ...changed, home: 0 })
    .onConflict((conflict) => conflict.column('team').doUpdateSet(changed))
    .execute();
}

async function forget(transaction: Transaction<Tables>, team: string): Promise<void> {
  for (const name of names) await transaction.deleteFrom(name).where('team', '=', team).execute();
  await transaction.deleteFrom('planShares').where('sharedWith', '=', team).execute();
  await raiseMark(transaction);
}

/** The single workspace of a bot with one token; undefined until it is named. */
export async function homeTeam(db: Kysely<Tables>): Promise<string | undefined> {
  const found = await db.selectFrom('workspaces').select('team').where('home', '=', 1).executeTakeFirst();
  return found?.team;
}

/** Gives what has no name to the single workspace; the first name given to it holds. */
export async function settle(
  db: Kysely<Tables>,
  backend: Everywhere,
  workspace: Omit<Workspace, 'goneAt'>,
): Promise<string> {
  return await backend.overEvery(db, async (transaction) => {
    await backend.lockAppends(transaction);
    const known = await homeTeam(transaction);
    const team = known ?? workspace.team;
    if (known === undefined) {
      await welcome(transaction, workspace);
      await transaction.updateTable('workspaces').set({ home: 1 }).where('team', '=', team).execute();
    }
    for (const name of names) await rename(transaction, name, team);
    return team;
  });
}

/**
 * A copy that did not know the name yet may have written beside one that did: what is the same counts once, and what comes
 * later in a log goes behind what stands there.
 */
async function rename(
  transaction: Transaction<Tables>,
  name: keyof typeof ownedTables,
  team: string,
): Promise<void> {
  const table = sql.table(name);
  const keys = ownedTables[name];
  if (keys.length > 0) {
    const same = keys.map((key) => sql`other.${sql.ref(key)} = ${table}.${sql.ref(key)}`);
    await sql`delete from ${table} where team = ${unnamedTeam} and exists (
      select 1 from ${table} as other where other.team = ${team} and ${sql.join(same, sql` and `)})`.execute(
      transaction,
    );
  }
  const last = (column: string, of = sql``) =>
    sql`${sql.ref(column)} + coalesce((select max(other.${sql.ref(column)}) from ${table} as other where other.team = ${team}${of}), 0)`;
  const logs: Record<string, ReturnType<typeof last>> = {
    recordedEntries: sql`, seq = ${last('seq')}`,
    planVersions: sql`, seq = ${last('seq')}, version = ${last('version', sql` and other.plan = ${table}.plan`)}`,
  };
  await sql`update ${table} set team = ${team}${logs[name] ?? sql``} where team = ${unnamedTeam}`.execute(
    transaction,
  );
}

function fromRow(row: Selectable<Tables['installations']>): KeptInstallation {
  return { ...row, orgWide: row.orgWide === 1 };
}
