// Which plans a program answers from: those of seeds/, and those that people brought into the store.
import { join } from 'node:path';
import { readSeedTexts, type SeedText, townsFile } from '../data/seed-texts.ts';
import type { PlanVersion } from '../ports/plan-version.ts';
import type { Store } from '../ports/store.ts';

/** The plans to answer from. */
export interface PlanSource {
  /** False with `SEEDS=none`: only what people brought. */
  seeds: boolean;
  /** Brought plans as texts of plan files, in the order of their ids. */
  brought: SeedText[];
  /** Seq of the newest step they were read at. */
  seq: number;
  /** Folder where the search index over brought plans is kept; null: it is built in memory. */
  indexFolder: string | null;
}

/** The plans of seeds/ alone. */
export const seedsOnly: PlanSource = { seeds: true, brought: [], seq: 0, indexFolder: null };

/** The texts of all plans of a source, towns first. Without seeds there are no towns either. */
export function textsOf(source: PlanSource, root: string): SeedText[] {
  const seeds = source.seeds
    ? readSeedTexts(join(root, 'seeds'))
    : [{ name: townsFile, text: '{"municipalities":[]}' }];
  return [...seeds, ...source.brought];
}

/** The step that decides what each brought plan is now, removed ones left out. */
export function standing(versions: readonly PlanVersion[]): PlanVersion[] {
  const newest = new Map(versions.map((version) => [version.plan, version]));
  return [...newest.values()]
    .filter(({ kind }) => kind !== 'removed')
    .sort((a, b) => (a.plan < b.plan ? -1 : 1));
}

/** The plans that a workspace brought, and those that others share with it. @throws StoreUnavailable */
export async function readBrought(store: Store): Promise<Pick<PlanSource, 'brought' | 'seq'>> {
  const versions = await store.planVersions();
  const texts = new Map<string, string>();
  for (const { plan, seq } of standing(versions)) texts.set(plan, await store.planContent(seq));
  // Of two plans with one id the own one counts, then the first; the other one cannot stand beside it.
  for (const shared of await store.sharedPlans())
    if (!texts.has(shared.plan)) texts.set(shared.plan, await store.sharedPlanContent(shared));
  const brought = [...texts]
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([plan, text]) => ({ name: `${plan}.json`, text }));
  return { brought, seq: versions.at(-1)?.seq ?? 0 };
}
