// The append-only log of brought plans, and who else may see them.
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { everyone, type PlanVersion } from '../../ports/plan-version.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { inTransaction, type Use, withoutNul } from './use.ts';

const described = [
  'seq',
  'plan',
  'version',
  'kind',
  'title',
  'file',
  'hash',
  'mapping',
  'broughtBy',
  'broughtAt',
] as const;

type PlanStore = Pick<
  Store,
  | 'appendPlan'
  | 'planVersions'
  | 'planContent'
  | 'lastPlanSeq'
  | 'sharePlan'
  | 'planShares'
  | 'sharedPlans'
  | 'sharedPlanContent'
>;

/** Taking, listing, reading and sharing versions; `lockAppends` lets one append at a time go on in all copies. */
export function planVersions(
  use: Use,
  lockAppends: (transaction: Transaction<Tables>) => Promise<void>,
): PlanStore {
  return { ...ownPlans(use, lockAppends), ...shares(use) };
}

function ownPlans(
  use: Use,
  lockAppends: (transaction: Transaction<Tables>) => Promise<void>,
): Pick<PlanStore, 'appendPlan' | 'planVersions' | 'planContent' | 'lastPlanSeq'> {
  return {
    appendPlan: (version) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          await lockAppends(transaction);
          const last = await transaction
            .selectFrom('planVersions')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('team', '=', team)
            .executeTakeFirst();
          const before = await transaction
            .selectFrom('planVersions')
            .select(({ fn }) => fn.max('version').as('version'))
            .where('team', '=', team)
            .where('plan', '=', version.plan)
            .executeTakeFirst();
          // JSON writes a NUL as \\u0000: the content holds none.
          const { content, ...rest } = version;
          const row = {
            ...withoutNul(rest),
            content,
            team,
            seq: Number(last?.seq ?? 0) + 1,
            version: Number(before?.version ?? 0) + 1,
          };
          await transaction.insertInto('planVersions').values(row).execute();
          await raiseMark(transaction);
          return withoutContent(row);
        }),
      ),
    planVersions: () =>
      use((db, team) =>
        db.selectFrom('planVersions').select(described).where('team', '=', team).orderBy('seq').execute(),
      ),
    planContent: (seq) =>
      use(async (db, team) => {
        const found = await db
          .selectFrom('planVersions')
          .select('content')
          .where('team', '=', team)
          .where('seq', '=', seq)
          .executeTakeFirst();
        return found?.content ?? '';
      }),
    lastPlanSeq: () =>
      use(async (db, team) => {
        const last = await db
          .selectFrom('planVersions')
          .select(({ fn }) => fn.max('seq').as('seq'))
          .where('team', '=', team)
          .executeTakeFirst();
        return Number(last?.seq ?? 0);
      }),
  };
}

function shares(use: Use): Pick<PlanStore, 'sharePlan' | 'planShares' | 'sharedPlans' | 'sharedPlanContent'> {
  return {
    sharePlan: (plan, teams) =>
      use((db, team) =>
        inTransaction(db, async (transaction) => {
          await transaction
            .deleteFrom('planShares')
            .where('team', '=', team)
            .where('plan', '=', plan)
            .execute();
          for (const sharedWith of new Set(teams))
            await transaction.insertInto('planShares').values({ team, plan, sharedWith }).execute();
          await raiseMark(transaction);
        }),
      ),
    planShares: () =>
      use(async (db, team) => {
        const rows = await db
          .selectFrom('planShares')
          .selectAll()
          .where('team', '=', team)
          .orderBy('plan')
          .orderBy('sharedWith')
          .execute();
        return rows.map(({ plan, sharedWith }) => ({ plan, with: sharedWith }));
      }),
    sharedPlans: () => use((db, team) => newestShared(db, team)),
    sharedPlanContent: ({ team: owner, plan, seq }) =>
      use(async (db, team) => {
        const shared = await newestShared(db, team);
        if (!shared.some((one) => one.team === owner && one.plan === plan && one.seq === seq)) return '';
        const found = await db
          .selectFrom('planVersions')
          .select('content')
          .where('team', '=', owner)
          .where('seq', '=', seq)
          .executeTakeFirst();
        return found?.content ?? '';
      }),
  };
}

/** The newest versions that others share with a workspace; a plan that was taken away is not shared. */
async function newestShared(db: Kysely<Tables>, team: string) {
  return await db
    .selectFrom('planVersions')
    .select(['planVersions.team', 'plan', 'seq', 'version', 'title', 'broughtAt'])
    .where('planVersions.team', '!=', team)
    .where('kind', '!=', 'removed')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('planShares')
          .select('planShares.team')
          .whereRef('planShares.team', '=', 'planVersions.team')
          .whereRef('planShares.plan', '=', 'planVersions.plan')
          .where('planShares.sharedWith', 'in', [everyone, team]),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('planVersions as newer')
            .select('newer.seq')
            .whereRef('newer.team', '=', 'planVersions.team')
            .whereRef('newer.plan', '=', 'planVersions.plan')
            .whereRef('newer.seq', '>', 'planVersions.seq'),
        ),
      ),
    )
    .orderBy('planVersions.team')
    .orderBy('plan')
    .execute();
}

/** Tells every copy that some workspace sees other plans now. */
export async function raiseMark(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('planMarks').set({ mark: sql<number>`mark + 1` }).execute();
}

function withoutContent({
  content: _,
  team: __,
  ...version
}: Selectable<Tables['planVersions']>): PlanVersion {
  return version;
}
