// The append-only log of brought plans.
import type { Selectable, Transaction } from 'kysely';
import type { PlanVersion } from '../../ports/plan-version.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../tables.ts';
import { type Use, withoutNul } from './use.ts';

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

/** Taking, listing and reading versions; `lockAppends` lets one append at a time go on in all copies. */
export function planVersions(
  use: Use,
  lockAppends: (transaction: Transaction<Tables>) => Promise<void>,
): Pick<Store, 'appendPlan' | 'planVersions' | 'planContent' | 'lastPlanSeq'> {
  return {
    appendPlan: (version) =>
      use((db) =>
        db.transaction().execute(async (transaction) => {
          await lockAppends(transaction);
          const last = await transaction
            .selectFrom('planVersions')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .executeTakeFirst();
          const before = await transaction
            .selectFrom('planVersions')
            .select(({ fn }) => fn.max('version').as('version'))
            .where('plan', '=', version.plan)
            .executeTakeFirst();
          const row = withoutNul({
            ...version,
            seq: Number(last?.seq ?? 0) + 1,
            version: Number(before?.version ?? 0) + 1,
          });
          await transaction.insertInto('planVersions').values(row).execute();
          return withoutContent(row);
        }),
      ),
    planVersions: () => use((db) => db.selectFrom('planVersions').select(described).orderBy('seq').execute()),
    planContent: (seq) =>
      use(async (db) => {
        const found = await db
          .selectFrom('planVersions')
          .select('content')
          .where('seq', '=', seq)
          .executeTakeFirst();
        return found?.content ?? '';
      }),
    lastPlanSeq: () =>
      use(async (db) => {
        const last = await db
          .selectFrom('planVersions')
          .select(({ fn }) => fn.max('seq').as('seq'))
          .executeTakeFirst();
        return Number(last?.seq ?? 0);
      }),
  };
}

function withoutContent({ content: _, ...version }: Selectable<Tables['planVersions']>): PlanVersion {
  return version;
}
