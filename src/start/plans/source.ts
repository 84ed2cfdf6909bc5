// Which plans a program answers from: those of seeds/, and those that people brought into the store.
import { join } from 'node:path';
import { readSeedTexts, type SeedText, townsFile } from '../../data/seed-texts.ts';
import type { PlanVersion } from '../../ports/plan-version.ts';
import type { Store } from '../../ports/store.ts';

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
function standing(versions: readonly PlanVersion[]): PlanVersion[] {
  const newest = new Map(versions.map((version) => [version.plan, version]));
  return [...newest.values()]
    .filter(({ kind }) => kind !== 'removed')
    .sort((a, b) => (a.plan < b.plan ? -1 : 1));
}

/** What a workspace sees beside the seeds. */
export interface VisiblePlans {
  /** Brought by itself. */
  own: SeedText[];
  /** Shared by others; none of an id that it has itself or that an earlier one has. */
  shared: SeedText[];
  /** Seq of its newest own step. */
  seq: number;
}

/** The step this process has just written: its content need not be read again. */
export interface Written {
  seq: number;
  content: string;
}

/** @throws StoreUnavailable */
export async function readVisible(store: Store, written?: Written): Promise<VisiblePlans> {
  const versions = await store.planVersions();
  const own: SeedText[] = [];
  for (const { plan, seq } of standing(versions))
    own.push({
      name: `${plan}.json`,
      text: written?.seq === seq ? written.content : await store.planContent(seq),
    });
  const shared: SeedText[] = [];
  for (const one of await store.sharedPlans()) {
    const name = `${one.plan}.json`;
    if ([...own, ...shared].some((known) => known.name === name)) continue;
    const text = await store.sharedPlanContent(one);
    // Its owner has just stopped sharing it.
    if (text !== '') shared.push({ name, text });
  }
  return { own, shared, seq: versions.at(-1)?.seq ?? 0 };
}

/** The plans that a workspace brought, and those that others share with it. @throws StoreUnavailable */
export async function readBrought(
  store: Store,
  written?: Written,
): Promise<Pick<PlanSource, 'brought' | 'seq'>> {
  const { own, shared, seq } = await readVisible(store, written);
  return { brought: inOrder([...own, ...shared]), seq };
}

/** In the order of their ids. */
export function inOrder(texts: readonly SeedText[]): SeedText[] {
  return [...texts].sort((a, b) => (a.name < b.name ? -1 : 1));
}
