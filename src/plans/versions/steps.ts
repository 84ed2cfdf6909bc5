// The steps of a brought plan: what taking a file would change, taking it, restoring an older version, removing it.
import { checkPlan } from '../../data/load-seeds.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { PlanVersion } from '../../ports/plan-version.ts';
import type { RecordedEntry, Store } from '../../ports/store.ts';
import { type Changes, changesBetween } from './changes.ts';
import { keepIds } from './keep-ids.ts';

/** Who brings what, and when. */
export interface Bringing {
  /** Name of the file, its hash, and what was confirmed as JSON. */
  file: string;
  hash: string;
  mapping: string;
  broughtBy: string;
  broughtAt: Date;
}

/** What a step would lead to. */
export interface PlannedStep {
  /** With the ids it will have. */
  file: PlanFile;
  /** The version that stands now; null for a new plan. */
  before: PlanVersion | null;
  changes: Changes;
  /** Names of KPIs with recorded results that are not in the new version. */
  losing: string[];
}

/** The step that decides what each plan is now. */
export function newestOf(versions: readonly PlanVersion[], plan: string): PlanVersion | null {
  return versions.findLast((version) => version.plan === plan) ?? null;
}

/** What taking the file would change. A store that was never written to is null. @throws StoreUnavailable */
export async function planStep(store: Store | null, read: PlanFile): Promise<PlannedStep> {
  if (!store) return { file: read, before: null, changes: changesBetween(null, read), losing: [] };
  const versions = await store.planVersions();
  const newest = newestOf(versions, read.plan.id);
  // A plan that was removed and comes again keeps the ids it had.
  const earlier = versions.findLast(({ plan, kind }) => plan === read.plan.id && kind !== 'removed');
  const content = earlier ? await contentOf(store, earlier.seq) : null;
  const file = keepIds(read, content);
  const before = newest && newest.kind !== 'removed' ? newest : null;
  return {
    file,
    before,
    changes: changesBetween(before ? content : null, file),
    losing: content ? losing(content, file, await store.entriesAfter(0)) : [],
  };
}

/** Writes the version; complete once it returns. @throws SeedError when the plan does not hold together */
export async function takePlan(
  store: Store,
  file: PlanFile,
  { broughtAt, ...bringing }: Bringing,
): Promise<PlanVersion & { content: string }> {
  checkPlan(file);
  const content = JSON.stringify(file);
  const version = await store.appendPlan({
    plan: file.plan.id,
    kind: 'taken',
    title: file.plan.name,
    content,
    broughtAt: broughtAt.toISOString(),
    ...bringing,
  });
  return { ...version, content };
}

/** Takes an older version again; null when the plan has no such version with content. */
export async function restorePlan(
  store: Store,
  wanted: { plan: string; version: number },
  by: Pick<Bringing, 'broughtBy' | 'broughtAt'>,
): Promise<PlanVersion | null> {
  const versions = await store.planVersions();
  const found = versions.find(({ plan, version }) => plan === wanted.plan && version === wanted.version);
  if (!found || found.kind === 'removed') return null;
  const { title, file, hash, mapping } = found;
  return store.appendPlan({
    plan: found.plan,
    kind: 'restored',
    title,
    file,
    hash,
    mapping,
    content: await store.planContent(found.seq),
    broughtBy: by.broughtBy,
    broughtAt: by.broughtAt.toISOString(),
  });
}

/** Takes the plan away; its versions stay and can be restored. Null when it is not there. */
export async function removePlan(
  store: Store,
  plan: string,
  by: Pick<Bringing, 'broughtBy' | 'broughtAt'>,
): Promise<PlanVersion | null> {
  const newest = newestOf(await store.planVersions(), plan);
  if (!newest || newest.kind === 'removed') return null;
  return store.appendPlan({
    plan,
    kind: 'removed',
    title: newest.title,
    file: '',
    hash: '',
    mapping: '',
    content: '',
    broughtBy: by.broughtBy,
    broughtAt: by.broughtAt.toISOString(),
  });
}

/** Undoes the newest step: back to the version before, or away when there was none. */
export async function undoStep(
  store: Store,
  step: { plan: string; version: number },
  by: Pick<Bringing, 'broughtBy' | 'broughtAt'>,
): Promise<PlanVersion | null> {
  const newest = newestOf(await store.planVersions(), step.plan);
  // Somebody brought a newer version meanwhile: that one stays.
  if (!newest || newest.version !== step.version) return null;
  const before = (await store.planVersions()).findLast(
    ({ plan, version }) => plan === step.plan && version < step.version,
  );
  if (!before || before.kind === 'removed') return removePlan(store, step.plan, by);
  return restorePlan(store, { plan: step.plan, version: before.version }, by);
}

/** It was checked when it was taken; the schemas of today might refuse what an older version of the bot took. */
async function contentOf(store: Store, seq: number): Promise<PlanFile> {
  return JSON.parse(await store.planContent(seq)) as PlanFile;
}

function losing(before: PlanFile, after: PlanFile, entries: readonly RecordedEntry[]): string[] {
  const kept = new Set(after.kpis.map(({ id }) => id));
  const recorded = new Set(entries.map(({ kpi }) => kpi));
  return before.kpis.filter(({ id }) => recorded.has(id) && !kept.has(id)).map(({ name }) => name);
}
